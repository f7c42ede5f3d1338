// Moments: a day, and where known the time and its distance from UTC; from an ISO 8601 string and back. Civil dates of
// different zones are compared as instants. Tests: tests/extract/page_dates_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace warta::extract {

struct Moment {
  Day day{};
  std::optional<int> second;  // of the day in its own zone
  std::optional<int> offset;  // minutes east of UTC

  bool timed() const { return second.has_value(); }
  // Seconds since 1970 in UTC; without a zone as if it were `fallback` minutes east of it.
  std::int64_t instant(int fallback) const;
  Moment in_zone(int minutes) const;  // the same instant; needs a time and an offset
  std::string iso() const;            // "2024-01-18T08:25:00+07:00", "2024-01-18"
};

// "2024-01-18", "2024-01-18T08:25:00.123+0700", "2024-01-18 08:25"; nullopt: none of these.
std::optional<Moment> parse_moment(std::string_view iso);
Moment from_epoch(std::int64_t seconds);  // in UTC

}  // namespace warta::extract
