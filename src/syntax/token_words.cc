// Reading of tokens.tsv. Tests: tests/syntax/tokenizer_test.cc
#include "token_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>

#include "base/hash.h"
#include "base/utf8.h"
#include "keys.h"
#include "table.h"

namespace warta::syntax {
namespace {

struct KindName {
  std::string_view name;
  TokenWords::Kind kind;
};
constexpr std::array<KindName, 8> kKinds{{{"abbreviation", TokenWords::kAbbreviation},
                                          {"abbreviation_may_end", TokenWords::kMayEnd},
                                          {"whole", TokenWords::kWhole},
                                          {"host", TokenWords::kHost},
                                          {"currency", TokenWords::kCurrency},
                                          {"hyphen_prefix", TokenWords::kHyphenPrefix},
                                          {"starter", TokenWords::kStarter},
                                          {"hyphen_suffix", TokenWords::kHyphenSuffix}}};

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

void TokenWords::add(std::string_view word, Kind kind) { rows_.push_back({text_key(word) | 1, kind}); }

Result<void> TokenWords::line(std::string_view text, std::uint64_t number) {
  const auto bad = [&](std::string note) {
    return tl::unexpected<Error>(Error{Why::bad_format, fmt::format("line {}: {}", number, note), {}, 0, 0});
  };
  const std::size_t tab = text.find('\t');
  if (tab == std::string_view::npos) return bad("kind and words, parted by a tab, are wanted");
  const std::string_view kind = text.substr(0, tab);
  std::string_view rest = text.substr(tab + 1);
  while (!rest.empty()) {
    const std::size_t end = rest.find('|');
    const std::string word = utf8::lower(utf8::trim(rest.substr(0, end)));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (word.empty()) return bad("an empty word");
    if (kind == "clitic" || kind == "clitic_of_known") {
      clitics_.push_back({word, kind == "clitic"});
    } else if (kind == "parts") {
      const std::size_t plus = word.find('+');
      if (plus == 0 || plus == std::string::npos || plus + 1 == word.size())
        return bad("'" + word + "' has no two parts");
      parts_.push_back({word.substr(0, plus) + word.substr(plus + 1), plus});
    } else if (kind == "hyphens") {
      if (word != "part" && word != "join") return bad("hyphens part or join words");
      hyphens_part_ = word == "part";
    } else {
      const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindName& k) { return k.name == kind; });
      if (found == kKinds.end()) return bad(fmt::format("unknown kind '{}'", kind));
      add(word, found->kind);
    }
  }
  return {};
}

// From the list as read to a table.
void TokenWords::index() {
  std::map<std::uint64_t, std::uint16_t> merged;
  for (const Row& row : rows_) merged[row.key] = static_cast<std::uint16_t>(merged[row.key] | row.kinds);
  rows_.assign(merged.size() * 2 + 8, Row{});
  for (const auto& [key, kinds] : merged) {
    std::size_t place = place_of(key, rows_.size());
    while (rows_[place].key != 0) place = place + 1 == rows_.size() ? 0 : place + 1;
    rows_[place] = {key, kinds};
  }
  // the longest first, so that "n't" is tried before "'t"
  std::stable_sort(clitics_.begin(), clitics_.end(),
                   [](const Clitic& a, const Clitic& b) { return a.text.size() > b.text.size(); });
}

Result<TokenWords> TokenWords::parse(std::string_view file) {
  TokenWords words;
  words.checksum_ = hash(file);
  std::uint64_t number = 0;
  while (!file.empty()) {
    ++number;
    const std::size_t end = file.find('\n');
    const std::string_view text = file.substr(0, end);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    if (text.empty() || text[0] == '#') continue;
    WARTA_CHECK(words.line(text, number));
  }
  words.index();
  return words;
}

Result<TokenWords> TokenWords::read(const std::string& path) {
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return tl::unexpected<Error>(Error{Why::cannot_open, {}, path, 0, 0});
  std::string bytes;
  std::array<char, 1 << 14> block;
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), file.get())) bytes.append(block.data(), got);
  auto words = parse(bytes);
  if (!words) words.error().file = path;
  return words;
}

bool TokenWords::is(std::string_view lower, Kind kind) const {
  if (rows_.empty()) return false;
  const std::uint64_t key = text_key(lower) | 1;
  for (std::size_t place = place_of(key, rows_.size()); rows_[place].key != 0;
       place = place + 1 == rows_.size() ? 0 : place + 1) {
    if (rows_[place].key == key) return (rows_[place].kinds & kind) != 0;
  }
  return false;
}

std::size_t TokenWords::cut(std::string_view lower) const {
  for (const Parts& parts : parts_) {
    if (parts.word == lower) return parts.cut;
  }
  return 0;
}

}  // namespace warta::syntax
