#include "tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/hash.h"
#include "base/utf8.h"

namespace warta::extract {
namespace {

using KindNames = std::array<std::string_view, static_cast<std::size_t>(Kind::count_)>;
// clang-format off
constexpr KindNames kKinds{
    "ad", "link", "kicker", "end", "sponsor", "share", "menu", "promo", "note", "author", "editor",
    "author_and_editor", "source", "caption", "credit", "figure", "published", "updated", "ago", "live", "month",
    "weekday", "zone", "meridiem", "agency", "outlet", "outlet_word", "place", "region", "conjunction", "locative",
    "role", "company", "collective"};
// clang-format on

bool joins(char32_t c) {
  return c == '-' || c == '\'' || c == 0x2019 || c == '.' || c == '&' || c == '@' || c == '_' || c == 0x2011;
}
constexpr char32_t kCopyright = 0xa9;  // a word of its own: before a year too

bool of_word(char32_t c) {
  return utf8::is_letter(c) || utf8::is_digit(c) || c == kCopyright || (c >= 0x300 && c < 0x370);
}

// What a character of ASCII is, of which news is nearly all; beyond it the functions above tell.
struct Ascii {
  bool letter = false, upper = false, of_word = false, space = false;
  std::uint8_t lower = 0;
};
constexpr std::array<Ascii, 0x80> make_ascii() {
  std::array<Ascii, 0x80> table{};
  for (std::uint8_t c = 0; c < 0x80; ++c) {
    const bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z');
    table[c] = {letter, upper, letter || (c >= '0' && c <= '9'), c == ' ' || (c >= 0x09 && c <= 0x0d),
                static_cast<std::uint8_t>(upper ? c + ('a' - 'A') : c)};
  }
  return table;
}
constexpr std::array<Ascii, 0x80> kAscii = make_ascii();

struct Fold {
  std::uint64_t hash = 0xcbf29ce484222325u;
  void add(char32_t c) {
    c = c < 0x80 ? kAscii[c].lower : c == 0x2019 ? U'\'' : c == 0x2011 ? U'-' : utf8::lower(c);
    hash = (hash ^ c) * 0x100000001b3u;
  }
};

// Which character a byte begins; the fast way for ASCII, of which news is nearly all.
utf8::Char character(std::string_view text, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? utf8::Char{byte, 1} : utf8::decode(text, at);
}

// Reads one word from `at`, which begins one.
Word read_word(std::string_view text, std::uint32_t at, std::uint32_t end) {
  Word word;
  word.begin = at;
  Fold fold;
  bool lower = false, letters = false;
  while (at < end) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80 && kAscii[byte].of_word) {
      letters |= kAscii[byte].letter;
      lower |= kAscii[byte].letter && !kAscii[byte].upper;
      fold.add(byte);
      ++at;
      continue;
    }
    const utf8::Char c = character(text, at);
    if (c.code == kCopyright && at != word.begin) break;
    if (!of_word(c.code)) {
      const std::uint32_t next = at + c.bytes;
      if (!joins(c.code) || next >= end || !of_word(character(text, next).code)) break;
    } else if (utf8::is_letter(c.code)) {
      letters = true;
      lower |= !utf8::is_upper(c.code);
    }
    fold.add(c.code);
    at += c.bytes;
    if (c.code == kCopyright) break;
  }
  word.end = at;
  word.hash = fold.hash;
  const char32_t first = character(text, word.begin).code;
  word.upper = utf8::is_upper(first);
  word.digit = utf8::is_digit(first);
  word.number = word.digit && !letters;
  word.all_upper = letters && !lower;
  return word;
}

}  // namespace

std::uint64_t hash_of(std::string_view word) {
  Fold fold;
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Char c = utf8::decode(word, i);
    fold.add(c.code);
    i += c.bytes;
  }
  return fold.hash;
}

std::uint32_t find_words(std::string_view text, std::uint32_t begin, std::uint32_t end, std::size_t limit,
                         std::vector<Word>& out) {
  Word* last = nullptr;
  const std::size_t before = out.size();
  for (std::uint32_t at = begin; at < end;) {
    const utf8::Char c = character(text, at);
    if (c.code < 0x80 ? !kAscii[c.code].of_word : !of_word(c.code)) {
      const bool space = c.code < 0x80 ? kAscii[c.code].space : utf8::is_space(c.code);
      if (last && last->after == 0 && !space) last->after = c.code < 0x80 ? static_cast<char>(c.code) : '\1';
      at += c.bytes;
      continue;
    }
    if (out.size() - before == limit) return at;
    out.push_back(read_word(text, at, end));
    last = &out.back();
    at = last->end;
  }
  return end;
}

Result<Furniture> Furniture::load(const std::vector<std::string>& data_folders) {
  Furniture furniture;
  const auto files = files_under(data_folders, "furniture.tsv");
  if (files.empty()) return fail(Why::cannot_open, "no lang/*/furniture.tsv in the data folders");
  for (const std::string& file : files) WARTA_CHECK(furniture.read(file));
  return furniture;
}

Result<void> Furniture::read(const std::string& path) {
  for (const TableRow& row : WARTA_TRY(read_table(path, 3))) {
    const auto wrong = [&](std::string_view note) {
      return tl::unexpected<Error>(Error{Why::bad_format, fmt::format("line {}: {}", row.line, note), path, 0, 0});
    };
    const auto kind = std::find(kKinds.begin(), kKinds.end(), row.cells[0]);
    if (kind == kKinds.end()) return wrong("no such kind: " + row.cells[0]);
    for (std::string_view rest = row.cells[2]; !rest.empty();) {
      const std::size_t stop = std::min(rest.find('|'), rest.size());
      const std::string_view phrase = utf8::trim(rest.substr(0, stop));
      rest.remove_prefix(std::min(stop + 1, rest.size()));
      if (!add(static_cast<Kind>(kind - kKinds.begin()), row.cells[1], phrase))
        return wrong(fmt::format("\"{}\" has no words", phrase));
    }
  }
  return {};
}

Result<void> Furniture::add(Kind kind, std::string_view value, std::string_view written) {
  Phrase phrase{kind, Where::whole, false, 0, std::string(value == "-" ? "" : value)};
  const bool open_start = !written.empty() && written.front() == '*',
             open_end = !written.empty() && written.back() == '*';
  phrase.where = open_start ? open_end ? Where::anywhere : Where::end : open_end ? Where::start : Where::whole;
  if (open_start) written.remove_prefix(1);
  if (open_end && !written.empty()) written.remove_suffix(1);
  phrase.colon = !written.empty() && written.back() == ':';
  std::vector<Word> words;
  find_words(written, 0, static_cast<std::uint32_t>(written.size()), 64, words);
  if (words.empty()) return fail(Why::bad_format, "no words");
  phrase.words = static_cast<std::uint32_t>(words.size());
  const std::uint64_t first = words[0].hash;
  first_words_[first / 64 % kFirstWords] |= std::uint64_t{1} << (first % 64);
  std::uint64_t key = 0;
  for (const Word& word : words) nodes_[key = chain(key, word.hash)];  // prefixes are nodes without phrases
  phrases_.push_back(std::move(phrase));
  next_.push_back(0);
  const auto index = static_cast<std::uint32_t>(phrases_.size());
  Node& node = nodes_[key];
  (node.first == 0 ? node.first : next_[node.last - 1]) = index;
  node.last = index;
  return {};
}

const Phrase* Furniture::longest(Kind kind, const std::vector<Word>& words, std::size_t first, std::size_t end) const {
  const Phrase* best = nullptr;
  at(words, first, end, [&](const Phrase& phrase) {
    if (phrase.kind == kind) best = &phrase;
  });
  return best;
}

Result<std::vector<TableRow>> read_table(const std::string& path, std::size_t columns) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return tl::unexpected<Error>(Error{Why::cannot_open, "cannot read this table", path, 0, 0});
  std::vector<TableRow> rows;
  std::string line;
  bool header = true;
  for (std::uint64_t number = 1; std::getline(file, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(header, false)) continue;
    TableRow row{number, {}};
    for (std::string_view rest = line;;) {
      const std::size_t tab = rest.find('\t');
      row.cells.emplace_back(utf8::trim(rest.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    if (row.cells.size() != columns)
      return tl::unexpected<Error>(
          Error{Why::bad_format, fmt::format("line {}: {} cells instead of {}", number, row.cells.size(), columns),
                path, 0, 0});
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> files_under(const std::vector<std::string>& data_folders, const std::string& name) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string& folder : data_folders) {
    std::error_code problem;
    std::vector<std::string> here;
    fs::directory_iterator entry(folder + "/lang", problem), end;
    for (; !problem && entry != end; entry.increment(problem)) {
      std::error_code absent;
      if (const std::string path = entry->path().string() + "/" + name; fs::exists(path, absent)) here.push_back(path);
    }
    std::sort(here.begin(), here.end());
    files.insert(files.end(), here.begin(), here.end());
  }
  return files;
}

}  // namespace warta::extract
