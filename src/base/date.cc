#include "base/date.h"

#include <fmt/format.h>

#include <charconv>

namespace warta {
namespace {

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day{day}; }

template <class T>
bool number(std::string_view text, T& value) {
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc{} && stop == text.data() + text.size();
}

}  // namespace

std::optional<Day> civil_day(int y, unsigned m, unsigned d) {
  const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

Interval month(int y, unsigned m) {
  using namespace std::chrono;
  const year_month_day_last last{std::chrono::year{y}, month_day_last{std::chrono::month{m}}};
  return {Day{std::chrono::year{y} / static_cast<int>(m) / 1}, Day{last}};
}

Interval year(int y) { return {Day{std::chrono::year{y} / 1 / 1}, Day{std::chrono::year{y} / 12 / 31}}; }

std::string iso(Day day) {
  const auto date = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string iso(const Interval& dates) {
  if (dates.first == dates.last) return iso(dates.first);
  const auto first = civil(dates.first);
  const int y = static_cast<int>(first.year());
  if (dates == year(y)) return fmt::format("{:04}", y);
  const unsigned m = static_cast<unsigned>(first.month());
  if (dates == month(y, m)) return fmt::format("{:04}-{:02}", y, m);
  return iso(dates.first) + "/" + iso(dates.last);
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int y = 0;
  unsigned m = 0, d = 0;
  if (!number(text.substr(0, 4), y) || !number(text.substr(5, 2), m) || !number(text.substr(8, 2), d))
    return std::nullopt;
  return civil_day(y, m, d);
}

}  // namespace warta
