// Lines and cells of data files, for the readers of this room. Everything is a view into the file's text; an error
// names the file as the reader calls it ("classes.txt"), and `load` puts the path in its place.
#pragma once
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "codebook/phrases.h"

namespace warta::codebook {

tl::unexpected<Error> wrong(std::string_view file, std::uint64_t line, std::string_view note);

class Lines {
 public:
  Lines(std::string_view file, std::string_view text);
  bool next();
  std::string_view line() const { return line_; }  // without its end
  std::uint64_t number() const { return number_; }
  std::string_view file() const { return file_; }
  tl::unexpected<Error> wrong(std::string_view note) const { return codebook::wrong(file_, number_, note); }

 private:
  std::string_view file_, rest_, line_;
  std::uint64_t number_ = 0;
};

std::string_view trim(std::string_view text);  // blanks and tabs of both ends
std::string_view without_comment(
    std::string_view line);  // from # at the start or after two spaces, and blanks before it
std::vector<std::string_view> split(std::string_view list, char mark);  // trimmed, empty ones left out
std::vector<std::string_view> blanks(std::string_view text);            // parted by blanks

struct KeyValue {
  std::string_view key, value;
};
KeyValue key_value(std::string_view line);  // "key   value"

// A whole cell that is a number; a plus sign is allowed.
template <class T>
std::optional<T> number(std::string_view text) {
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  T value{};
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

// A phrase folded and parted, reusing its memory: the words are good until the next call.
class Folded {
 public:
  const std::vector<std::string_view>& words(std::string_view phrase);
  // Calls use(words) for the phrase, and once more where a tokenizer may part it at hyphens.
  template <class Use>
  void each(std::string_view phrase, Use&& use) {
    if (!words(phrase).empty()) use(words_);
    if (text_.find('-') == std::string::npos) return;
    if (const std::vector<std::string_view> parted = parted_at_hyphens(words_); !parted.empty()) use(parted);
  }

 private:
  std::string text_;
  std::vector<std::string_view> words_;
};

// Tab-separated cells under a header line. Columns may stand in any order.
class Table {
 public:
  // `columns` as cell() numbers them; the first `required` must be there. An empty text is a table without rows.
  static Result<Table> open(std::string_view file, std::string_view text, const std::vector<std::string_view>& columns,
                            std::size_t required);
  Result<bool> next();                                                        // false: no more rows
  std::string_view cell(std::size_t column) const { return cells_[column]; }  // "" if absent, empty or "-"
  std::uint64_t number() const { return lines_.number(); }
  tl::unexpected<Error> wrong(std::string_view note) const { return lines_.wrong(note); }

 private:
  Table(std::string_view file, std::string_view text) : lines_(file, text) {}
  bool next_line();  // that is neither empty nor a comment
  Result<void> read_header(const std::vector<std::string_view>& columns, std::size_t required);

  Lines lines_;
  std::vector<std::size_t> order_;  // of each place in a row: its column
  std::vector<std::string_view> cells_;
};

}  // namespace warta::codebook
