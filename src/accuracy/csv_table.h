// A table of CSV as a spreadsheet saves it: RFC 4180, a header line, commas, semicolons or tabs between the cells (told
// from the header), with or without BOM and CR. Columns are found by name. Tests: tests/accuracy/csv_table_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace warta::accuracy {

class CsvTable {
 public:
  // Fails with bad_format on an empty table and on a quotation mark that is never closed.
  static Result<CsvTable> parse(std::string_view bytes);

  std::optional<std::size_t> column(std::string_view name) const;
  std::size_t rows() const { return rows_.size(); }  // without the header and blank lines
  // Empty where the column is absent or the row is short. The apostrophe that guards a formula is taken off again.
  std::string_view cell(std::size_t row, std::optional<std::size_t> column) const;
  std::uint64_t record(std::size_t row) const { return rows_[row].record; }  // as spreadsheets count: the header is 1

 private:
  struct Row {
    std::vector<std::string> cells;
    std::uint64_t record = 0;
  };
  std::vector<std::string> header_;
  std::vector<Row> rows_;
};

}  // namespace warta::accuracy
