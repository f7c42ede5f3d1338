#include "base/date.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(Date, ReadsOnlyWholeDaysThatExist) {
  EXPECT_EQ(parse_iso_day("2024-02-29"), civil_day(2024, 2, 29));
  EXPECT_EQ(parse_iso_day("2024-01-18T08:25:00+07:00"), civil_day(2024, 1, 18));
  for (const char* no : {"2023-02-29", "2024-13-01", "2024-1-18", "18-01-2024", "2024-01", ""})
    EXPECT_FALSE(parse_iso_day(no)) << no;
  EXPECT_FALSE(civil_day(2024, 4, 31));
}

TEST(Date, WritesTheShortestForm) {
  const Day monday = *civil_day(2024, 5, 20), sunday = *civil_day(2024, 5, 26);
  EXPECT_EQ(iso(monday), "2024-05-20");
  EXPECT_EQ(iso(single(monday)), "2024-05-20");
  EXPECT_EQ(iso(month(2024, 2)), "2024-02");
  EXPECT_EQ(iso(year(1999)), "1999");
  EXPECT_EQ(iso(Interval{monday, sunday}), "2024-05-20/2024-05-26");
  EXPECT_EQ(month(2024, 2).last, civil_day(2024, 2, 29));
}

}  // namespace
}  // namespace warta
