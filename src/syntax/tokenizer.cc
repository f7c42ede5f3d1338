#include "tokenizer.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "words.h"

namespace warta::syntax {
namespace {

enum class Kind { space, letter, digit, apostrophe, hyphen, other };

Kind kind_of(char32_t c) {
  if (c < 0x80) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Kind::letter;
    if (c >= '0' && c <= '9') return Kind::digit;
    if (c == ' ' || (c >= 9 && c <= 13)) return Kind::space;
    if (c == '\'') return Kind::apostrophe;
    return c == '-' ? Kind::hyphen : Kind::other;
  }
  if (utf8::is_space(c)) return Kind::space;
  if (c == 0x2019 || c == 0x02bc) return Kind::apostrophe;
  if (c == 0x2010 || c == 0x2011) return Kind::hyphen;
  return utf8::is_letter(c) ? Kind::letter : Kind::other;
}

// A lower-case copy of a short word with straight apostrophes and hyphens, and the way back to bytes of the word.
struct Folded {
  std::array<char, 72> bytes;
  std::array<std::uint8_t, 73> origin;  // of each byte, and of the end
  std::size_t size = 0;
  std::string_view view() const { return {bytes.data(), size}; }
};
bool fold(std::string_view word, Folded& out) {
  if (word.size() > 64) return false;
  out.size = 0;
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    out.origin[out.size] = static_cast<std::uint8_t>(i);
    if (byte < 0x80) {
      out.bytes[out.size++] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++i;
      continue;
    }
    const utf8::Char c = utf8::decode(word, i);
    const Kind kind = kind_of(c.code);
    std::string piece;
    utf8::append(piece, kind == Kind::apostrophe ? U'\'' : kind == Kind::hyphen ? U'-' : utf8::lower(c.code));
    for (const char b : piece) {
      if (out.size == out.bytes.size()) return false;
      out.origin[out.size] = static_cast<std::uint8_t>(i);
      out.bytes[out.size++] = b;
    }
    i += c.bytes;
  }
  out.origin[out.size] = static_cast<std::uint8_t>(word.size());
  return true;
}

class Scanner {
 public:
  Scanner(std::string_view text, Span block, const TokenWords& words, const Lexicon& lexicon, Pieces& pieces)
      : text_(text),
        at_(block.begin),
        end_(block.end),
        begin_(block.begin),
        words_(words),
        lexicon_(lexicon),
        pieces_(pieces),
        first_(pieces.size()) {}

  void run() {
    while (at_ < end_) {
      const utf8::Char c = char_at(at_);
      switch (kind_of(c.code)) {
        case Kind::space:
          at_ += c.bytes;
          break;
        case Kind::letter:
          word();
          break;
        case Kind::digit:
          number();
          break;
        default:
          mark(c);
          break;
      }
    }
  }

 private:
  utf8::Char char_at(std::uint32_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    return byte < 0x80 ? utf8::Char{byte, 1} : utf8::decode(text_.substr(0, end_), at);
  }
  Kind kind_at(std::uint32_t at) const { return at < end_ ? kind_of(char_at(at).code) : Kind::space; }
  char byte_at(std::uint32_t at) const { return at < end_ ? text_[at] : ' '; }
  std::string_view view(std::uint32_t from, std::uint32_t to) const { return text_.substr(from, to - from); }
  bool at_space(std::uint32_t at) const { return kind_at(at) == Kind::space; }

  void push(std::uint32_t from, std::uint32_t to, bool may_end = false) {
    pieces_.push_back({{from, to}, {from, to}, may_end, false});
    at_ = to;
  }

  std::uint32_t skip(std::uint32_t at, Kind kind) const {
    while (at < end_) {
      const utf8::Char c = char_at(at);
      if (kind_of(c.code) != kind) break;
      at += c.bytes;
    }
    return at;
  }
  std::uint32_t to_space(std::uint32_t at) const {
    while (at < end_) {
      const utf8::Char c = char_at(at);
      if (kind_of(c.code) == Kind::space) break;
      at += c.bytes;
    }
    return at;
  }

  // An address of the net or of mail from here, without the punctuation that follows it; 0: none.
  std::uint32_t address(std::uint32_t from) const {
    const std::string_view rest = view(from, std::min(end_, from + 8));
    const bool net = rest.substr(0, 7) == "http://" || rest.substr(0, 8) == "https://" || rest.substr(0, 4) == "www.";
    std::uint32_t to = from;
    bool at_sign = false, dot_after = false;
    while (to < end_ && to < from + 2048) {
      const char c = text_[to];
      const bool plain = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '.' || c == '_' ||
                         c == '-' || c == '@';
      if (!plain && !(net && c > ' ' && c < 0x7f && c != '"' && c != '<' && c != '>')) break;
      dot_after |= at_sign && c == '.';
      at_sign |= c == '@' && to > from;
      ++to;
    }
    if (!net && !(at_sign && dot_after)) return 0;
    while (to > from && std::string_view(".,;:!?)'").find(text_[to - 1]) != std::string_view::npos) --to;
    return to;
  }

  void word() {
    const std::uint32_t from = at_;
    if (const char c = byte_at(from); c == 'h' || c == 'w' || has_at_sign(from)) {
      if (const std::uint32_t to = address(from)) return push(from, to);
    }
    std::uint32_t to = stem(from);
    if (byte_at(to) == '.') {
      if (const std::uint32_t stop = with_period(from, to)) return;
    }
    to = joined(from, to);
    if (currency(from, to)) return push(from, to);
    written(from, to);
  }

  // Mail addresses are rare: look for the sign before trying one.
  bool has_at_sign(std::uint32_t from) const {
    for (std::uint32_t at = from; at < end_ && at < from + 64 && static_cast<unsigned char>(text_[at]) > ' '; ++at) {
      if (text_[at] == '@') return true;
    }
    return false;
  }

  // Letters and digits, with apostrophes and dots of names ("detik.com") between letters.
  std::uint32_t stem(std::uint32_t at) const {
    while (at < end_) {
      const utf8::Char c = char_at(at);
      const Kind kind = kind_of(c.code);
      if (kind == Kind::letter || kind == Kind::digit || c.code == '_') {
        at += c.bytes;
      } else if (kind == Kind::apostrophe && kind_at(at + c.bytes) == Kind::letter) {
        at += c.bytes;
      } else if (c.code == '&' && is_upper(at + 1) && at > 0 && is_upper(at - 1)) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }
  bool is_upper(std::uint32_t at) const { return at < end_ && text_[at] >= 'A' && text_[at] <= 'Z'; }
  bool is_lower(std::uint32_t at) const { return at < end_ && text_[at] >= 'a' && text_[at] <= 'z'; }

  // A word followed by a period that may be part of it. Pushes it and returns its end, or returns 0.
  std::uint32_t with_period(std::uint32_t from, std::uint32_t to) {
    std::uint32_t stop = to;  // behind the last period of "U.S.", "e.g.", "S.H."
    while (byte_at(stop) == '.' && kind_at(stop + 1) == Kind::letter) {
      const std::uint32_t next = stem(stop + 1);
      if (byte_at(next) != '.' || next - stop > 5) break;
      stop = next;
    }
    if (stop > to || next_letter_ends(to)) {
      const std::uint32_t end = byte_at(stop) == '.' ? stop + 1 : stop;
      if (next_letter_ends(to) && stop == to) return domain(from, to);
      if (to - from > 5) return 0;
      push(from, end, true);
      return end;
    }
    Folded folded;
    if (!fold(view(from, to + 1), folded)) return 0;
    const bool last = skip(to + 1, Kind::space) >= end_;
    if (words_.is(folded.view(), TokenWords::kMayEnd) ||
        (words_.is(folded.view(), TokenWords::kAbbreviation) && !last)) {
      if (is_lower(from) && last) return 0;
      push(from, to + 1, words_.is(folded.view(), TokenWords::kMayEnd));
      return to + 1;
    }
    // an initial: one capital, another word behind it
    if (to - from == 1 && is_upper(from) && !last && !ends_clause(from, to + 1)) {
      push(from, to + 1);
      return to + 1;
    }
    return 0;
  }

  // "detik.com": small letters directly behind the period.
  bool next_letter_ends(std::uint32_t to) const { return is_lower(to + 1) && kind_at(to) != Kind::letter; }
  std::uint32_t domain(std::uint32_t from, std::uint32_t to) {
    std::uint32_t stop = to;
    while (byte_at(stop) == '.' && kind_at(stop + 1) == Kind::letter) stop = stem(stop + 1);
    if (byte_at(stop) == '/') stop = std::max(stop, to_space(stop));
    while (stop > to && std::string_view(".,;:!?)").find(text_[stop - 1]) != std::string_view::npos) --stop;
    push(from, stop);
    return stop;
  }

  // A capital before a period at the end of a clause ("Plan B. The"), told by what precedes and follows: no name before
  // it and a word that begins sentences behind.
  bool ends_clause(std::uint32_t from, std::uint32_t to) const {
    const std::uint32_t next = skip(to, Kind::space);
    const std::uint32_t next_end = stem(next);
    Folded folded;
    if (next_end == next || !is_upper(next) || !fold(view(next, next_end), folded)) return false;
    return from > begin_ && words_.is(folded.view(), TokenWords::kStarter);
  }

  // Hyphens and slashes inside the word, as the language has it.
  std::uint32_t joined(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t part = from;
    while (to < end_) {
      const utf8::Char c = char_at(to);
      const std::uint32_t next = to + c.bytes;
      const Kind after = kind_at(next);
      if (after != Kind::letter && after != Kind::digit) break;
      const std::uint32_t next_end = stem(next);
      if (kind_of(c.code) == Kind::hyphen) {
        if (words_.hyphens_part() && !hyphen_stays(part, to, next, next_end)) break;
      } else if (c.code != '/' || !slash_stays(part, to, next, next_end)) {
        break;
      }
      part = next;
      to = next_end;
    }
    return to;
  }
  bool hyphen_stays(std::uint32_t part, std::uint32_t to, std::uint32_t next, std::uint32_t next_end) const {
    Folded before, behind;
    return (fold(view(part, to), before) && words_.is(before.view(), TokenWords::kHyphenPrefix)) ||
           (fold(view(next, next_end), behind) && words_.is(behind.view(), TokenWords::kHyphenSuffix));
  }
  // "S/A", "II/2007", "34/PMK" are single words, "dan/atau" is three.
  bool slash_stays(std::uint32_t part, std::uint32_t to, std::uint32_t next, std::uint32_t next_end) const {
    return kind_at(next) == Kind::digit || (to - part <= 2 && next_end - next <= 3) || kind_at(part) == Kind::digit;
  }

  bool currency(std::uint32_t from, std::uint32_t& to) const {
    std::uint32_t stop = from;
    while (stop < to && kind_at(stop) == Kind::letter) stop += char_at(stop).bytes;
    std::uint32_t end = stop;
    if (byte_at(stop) == '$') end = stop + 1;
    if (kind_at(end) != Kind::digit || end - from > 4) return false;
    Folded folded;
    if (!fold(view(from, end), folded) || !words_.is(folded.view(), TokenWords::kCurrency)) return false;
    to = end;
    return true;
  }

  // One written word, cut into the syntactic words it is made of.
  void written(std::uint32_t from, std::uint32_t to) {
    std::array<std::uint32_t, 4> cuts;
    std::size_t count = 0;
    Folded folded;
    if (fold(view(from, to), folded)) count = find_cuts(folded, from, cuts);
    const Span whole{from, to};
    std::uint32_t start = from;
    for (std::size_t i = count; i > 0; --i) {
      const std::uint32_t cut = from + folded.origin[cuts[i - 1]];
      if (cut == start) continue;
      pieces_.push_back({{start, cut}, whole, false, false});
      start = cut;
    }
    pieces_.push_back({{start, to}, whole, false, false});
    at_ = to;
  }

  // Cuts from the end: "adanyalah" = ada + nya + lah. Offsets into the folded word, the last cut first.
  std::size_t find_cuts(const Folded& folded, std::uint32_t from, std::array<std::uint32_t, 4>& cuts) const {
    if (const std::size_t cut = words_.cut(folded.view())) {
      cuts[0] = static_cast<std::uint32_t>(cut);
      return 1;
    }
    std::size_t count = 0, size = folded.size;
    while (count < 2) {
      const std::size_t host = clitic_start(folded.view().substr(0, size), from);
      if (host == 0) break;
      cuts[count++] = static_cast<std::uint32_t>(host);
      size = host;
    }
    return count;
  }

  std::size_t clitic_start(std::string_view word, std::uint32_t from) const {
    for (const TokenWords::Clitic& clitic : words_.clitics()) {
      if (word.size() < clitic.text.size() + 1 || word.substr(word.size() - clitic.text.size()) != clitic.text)
        continue;
      if (words_.is(word, TokenWords::kWhole)) return 0;
      const std::size_t cut = word.size() - clitic.text.size();
      const std::string_view host = word.substr(0, cut);
      if (clitic.text.find('\'') != std::string_view::npos) return cut;
      if (host.size() >= 2 && may_host(host, word, clitic.free, from))
        return host.back() == '-' && host.size() > 3 ? cut - 1 : cut;
    }
    return 0;
  }

  bool may_host(std::string_view host, std::string_view word, bool free, std::uint32_t from) const {
    if (words_.is(host, TokenWords::kHost)) return true;
    const bool known = lexicon_.find(word_key(host)).check != 0;
    const bool name = from > begin_ && utf8::starts_upper(text_.substr(from, 4)) && !opens_sentence(from);
    if (name) return known && free;
    return free ? host.size() >= 3 : known && lexicon_.find(word_key(word)).check == 0;
  }
  bool opens_sentence(std::uint32_t) const {
    if (pieces_.size() == first_) return true;
    const std::string_view before = pieces_.back().form.of(text_);
    return before == "." || before == "?" || before == "!" || before == "\"" || before == "“";
  }

  // Numbers with their inner points, and what clings to them: "16/1/2024", "20th", "1960-an", "08.30", "5km".
  void number() {
    const std::uint32_t from = at_;
    std::uint32_t to = from;
    int hyphens = 0;
    while (to < end_) {
      const char c = text_[to];
      if (c >= '0' && c <= '9') {
        ++to;
      } else if ((c == '.' || c == ',' || c == ':' || c == '/') && kind_at(to + 1) == Kind::digit) {
        ++to;
      } else if (c == '-' && kind_at(to + 1) == Kind::digit && (hyphens > 0 || two_hyphens(to))) {
        ++hyphens, ++to;
      } else {
        break;
      }
    }
    if (kind_at(to) == Kind::letter) to = stem(to);
    if (!words_.hyphens_part() && kind_at(to) == Kind::hyphen && kind_at(to + char_at(to).bytes) == Kind::letter)
      to = stem(to + char_at(to).bytes);
    if (byte_at(to) == '/' && kind_at(to + 1) == Kind::letter && to - from <= 6) to = stem(to + 1);
    // "1." that opens a block stays whole, as the number of a list
    written(from, to);
  }
  // A date or telephone number ("2024-01-16"), rather than a range ("2007-2008").
  bool two_hyphens(std::uint32_t at) const {
    const std::uint32_t next = skip(at + 1, Kind::digit);
    return byte_at(next) == '-' && kind_at(next + 1) == Kind::digit;
  }

  void mark(utf8::Char c) {
    const std::uint32_t from = at_;
    const bool handle = (c.code == '@' || c.code == '#') && kind_at(from + 1) == Kind::letter;
    if (handle) return push(from, stem(from + 1));
    if (const bool apostrophe = kind_of(c.code) == Kind::apostrophe; apostrophe && clings(from, c.bytes)) {
      pieces_.back().word.end = from + c.bytes;
      pieces_.push_back({{from, from + c.bytes}, pieces_.back().word, false, false});
      pieces_[pieces_.size() - 1].word = pieces_[pieces_.size() - 2].word;
      at_ = from + c.bytes;
      return;
    }
    std::uint32_t to = from + c.bytes;
    const bool repeats =
        c.code < 0x80 && std::string_view(".-!?*=_~`'").find(static_cast<char>(c.code)) != std::string_view::npos;
    if (repeats) {
      const bool ends = c.code == '!' || c.code == '?';
      while (to < end_ && (text_[to] == text_[from] || (ends && (text_[to] == '!' || text_[to] == '?')))) ++to;
    }
    push(from, to);
  }

  // The apostrophe of "workers' rights": behind an s, without an open quote before it.
  bool clings(std::uint32_t from, std::uint32_t bytes) const {
    if (!words_.hyphens_part() || pieces_.size() == first_ || pieces_.back().form.end != from ||
        !at_space(from + bytes))
      return false;
    if (pieces_.back().form != pieces_.back().word || (text_[from - 1] | 0x20) != 's') return false;
    for (std::size_t i = pieces_.size(); i > first_ && i + 40 > pieces_.size(); --i) {
      const std::string_view form = pieces_[i - 1].form.of(text_);
      if (form == "'" || form == "‘") return false;
    }
    return true;
  }

  std::string_view text_;
  std::uint32_t at_, end_, begin_;
  const TokenWords& words_;
  const Lexicon& lexicon_;
  Pieces& pieces_;
  std::size_t first_;
};

}  // namespace

void tokenize(std::string_view text, Span block, const TokenWords& words, const Lexicon& lexicon, Pieces& pieces) {
  const std::size_t first = pieces.size();
  Scanner(text, block, words, lexicon, pieces).run();
  split_sentences(text, words, std::span(pieces).subspan(first));
}

}  // namespace warta::syntax
