// Where sentences end: after . ! ? and what closes with them, if what follows can begin a sentence; after an
// abbreviation only before words that begin sentences; at a semicolon between two clauses; and at blank lines.
#include "base/utf8.h"
#include "tokenizer.h"

namespace warta::syntax {
namespace {

constexpr std::size_t kClause = 3;  // tokens that a clause has at least

bool one_of(std::string_view form, std::initializer_list<std::string_view> list) {
  for (const std::string_view one : list) {
    if (form == one) return true;
  }
  return false;
}

bool is_final(std::string_view form) {
  const char c = form.front();
  if (form == "…") return true;
  if (c != '.' && c != '!' && c != '?') return false;
  for (const char each : form) {
    if (each != '.' && each != '!' && each != '?') return false;
  }
  return true;
}

bool is_closing(std::string_view form) { return one_of(form, {"\"", "'", "”", "’", "»", ")", "]", "''"}); }
bool is_opening(std::string_view form) {
  return one_of(form, {"\"", "'", "“", "‘", "«", "(", "[", "``", "-", "–", "—", "--", "•", "*"});
}

class Splitter {
 public:
  Splitter(std::string_view text, const TokenWords& words, std::span<Piece> pieces)
      : text_(text), words_(words), pieces_(pieces) {}

  void run() {
    if (pieces_.empty()) return;
    pieces_[0].starts = true;
    start_ = 0;
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
      std::size_t next = i + 1;
      look(i);
      if (blank_line(next)) {
        begin(next);
        continue;
      }
      if (pieces_[i].ends) {
        if (abbreviation_ends(next)) begin(next);
        continue;
      }
      if (parts_clauses(i)) {
        begin(next);
        continue;
      }
      if (!is_final(form(i)) || leads_list(i)) continue;
      // what closes stays: directly attached, or a quote that was open
      while (next < pieces_.size() && is_closing(form(next)) && attached(next)) ++next;
      if (next < pieces_.size() && can_begin(next, i)) begin(next);
    }
  }

 private:
  std::string_view form(std::size_t i) const { return pieces_[i].form.of(text_); }
  bool attached(std::size_t i) const { return pieces_[i - 1].form.end == pieces_[i].form.begin; }
  void begin(std::size_t i) {
    pieces_[i].starts = true;
    start_ = i;
    brackets_ = quotes_ = 0;
  }

  bool blank_line(std::size_t i) const {
    int breaks = 0;
    for (std::uint32_t at = pieces_[i - 1].form.end; at < pieces_[i].form.begin; ++at) breaks += text_[at] == '\n';
    return breaks >= 2;
  }

  // "X menarik duta besarnya; Y menutup perbatasan", but not what stands in brackets or quotation marks, nor a list of
  // short items.
  bool parts_clauses(std::size_t i) const {
    if (form(i) != ";" || i < start_ + kClause || brackets_ > 0 || quotes_ % 2 != 0) return false;
    for (std::size_t t = i + 1; t <= i + kClause; ++t)
      if (t >= pieces_.size() || blank_line(t) || form(t) == ";" || is_final(form(t))) return false;
    return true;
  }

  void look(std::size_t i) {
    brackets_ += form(i) == "(";
    brackets_ -= form(i) == ")";
    quotes_ += one_of(form(i), {"\"", "“", "”"});
  }

  // "1." before a text is the number of a list, not a sentence.
  bool leads_list(std::size_t i) const {
    return i == start_ + 1 && form(i) == "." && utf8::is_digit(utf8::decode(form(start_), 0).code) &&
           form(start_).size() <= 2;
  }

  bool abbreviation_ends(std::size_t next) const {
    while (next < pieces_.size() && is_opening(form(next))) ++next;
    if (next == pieces_.size() || !utf8::starts_upper(form(next))) return false;
    return words_.is(utf8::lower(pieces_[next].word.of(text_)), TokenWords::kStarter) ||
           words_.is(utf8::lower(form(next)), TokenWords::kStarter);
  }

  // Whether the word at `next`, after the final mark at `end`, can begin a sentence.
  bool can_begin(std::size_t next, std::size_t end) const {
    if (attached(next) && form(end) == "." && utf8::is_digit(utf8::decode(form(next), 0).code)) return false;
    std::size_t first = next;
    while (first + 1 < pieces_.size() && is_opening(form(first))) ++first;
    const utf8::Char c = utf8::decode(form(first), 0);
    if (utf8::is_digit(c.code)) return true;
    if (!utf8::is_letter(c.code))
      return c.code != ',' && c.code != ';' && c.code != ':' && c.code != '.' && !is_closing(form(first));
    return utf8::is_upper(c.code) || c.code >= 0x250;  // letters without case begin sentences too
  }

  std::string_view text_;
  const TokenWords& words_;
  std::span<Piece> pieces_;
  std::size_t start_ = 0;
  int brackets_ = 0, quotes_ = 0;  // in the sentence so far: open brackets; quotation marks
};

}  // namespace

void split_sentences(std::string_view text, const TokenWords& words, std::span<Piece> pieces) {
  Splitter(text, words, pieces).run();
}

}  // namespace warta::syntax
