// Stamps: date and time as pages print them, in any order: "Kamis 18 Jan 2024 08:25 WIB", "12/02/2025, 14:20 WIB",
// "3:05 PM GMT, Tuesday March 4, 2025", "2024-01-18T08:25:00+07:00". Words of months, days and zones are data.
// Tests: tests/extract/stamp_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/extract.h"
#include "lines.h"

namespace warta::extract {

struct Stamp {
  int year = 0;
  unsigned month = 0, day = 0;
  bool either_order = false;     // "3/4/2025": day and month may be changed
  std::optional<unsigned> hour;  // 0..23
  unsigned minute = 0, second = 0;
  std::string zone;  // as the table has it: "+07:00", "-05:00 us"; empty: none
  bool weekday = false, meridiem = false;
  std::uint32_t words = 0;  // of the line that belong to it
};

// The first stamp of a line, if it has one with a year from 1990 to 2100.
std::optional<Stamp> find_stamp(const LinedText& page, const Line& line);

// ISO 8601. Without a zone Indonesian pages mean Western Indonesian Time; others stay without an offset. Day and month
// stand in that order unless the zone is American, or an English page counts hours to twelve.
Published published_of(Stamp stamp, std::string_view language);

// An option or a record's field: an ISO 8601 date or date-time, or a stamp as above; nullopt: none.
std::optional<Published> read_date(std::string_view text, std::string_view language, const Furniture& furniture,
                                   const Languages& languages);

}  // namespace warta::extract
