#include "csv_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace warta::accuracy {
namespace {

// What separates the cells: the first of these that the header has outside quotation marks.
char separator_of(std::string_view bytes) {
  bool quoted = false;
  for (const char c : bytes) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == ',' || c == ';' || c == '\t') return c;
    if (c == '\n') break;
  }
  return ',';
}

class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : rest_(bytes), separator_(separator_of(bytes)) {}

  bool done() const { return rest_.empty(); }

  Result<std::vector<std::string>> row() {
    std::vector<std::string> cells;
    for (bool more = true; more;) {
      std::string cell;
      if (rest_.starts_with('"') && !quoted(cell)) return fail(Why::bad_format, "a quotation mark is never closed");
      const std::size_t end = std::min(rest_.find_first_of(std::string{separator_, '\n'}), rest_.size());
      std::string_view plain = rest_.substr(0, end);
      if (plain.ends_with('\r')) plain.remove_suffix(1);
      cell += plain;
      cells.push_back(std::move(cell));
      more = end < rest_.size() && rest_[end] == separator_;
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
    }
    return cells;
  }

 private:
  // Up to the closing mark; a doubled one is one of the text. False: there is none.
  bool quoted(std::string& cell) {
    for (rest_.remove_prefix(1);;) {
      const std::size_t mark = rest_.find('"');
      if (mark == std::string_view::npos) return false;
      cell += rest_.substr(0, mark);
      rest_.remove_prefix(mark + 1);
      if (!rest_.starts_with('"')) return true;
      cell += '"';
      rest_.remove_prefix(1);
    }
  }

  std::string_view rest_;
  char separator_;
};

std::string_view unguarded(std::string_view cell) {
  const bool guarded =
      cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

}  // namespace

Result<CsvTable> CsvTable::parse(std::string_view bytes) {
  constexpr std::string_view kBom = "\xef\xbb\xbf";
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  CsvTable table;
  Scanner scanner(bytes);
  for (std::uint64_t record = 1; !scanner.done(); ++record) {
    auto cells = scanner.row();
    if (!cells) {
      cells.error().record = record;
      return tl::unexpected<Error>(std::move(cells.error()));
    }
    if (record == 1) {
      for (std::string& name : *cells) table.header_.emplace_back(utf8::trim(name));
      continue;
    }
    const bool blank = std::all_of(cells->begin(), cells->end(), [](const std::string& c) { return c.empty(); });
    if (!blank) table.rows_.push_back({std::move(*cells), record});
  }
  if (table.header_.empty()) return fail(Why::bad_format, "an empty table");
  return table;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::string_view CsvTable::cell(std::size_t row, std::optional<std::size_t> column) const {
  const auto& cells = rows_[row].cells;
  return column && *column < cells.size() ? unguarded(cells[*column]) : std::string_view{};
}

}  // namespace warta::accuracy
