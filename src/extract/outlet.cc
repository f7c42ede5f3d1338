#include "outlet.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace warta::extract {

std::string squashed(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const utf8::Char c = utf8::decode(name, i);
    if (utf8::is_letter(c.code) || utf8::is_digit(c.code)) utf8::append(out, utf8::lower(c.code));
    i += c.bytes;
  }
  return out;
}

namespace {

constexpr std::size_t kMasthead = 4;  // lines at the top of a page among which the name stands
constexpr std::size_t kLongest = 5;   // words of a name

// "Suara Nusa Timur" -> "snt"
std::string initials(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const utf8::Char c = utf8::decode(name, i);
    if (utf8::is_letter(c.code) && (i == 0 || name[i - 1] == ' ')) utf8::append(out, utf8::lower(c.code));
    i += c.bytes;
  }
  return out;
}

// A name in capitals with the letters of a name that has small ones: "PENA KEADILAN" as "PenaKeadilan" is "Pena
// Keadilan".
std::string cased_like(const std::string& capitals, std::string_view name) {
  if (!utf8::all_upper(capitals) || utf8::all_upper(name)) return capitals;
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < capitals.size();) {
    const utf8::Char c = utf8::decode(capitals, i);
    i += c.bytes;
    if (!utf8::is_letter(c.code)) {
      utf8::append(out, c.code);
      continue;
    }
    while (at < name.size() && !utf8::is_letter(utf8::decode(name, at).code)) at += utf8::decode(name, at).bytes;
    if (at >= name.size()) return capitals;
    const utf8::Char small = utf8::decode(name, at);
    utf8::append(out, small.code);
    at += small.bytes;
  }
  return out;
}

class Finder {
 public:
  Finder(const LinedText& page, const Roles& roles) : page_(page), roles_(roles) {}

  std::optional<std::string> find(const std::optional<std::string>& of_dateline) {
    collect();
    if (of_dateline) return fullest(*of_dateline);
    for (const std::string& name : closing_) return fullest(name);
    if (!mastheads_.empty() && mastheads_[0].second) return mastheads_[0].first;
    return std::nullopt;
  }

 private:
  void collect() {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const Line& line = page_.lines[i];
      const Role role = roles_.of[i];
      if (role == Role::title || role == Role::paragraph || role == Role::heading || role == Role::deck ||
          role == Role::caption)
        continue;
      if (i < kMasthead && i < roles_.lead && !line.covered) masthead(line);
      if (i > roles_.lead || roles_.lead == page_.lines.size()) closing(line);
    }
  }

  // The capitalised words that begin a line: all of them if the line is no longer, else up to a word of outlets' names.
  void masthead(const Line& line) {
    std::size_t end = line.first, outlet_word = line.first;
    while (end < line.last && end - line.first < kLongest && page_.words[end].upper) {
      if (page_.furniture->longest(Kind::outlet_word, page_.words, end, line.last)) outlet_word = end + 1;
      ++end;
      if (parted(end - 1)) break;
    }
    const bool named = outlet_word > line.first + 1;
    if (named)
      mastheads_.push_back({text_of(line.first, outlet_word), true});
    else if (end > line.first && (end == line.last || parted(end - 1)))
      mastheads_.push_back({text_of(line.first, end), false});
  }
  bool parted(std::size_t i) const {
    const char after = page_.words[i].after;
    return after != 0 && after != '&' && after != '.';
  }

  // "© 2024 Name", "Name © 2024", "Name is published by", "Hak Cipta © 2003-2024 Name"
  void closing(const Line& line) {
    static const std::uint64_t sign = hash_of("\xc2\xa9");
    for (std::size_t i = line.first; i < line.last; ++i) {
      if (page_.words[i].hash == sign) {
        std::size_t first = i + 1;
        while (first < line.last && page_.words[first].digit) ++first;
        if (auto before = all_names(line.first, i) ? name_at(line.first, i) : std::nullopt)
          closing_.push_back(*before);
        else if (auto name = name_at(first, line.last))
          closing_.push_back(*name);
        return;
      }
    }
    if (line.label == Kind::end && line.label_words == 0)
      if (auto name = name_at(line.first, line.last); name && line.functions > 0) closing_.push_back(*name);
  }

  bool is_site(std::size_t i) const {  // "penakeadilan.example"
    const Word& word = page_.words[i];
    return page_.text.substr(word.begin, word.end - word.begin).find('.') != std::string_view::npos;
  }
  bool all_names(std::size_t first, std::size_t last) const {
    for (; first < last; ++first)
      if (!page_.words[first].upper && !is_site(first)) return false;
    return true;
  }

  std::optional<std::string> name_at(std::size_t first, std::size_t last) const {
    while (const Phrase* company = page_.furniture->longest(Kind::company, page_.words, first, last))
      first += company->words;
    std::size_t end = first;
    while (end < last && end - first < kLongest && page_.words[end].upper &&
           !page_.furniture->longest(Kind::company, page_.words, end, last)) {
      ++end;
      if (parted(end - 1) || page_.words[end - 1].after == '.') break;
    }
    if (end == first) return std::nullopt;
    if (const Phrase* known = page_.furniture->longest(Kind::outlet, page_.words, first, end)) return known->value;
    return text_of(first, end);
  }

  // The best written of the names that are the same: one in small letters, or one that it abbreviates or is part of.
  std::string fullest(const std::string& name) const {
    const std::string key = squashed(name);
    if (std::string known = known_value(name); !known.empty()) return known;
    std::vector<std::string> others = closing_;
    for (const auto& [masthead, sure] : mastheads_) others.push_back(masthead);
    std::string best = name;
    for (const std::string& other : others) {
      const std::string letters = squashed(other);
      const bool same = letters == key && (!utf8::all_upper(other) || other.size() > best.size());
      const bool abbreviated = key.size() >= 2 && key.size() <= 5 && initials(other) == key;
      const bool longer = letters.size() > key.size() && key.size() > 5 && letters.size() < key.size() + 10 &&
                          letters.compare(letters.size() - key.size(), key.size(), key) == 0;
      if (!same && !abbreviated && !longer) continue;
      if (best == name || utf8::all_upper(best)) best = same ? cased_like(other, name) : other;
    }
    return best;
  }
  std::string known_value(const std::string& name) const {
    std::vector<Word> words;
    find_words(name, 0, static_cast<std::uint32_t>(name.size()), 8, words);
    const Phrase* known = page_.furniture->longest(Kind::outlet, words, 0, words.size());
    return known && known->words == words.size() ? known->value : std::string();
  }

  std::string text_of(std::size_t first, std::size_t end) const {
    return std::string(
        page_.text.substr(page_.words[first].begin, page_.words[end - 1].end - page_.words[first].begin));
  }

  const LinedText& page_;
  const Roles& roles_;
  std::vector<std::pair<std::string, bool>> mastheads_;  // name, and whether a word of outlets' names is in it
  std::vector<std::string> closing_;
};

}  // namespace

std::optional<std::string> find_outlet(const LinedText& page, const Roles& roles,
                                       const std::optional<std::string>& of_dateline) {
  return Finder(page, roles).find(of_dateline);
}

}  // namespace warta::extract
