#include "csv_table.h"

#include <gtest/gtest.h>

namespace warta::accuracy {
namespace {

CsvTable table(std::string_view bytes) {
  auto parsed = CsvTable::parse(bytes);
  EXPECT_TRUE(parsed) << parsed.error().message();
  return parsed ? *parsed : CsvTable{};
}

TEST(CsvTable, ReadsQuotedCells) {
  const CsvTable t = table("a,b\n\"one, \"\"two\"\"\nthree\",x\n");
  ASSERT_EQ(t.rows(), 1u);
  EXPECT_EQ(t.cell(0, t.column("a")), "one, \"two\"\nthree");
  EXPECT_EQ(t.cell(0, t.column("b")), "x");
}

TEST(CsvTable, ReadsWhatSpreadsheetsSave) {
  const CsvTable t = table(
      "\xef\xbb\xbf"
      "a;b\r\n1;2\r\n;\r\n3\r\n");
  ASSERT_EQ(t.rows(), 2u);  // without the blank one
  EXPECT_EQ(t.cell(0, t.column("b")), "2");
  EXPECT_EQ(t.cell(1, t.column("a")), "3");
  EXPECT_EQ(t.cell(1, t.column("b")), "");  // a short row
  EXPECT_EQ(t.record(1), 4u);
  EXPECT_EQ(table("a\tb\n1\t2").cell(0, 1), "2");
}

TEST(CsvTable, TakesTheGuardOfFormulasOff) {
  const CsvTable t = table("a\n\"'=1+1\"\n'tis\n");
  EXPECT_EQ(t.cell(0, 0), "=1+1");
  EXPECT_EQ(t.cell(1, 0), "'tis");
}

TEST(CsvTable, RefusesWhatIsNone) {
  EXPECT_FALSE(CsvTable::parse(""));
  const auto open = CsvTable::parse("a\nx\n\"y\n");
  ASSERT_FALSE(open);
  EXPECT_EQ(open.error().record, 3u);
}

TEST(CsvTable, AbsentColumnsAreEmpty) {
  const CsvTable t = table("a\n1\n");
  EXPECT_FALSE(t.column("b"));
  EXPECT_EQ(t.cell(0, t.column("b")), "");
}

}  // namespace
}  // namespace warta::accuracy
