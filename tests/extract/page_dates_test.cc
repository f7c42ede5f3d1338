#include "page_dates.h"

#include <gtest/gtest.h>

#include "tables_of_data.h"

namespace warta::extract {
namespace {

std::string read(const std::string& value, const char* language = "id", const char* latest = "") {
  const DateReader reader{furniture(), languages(), language, parse_iso_day(latest)};
  const auto moment = reader.read(value);
  return moment ? moment->iso() : "none";
}

TEST(DateValues, OfMachines) {
  EXPECT_EQ(read("2015-11-05 T10:08:58Z"), "2015-11-05T10:08:58+00:00");
  EXPECT_EQ(read("2023-11-02T20-59-53Z"), "2023-11-02T20:59:53+00:00");
  EXPECT_EQ(read("2016-02-16T9:10:11+07:00"), "2016-02-16T09:10:11+07:00");
  EXPECT_EQ(read("2025-06-18T14:05:00 +07:00"), "2025-06-18T14:05:00+07:00");
  EXPECT_EQ(read("2025-06-18T14:05:00 07:00"), "2025-06-18T14:05:00+07:00");
  EXPECT_EQ(read("2025-06-18T14:05:00.123456+0700"), "2025-06-18T14:05:00+07:00");
  EXPECT_EQ(read("2025-06-18 14:05:00 WITA"), "2025-06-18T14:05:00+08:00");
  EXPECT_EQ(read("20250618"), "2025-06-18");
  EXPECT_EQ(read("20250618T140500Z"), "2025-06-18T14:05:00+00:00");
  EXPECT_EQ(read("20250618140500"), "2025-06-18T14:05:00");
  EXPECT_EQ(read("1718176800"), "2024-06-12T07:20:00+00:00");
  EXPECT_EQ(read("1718176800123"), "2024-06-12T07:20:00+00:00");
  EXPECT_EQ(read("Thu, 05 Nov 15 10:08:58 +0700"), "2015-11-05T10:08:58+07:00");
  EXPECT_EQ(read("Wed, 18 Jun 2025 14:05:00 GMT"), "2025-06-18T14:05:00+00:00");
  EXPECT_EQ(read("2023/11/02 20:59:53"), "2023-11-02T20:59:53+07:00");
}

TEST(DateValues, ThatAreNone) {
  for (const char* value : {"", "2019-11", "0001-01-01T00:00:00Z", "1970-01-01", "yesterday", "12345678901",
                            "2024-13-40", "99999999", "T10:00", "2 jam lalu"})
    EXPECT_EQ(read(value), "none") << value;
  EXPECT_EQ(read(std::string(5000, '1')), "none");
}

TEST(DateValues, InTheFuture) {
  EXPECT_EQ(read("2024-06-12", "id", "2024-06-12"), "2024-06-12");
  EXPECT_EQ(read("2024-06-13", "id", "2024-06-12"), "2024-06-13");  // zones lie up to a day apart
  EXPECT_EQ(read("2024-06-14", "id", "2024-06-12"), "none");
}

TEST(Moments, FromAndToIso) {
  for (const char* iso :
       {"2024-06-12", "2024-06-12T14:20:31+07:00", "2024-06-12T14:20:31-03:30", "2024-06-12T14:20:31"})
    EXPECT_EQ(parse_moment(iso)->iso(), iso);
  EXPECT_EQ(parse_moment("2024-06-12T14:20Z")->iso(), "2024-06-12T14:20:00+00:00");
  EXPECT_FALSE(parse_moment("2024-06-12X"));
  EXPECT_FALSE(parse_moment("2024-06-12T25:00"));
  EXPECT_EQ(parse_moment("2024-06-12T18:30:00Z")->in_zone(420).iso(), "2024-06-13T01:30:00+07:00");
  EXPECT_EQ(parse_moment("2024-06-12T01:30:00+07:00")->in_zone(0).iso(), "2024-06-11T18:30:00+00:00");
  EXPECT_EQ(from_epoch(-1).iso(), "1969-12-31T23:59:59+00:00");
}

TEST(Addresses, WithDates) {
  const auto day = [](const char* url) {
    const auto moment = date_in_address(url);
    return moment ? moment->iso() : "none";
  };
  EXPECT_EQ(day("https://a.example/read/2015/11/04/21040031/polres"), "2015-11-04T21:04:00");
  EXPECT_EQ(day("https://a.example/2015/11/04/polres"), "2015-11-04");
  EXPECT_EQ(day("https://a.example/2015-11-04/polres"), "2015-11-04");
  EXPECT_EQ(day("https://a.example/2015/11/04"), "2015-11-04");
  EXPECT_EQ(day("https://a.example/2015/13/04/x"), "none");
  EXPECT_EQ(day("https://a.example/x?d=/2015/11/04/"), "none");
  EXPECT_EQ(day("https://a.example/2015/11/041"), "none");
  EXPECT_EQ(day(""), "none");
}

// Every beginning of a value, and any length of nothing but digits, is read without harm.
TEST(DateValues, CutOffAnywhere) {
  for (const std::string whole :
       {"2023-11-02 T20-59-53 +07:00", "20250618T140500.123Z", "Thu, 05 Nov 2015 10:08:58 +0700"})
    for (std::size_t size = 0; size <= whole.size(); ++size) (void)read(whole.substr(0, size));
  for (std::size_t size = 0; size < 40; ++size) (void)read(std::string(size, '9'));
}

}  // namespace
}  // namespace warta::extract
