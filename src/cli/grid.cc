#include "grid.h"

#include <algorithm>

#include "base/utf8.h"
#include "visible.h"

namespace warta::cli {
namespace {

constexpr std::size_t kGap = 2, kNarrowest = 8;

std::size_t width(std::string_view shown) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < shown.size(); i += utf8::decode(shown, i).bytes) ++characters;
  return characters;
}

// Takes from the widest that give way, until all fit or none is wider than the narrowest.
void narrow(const std::vector<Grid::Column>& columns, std::vector<std::size_t>& widths, std::size_t room) {
  std::size_t sum = kGap * (widths.size() - 1);
  for (const std::size_t each : widths) sum += each;
  for (; sum > room; --sum) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (columns[i].gives_way && widths[i] > kNarrowest && (!widest || widths[i] > *widest)) widest = &widths[i];
    if (!widest) return;
    --*widest;
  }
}

}  // namespace

void Grid::add(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = visible(cell);
  rows_.push_back(std::move(cells));
}

std::string Grid::text(std::size_t columns) const {
  if (rows_.empty()) return {};
  std::vector<std::string> names;
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) {
    names.push_back(visible(column.name));
    widths.push_back(width(names.back()));
  }
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  narrow(columns_, widths, columns);
  std::string out;
  const auto add_line = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t wide = width(cells[i]);
      if (i > 0) line.append(kGap, ' ');
      if (columns_[i].side == Side::right && wide < widths[i]) line.append(widths[i] - wide, ' ');
      line += fitted(cells[i], columns_[i].side == Side::right ? std::min(wide, widths[i]) : widths[i]);
    }
    out += line.erase(line.find_last_not_of(' ') + 1) + "\n";
  };
  add_line(names);
  for (const auto& row : rows_) add_line(row);
  return out;
}

}  // namespace warta::cli
