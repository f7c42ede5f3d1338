#include "periods.h"

#include <gtest/gtest.h>

namespace warta::query {
namespace {

Day day(const char* text) { return parse_iso_day(text).value(); }

TEST(Periods, HaveTheNamesOfIso8601) {
  const struct {
    const char* day;
    By by;
    const char* name;
    const char* days;
  } cases[] = {
      {"2024-05-16", By::day, "2024-05-16", "2024-05-16"},
      {"2024-05-16", By::week, "2024-W20", "2024-05-13/2024-05-19"},
      {"2024-05-13", By::week, "2024-W20", "2024-05-13/2024-05-19"},
      {"2024-05-19", By::week, "2024-W20", "2024-05-13/2024-05-19"},
      {"2021-01-03", By::week, "2020-W53", "2020-12-28/2021-01-03"},  // a year of 53 weeks
      {"2024-12-30", By::week, "2025-W01", "2024-12-30/2025-01-05"},
      {"2024-02-10", By::month, "2024-02", "2024-02"},
      {"2024-12-31", By::quarter, "2024-Q4", "2024-10-01/2024-12-31"},
      {"2024-01-01", By::quarter, "2024-Q1", "2024-01-01/2024-03-31"},
      {"2024-05-16", By::year, "2024", "2024"},
  };
  for (const auto& one : cases) {
    const Interval period = period_of(day(one.day), one.by);
    EXPECT_EQ(period_name(period, one.by), one.name) << one.day;
    EXPECT_EQ(iso(period), one.days) << one.day;
  }
}

TEST(Periods, FollowEachOtherWithoutAGap) {
  for (const By by : {By::day, By::week, By::month, By::quarter, By::year}) {
    Interval period = period_of(day("1999-11-28"), by);
    for (int i = 0; i < 800; ++i) {
      const Interval next = period_of(period.last + std::chrono::days(1), by);
      ASSERT_EQ(next.first, period.last + std::chrono::days(1));
      ASSERT_LE(next.first, next.last);
      period = next;
    }
  }
}

}  // namespace
}  // namespace warta::query
