#include "lines.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace warta::extract {
namespace {

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201c || c == 0x2018 || c == 0xab || c == 0x201e || c == 0x300c;
}
bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x25cf || c == 0x25aa || c == 0xb7 || c == '*' || c == 0x25ba || c == 0x2013 || c == '-' ||
         c == '>';
}

// "1. ", "2) ", "- ", "• "
bool begins_item(std::string_view line) {
  const utf8::Char c = utf8::decode(line, 0);
  if (is_bullet(c.code)) return line.size() > c.bytes && line[c.bytes] == ' ';
  std::size_t i = 0;
  while (i < line.size() && i < 3 && utf8::is_digit(static_cast<unsigned char>(line[i]))) ++i;
  return i > 0 && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') && line[i + 1] == ' ';
}

// Separators that part items of a bar: "Home | World · Sport"
std::size_t separators(std::string_view line) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line[i] == '|') ++found;
    if (line[i] == '\xc2' && line[i + 1] == '\xb7') ++found;  // middle dot
    if (line[i] == '\xe2' && i + 2 < line.size() && line[i + 1] == '\x80' && line[i + 2] == '\xa2') ++found;  // bullet
    if (line[i] == '\xc2' && line[i + 1] == '\xbb') ++found;                                                  // »
    if (line[i] == '/' && i > 0 && line[i - 1] == ' ' && line[i + 1] == ' ') ++found;
    if (line[i] == '>' && i > 0 && line[i - 1] == ' ') ++found;
  }
  return found;
}

std::optional<End> end_mark(char32_t c) {
  if (c == '.' || c == '!' || c == 0x2026) return End::stop;
  if (c == '?') return End::question;
  if (c == ':') return End::colon;
  if (c == ',' || c == ';') return End::comma;
  return std::nullopt;
}

// Marks that stand behind a full stop.
bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201d || c == 0x2019 || c == 0xbb || c == ')' || c == ']' || c == '*' ||
         c == ' ' || c == 0xa0;
}

// Where the short bracket opens that ends a text: a full stop may stand before it.
std::size_t bracket_before(std::string_view text) {
  const std::size_t open = text.find_last_of(text.back() == ')' ? '(' : '[');
  return open != std::string_view::npos && text.size() - open < 60 ? open : std::string_view::npos;
}

class Marker {
 public:
  Marker(LinedText& page, Line& line, const Languages& languages) : page_(page), line_(line), languages_(languages) {}

  void mark() {
    for (std::size_t i = line_.first; i < line_.last; ++i) {
      const Word& word = page_.words[i];
      line_.capitals += word.upper || word.digit;
      line_.functions += !word.all_upper && languages_.is_function_word(word.hash);
      phrases_at(i);
    }
    line_.covered = covered_end_ >= line_.last && line_.word_count <= kLineWords && line_.last > line_.first;
  }

 private:
  void phrases_at(std::size_t i) {
    const bool first = i == line_.first;
    const bool short_line = line_.word_count <= kLineWords;
    std::size_t covers = 0;
    page_.furniture->at(page_.words, i, line_.last, [&](const Phrase& phrase) {
      const bool reaches_end = i + phrase.words == line_.last && short_line;
      const bool unit = phrase.kind == Kind::ad || phrase.kind == Kind::share || phrase.kind == Kind::menu ||
                        phrase.kind == Kind::ago || phrase.kind == Kind::live;
      if (unit && phrase.where == Where::whole) covers = phrase.words;
      const bool fits = phrase.where == Where::anywhere || (phrase.where == Where::start && first) ||
                        (phrase.where == Where::end && reaches_end) ||
                        (phrase.where == Where::whole && first && reaches_end);
      // A part of a page's chrome named by a single word of a menu says nothing inside a sentence.
      if (phrase.where == Where::anywhere && !short_line) return;
      if (!fits && !is_lexical(phrase.kind)) return;
      if (phrase.words == 1 && !phrase.colon && !stands_apart(phrase.kind, i)) return;
      line_.holds |= bit(phrase.kind);
      if (first) line_.starts |= bit(phrase.kind);
      if (phrase.kind == Kind::promo && !phrase.value.empty()) line_.promo += phrase.value[0] - '0';
      if (fits && labels(phrase.kind)) label(phrase, i);
    });
    if (covers != 0 && i == covered_end_)
      covered_end_ = i + covers;
    else if (first)
      covered_end_ = line_.first + covers;
  }

  // One word of a credit or of a figure's place is one only between marks: "(Handout)", "/Pool", ", left,"; else troops
  // left, unions file suits and wars are in Timur Tengah.
  bool stands_apart(Kind kind, std::size_t i) const {
    if (kind != Kind::credit && kind != Kind::figure) return true;
    const std::string_view before =
        utf8::trim(page_.text.substr(line_.span.begin, page_.words[i].begin - line_.span.begin));
    const char mark = before.empty() ? '\0' : before.back(), after = page_.words[i].after;
    if (kind == Kind::figure) return mark == '(' || (mark == ',' && (after == ',' || after == ')' || after == ';'));
    if (i == line_.first) return after == '.' || after == ':' || after == '/';
    const bool last = i + 1 == line_.last && (mark == '.' || mark == ')');
    return last || mark == '(' || mark == '[' || mark == '/' || mark == '|' || mark == ':' || after == ':' ||
           after == '/';
  }

  // Kinds whose phrases mean the same wherever they stand.
  static bool is_lexical(Kind kind) {
    switch (kind) {
      case Kind::promo:
      case Kind::credit:
      case Kind::figure:
      case Kind::published:
      case Kind::updated:
      case Kind::ago:
      case Kind::month:
      case Kind::weekday:
      case Kind::zone:
      case Kind::agency:
      case Kind::outlet:
      case Kind::outlet_word:
      case Kind::author:
      case Kind::editor:
      case Kind::author_and_editor:
        return true;
      default:
        return false;
    }
  }
  static bool labels(Kind kind) {
    return kind == Kind::link || kind == Kind::kicker || kind == Kind::end || kind == Kind::sponsor ||
           kind == Kind::note;
  }

  void label(const Phrase& phrase, std::size_t i) {
    // Inside a line a phrase speaks for the whole only where the rest is short.
    if (phrase.where == Where::anywhere && line_.word_count > 8 + 6 * phrase.words) return;
    const std::uint32_t words = i == line_.first ? phrase.words : 0;
    line_.label_inside |= words == 0;
    if (line_.label != Kind::count_ && words < line_.label_words && phrase.kind != Kind::end) return;
    line_.label = phrase.kind;
    line_.label_words = words;
    line_.label_colon = words != 0 && page_.words[i + words - 1].after == ':';
  }

  LinedText& page_;
  Line& line_;
  const Languages& languages_;
  std::size_t covered_end_ = 0;
};

}  // namespace

Line read_line(LinedText& page, Span span, bool blank_before, const Languages& languages) {
  Line line;
  line.span = span;
  line.blank_before = blank_before;
  line.first = page.words.size();
  const std::uint32_t stop = find_words(page.text, span.begin, span.end, kLineWords, page.words);
  line.last = page.words.size();
  line.word_count = static_cast<std::uint32_t>(line.last - line.first) + (span.end - stop) / 6;
  const std::string_view text = span.of(page.text);
  line.end = end_of(text);
  line.quoted = is_quote(utf8::decode(text, 0).code);
  line.bullet = begins_item(text);
  if (line.word_count <= kLineWords) line.bar = separators(text) >= 2;
  Marker(page, line, languages).mark();
  return line;
}

void copy_line(const LinedText& from, const Line& line, LinedText& to) {
  Line copy = line;
  copy.first = to.words.size();
  to.words.insert(to.words.end(), from.words.begin() + static_cast<std::ptrdiff_t>(line.first),
                  from.words.begin() + static_cast<std::ptrdiff_t>(line.last));
  copy.last = to.words.size();
  to.lines.push_back(copy);
}

Span trimmed(std::string_view text, Span span) {
  const std::string_view inside = utf8::trim(span.of(text));
  if (inside.empty()) return {span.begin, span.begin};
  const auto begin = static_cast<std::uint32_t>(inside.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inside.size())};
}

End end_of(std::string_view text) {
  text = utf8::trim(text);
  while (!text.empty()) {
    const utf8::Char c = utf8::decode_before(text, text.size());
    if (const auto end = end_mark(c.code)) return *end;
    if (!closes(c.code)) return End::none;
    const std::size_t open = c.code == ')' || c.code == ']' ? bracket_before(text) : std::string_view::npos;
    if (open == std::string_view::npos) {
      text.remove_suffix(c.bytes);
      continue;
    }
    const std::string_view inside = text.substr(open, text.size() - 1 - open);
    text = utf8::trim(text.substr(0, open));
    if (!text.empty() && (inside.back() == '.' || inside.back() == '!')) return End::stop;
  }
  return End::none;
}

LinedText read_lines(std::string_view text, std::uint32_t begin, const Furniture& furniture,
                     const Languages& languages) {
  LinedText page{text, {}, {}, &furniture};
  bool blank = true;
  for (std::uint32_t at = begin; at < text.size();) {
    std::uint32_t stop = at;
    while (stop < text.size() && text[stop] != '\n' && text[stop] != '\r') ++stop;
    const Span span = trimmed(text, {at, stop});
    if (span.empty()) {
      blank = true;
    } else {
      page.lines.push_back(read_line(page, span, blank, languages));
      blank = false;
    }
    at = stop + 1;
    if (stop + 1 < text.size() && text[stop] == '\r' && text[stop + 1] == '\n') ++at;
  }
  return page;
}

}  // namespace warta::extract
