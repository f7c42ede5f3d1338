// Civil days without a zone, and intervals of them. Weeks run Monday to Sunday (CODEBOOK.md).
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace warta {

using Day = std::chrono::sys_days;

// Both ends included. `text` of it is the shortest ISO form: a day, a month, a year, or "a/b".
struct Interval {
  Day first{};
  Day last{};
  friend constexpr bool operator==(const Interval&, const Interval&) = default;
};

constexpr Interval single(Day day) { return {day, day}; }
Interval month(int year, unsigned month);  // month 1..12
Interval year(int year);
std::optional<Day> civil_day(int year, unsigned month, unsigned day);  // nullopt if there is no such day

std::string iso(Day day);                // "2024-01-16"
std::string iso(const Interval& dates);  // "2024-01-16", "2024-01", "2024" or "2024-05-20/2024-05-26"

// A day at the start of an ISO 8601 date or date-time ("2024-01-18T08:25:00+07:00"), exactly ten characters of it.
std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace warta
