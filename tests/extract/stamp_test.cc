#include "stamp.h"

#include <gtest/gtest.h>

#include "case_file.h"
#include "tables_of_data.h"

namespace warta::extract {
namespace {

std::string iso_of_line(const std::string& line, const std::string& language) {
  const LinedText page = read_lines(line, 0, furniture(), languages());
  if (page.lines.size() != 1) return "not one line";
  const auto stamp = find_stamp(page, page.lines[0]);
  return stamp ? published_of(*stamp, language).iso : "none";
}

std::string iso_of_field(const std::string& field, const std::string& language) {
  const auto published = read_date(field, language, furniture(), languages());
  return published ? published->iso : "none";
}

TEST(Stamps, Cases) {
  const auto cases = test::read_cases(case_path("stamps.txt"));
  ASSERT_GT(cases.size(), 30u);
  for (const auto& one : cases) {
    const std::string language = one.get("language"), iso = one.get("iso");
    for (const std::string& line : one.all("line"))
      EXPECT_EQ(iso_of_line(line, language), iso) << one.where() << ": " << line;
    for (const std::string& field : one.all("field"))
      EXPECT_EQ(iso_of_field(field, language), iso) << one.where() << ": " << field;
  }
}

TEST(Stamps, TheDayIsThatOfItsOwnZone) {
  const auto published = read_date("2024-01-18T23:30:00-05:00", "en", furniture(), languages());
  ASSERT_TRUE(published);
  EXPECT_EQ(iso(published->day), "2024-01-18");
}

TEST(Stamps, FieldsOfNothing) {
  for (const std::string field : {"", "  ", "\n", "2024-01-18\n2024-01-19", "/", "::", "-", "T", "12/", "1:", "9.",
                                  "2024-01-18T", "2024-01-18T2:"})
    (void)read_date(field, "en", furniture(), languages());
  EXPECT_FALSE(read_date(std::string(100000, '1'), "en", furniture(), languages()));
}

// Every beginning of a stamp is read without harm: marks at the end of the line have nothing behind them.
TEST(Stamps, CutOffAnywhere) {
  for (const std::string whole : {"2024-01-18T08:25:00.123+07:00", "Kamis, 18/01/2024 - 08.25 WIB",
                                  "3:05 p.m. ET, March 4, 2025", "0825 GMT+5:30 4.6.2024"})
    for (std::size_t size = 0; size <= whole.size(); ++size) {
      const std::string cut = whole.substr(0, size);
      const LinedText page = read_lines(cut, 0, furniture(), languages());
      for (const Line& line : page.lines) (void)find_stamp(page, line);
    }
}

}  // namespace
}  // namespace warta::extract
