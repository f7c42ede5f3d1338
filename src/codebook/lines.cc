#include "lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace warta::codebook {

tl::unexpected<Error> wrong(std::string_view file, std::uint64_t line, std::string_view note) {
  return tl::unexpected<Error>(Error{Why::bad_format, fmt::format("line {}: {}", line, note), std::string(file), 0, 0});
}

Lines::Lines(std::string_view file, std::string_view text) : file_(file), rest_(text) {
  if (rest_.substr(0, 3) == "\xef\xbb\xbf") rest_.remove_prefix(3);  // a byte order mark
}

bool Lines::next() {
  if (rest_.empty()) return false;
  const std::size_t end = rest_.find('\n');
  line_ = rest_.substr(0, end);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  if (!line_.empty() && line_.back() == '\r') line_.remove_suffix(1);
  ++number_;
  return true;
}

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_comment(std::string_view line) {
  for (std::size_t i = line.find('#'); i != std::string_view::npos; i = line.find('#', i + 1))
    if (i == 0 || (i >= 2 && line[i - 1] == ' ' && line[i - 2] == ' '))
      return trim(line.substr(0, i)).empty() ? std::string_view{} : line.substr(0, i);
  return line;
}

std::vector<std::string_view> split(std::string_view list, char mark) {
  std::vector<std::string_view> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(mark), list.size());
    const std::string_view item = trim(list.substr(0, end));
    if (!item.empty()) out.push_back(item);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

std::vector<std::string_view> blanks(std::string_view text) {
  std::vector<std::string_view> out;
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

KeyValue key_value(std::string_view line) {
  line = trim(line);
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  return {line.substr(0, end), trim(line.substr(end))};
}

const std::vector<std::string_view>& Folded::words(std::string_view phrase) {
  text_.clear();
  utf8::append_lower(text_, phrase);
  words_.clear();
  append_words(text_, words_);
  return words_;
}

Result<Table> Table::open(std::string_view file, std::string_view text, const std::vector<std::string_view>& columns,
                          std::size_t required) {
  Table table(file, text);
  table.cells_.resize(columns.size());
  if (table.next_line()) WARTA_CHECK(table.read_header(columns, required));
  return table;
}

bool Table::next_line() {
  while (lines_.next())
    if (!lines_.line().empty() && lines_.line()[0] != '#' && !trim(lines_.line()).empty()) return true;
  return false;
}

Result<void> Table::read_header(const std::vector<std::string_view>& columns, std::size_t required) {
  std::string_view rest = lines_.line();
  for (bool more = true; more;) {
    const std::size_t end = rest.find('\t');
    more = end != std::string_view::npos;
    const std::string_view name = trim(rest.substr(0, end));
    const auto at = std::find(columns.begin(), columns.end(), name);
    if (at == columns.end())
      return wrong(fmt::format("the header names a column \"{}\"; known: {}", name, fmt::join(columns, " ")));
    order_.push_back(static_cast<std::size_t>(at - columns.begin()));
    if (std::count(order_.begin(), order_.end(), order_.back()) > 1)
      return wrong(fmt::format("column \"{}\" twice", name));
    if (more) rest.remove_prefix(end + 1);
  }
  for (std::size_t i = 0; i < required; ++i)
    if (std::find(order_.begin(), order_.end(), i) == order_.end())
      return wrong(fmt::format("no column \"{}\"", columns[i]));
  return {};
}

Result<bool> Table::next() {
  if (!next_line()) return false;
  std::string_view rest = lines_.line();
  std::size_t i = 0;
  for (bool more = true; more; ++i) {
    const std::size_t end = rest.find('\t');
    more = end != std::string_view::npos;
    const std::string_view cell = trim(rest.substr(0, end));
    if (i < order_.size())
      cells_[order_[i]] = cell == "-" ? std::string_view{} : cell;
    else if (!cell.empty())
      return wrong(fmt::format("{} cells under {} columns", i + 1, order_.size()));
    if (more) rest.remove_prefix(end + 1);
  }
  for (; i < order_.size(); ++i) cells_[order_[i]] = {};
  return true;
}

}  // namespace warta::codebook
