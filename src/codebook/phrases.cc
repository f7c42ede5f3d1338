#include "phrases.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace warta::codebook {
namespace {

bool ends_with_s(std::string_view word) { return word.back() == 's' || word.back() == 'S'; }

// Bytes of an apostrophe, straight or typographic, that ends here; 0: none.
std::size_t apostrophe_before(std::string_view word, std::size_t end) {
  if (end >= 1 && word[end - 1] == '\'') return 1;
  if (end >= 3 && word.substr(end - 3, 3) == "\u2019") return 3;
  return 0;
}

// Where a possessive ending begins ("Russia's", "teachers'"); the word's size if it has none.
std::size_t possessive(std::string_view word) {
  const std::size_t end = ends_with_s(word) ? word.size() - 1 : word.size();
  const std::size_t bytes = apostrophe_before(word, end);
  if (bytes == 0 || end == bytes) return word.size();
  const bool plural = end == word.size() && ends_with_s(word.substr(0, end - bytes));
  return end < word.size() || plural ? end - bytes : word.size();
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

void add_word(std::string_view word, std::vector<std::string_view>& out) {
  const char last = word.back();
  if (last != 's' && last != 'S' && last != ',' && last != '\'' && static_cast<unsigned char>(last) < 0x80) {
    out.push_back(word);
    return;
  }
  const bool comma = word.size() > 1 && last == ',';
  const std::string_view rest = comma ? word.substr(0, word.size() - 1) : word;
  const std::size_t split = possessive(rest);
  out.push_back(rest.substr(0, split));
  if (split < rest.size()) out.push_back(rest.substr(split));
  if (comma) out.push_back(word.substr(word.size() - 1));
}

}  // namespace

Case case_of(std::string_view phrase) {
  const std::size_t first = std::find_if_not(phrase.begin(), phrase.end(), is_blank) - phrase.begin();
  const Case begun = utf8::starts_upper(phrase.substr(first)) ? Case::capitalised : Case::any;
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (phrase.size() < 2 || std::any_of(phrase.begin(), phrase.end(), small)) return begun;
  const auto words = words_of(phrase);
  return !words.empty() && std::all_of(words.begin(), words.end(), utf8::all_upper) ? Case::capitals : begun;
}

std::vector<std::string_view> words_of(std::string_view phrase) {
  std::vector<std::string_view> out;
  append_words(phrase, out);
  return out;
}

void append_words(std::string_view phrase, std::vector<std::string_view>& out) {
  const bool tabs = phrase.find('\t') != std::string_view::npos;  // rare, and to look for two marks is slow
  for (std::size_t i = 0; i < phrase.size();) {
    const std::size_t blank = tabs ? phrase.find_first_of(" \t", i) : phrase.find(' ', i);
    const std::size_t end = std::min(blank, phrase.size());
    if (end > i) add_word(phrase.substr(i, end - i), out);
    i = end + 1;
  }
}

std::vector<std::string_view> parted_at_hyphens(const std::vector<std::string_view>& words) {
  const auto inside = [](std::string_view word) {
    const std::size_t at = word.find('-', 1);
    return at + 1 < word.size() ? at : std::string_view::npos;
  };
  std::vector<std::string_view> out;
  if (std::all_of(words.begin(), words.end(), [&](std::string_view w) { return inside(w) == std::string_view::npos; }))
    return out;
  for (std::string_view word : words) {
    for (std::size_t at = inside(word); at != std::string_view::npos; at = inside(word)) {
      out.push_back(word.substr(0, at));
      out.push_back(word.substr(at, 1));
      word.remove_prefix(at + 1);
    }
    out.push_back(word);
  }
  return out;
}

std::uint64_t chain(std::uint64_t prefix, std::string_view lower_word) {
  const std::uint64_t key = hash(lower_word, prefix);
  return key != 0 ? key : 1;
}

}  // namespace warta::codebook
