#include "dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::uint32_t kReach = 100;  // bytes; the longest real ones have two places, a date and an agency
constexpr std::size_t kMostWords = 12;
constexpr std::uint32_t kPlaceLetters = 4;  // of a place that nobody knows: "PT. " is none

// A part between commas and brackets.
struct Part {
  std::size_t first = 0, last = 0;  // words
  bool bracket = false;
};

enum class What { unknown, place, region, outlet, agency, date };

class Reader {
 public:
  Reader(const LinedText& page, const Line& line, bool behind_outlet = false)
      : page_(page), line_(line), behind_outlet_(behind_outlet) {}

  std::optional<Dateline> read() {
    std::size_t stop = line_.first;
    if (!find_separator(stop)) return std::nullopt;
    cut(stop);
    if (parts_.empty()) return std::nullopt;
    return judge();
  }

 private:
  const Word& word(std::size_t i) const { return page_.words[i]; }
  std::string_view gap_after(std::size_t i) const {
    const std::uint32_t end = i + 1 < line_.last ? word(i + 1).begin : line_.span.end;
    return page_.text.substr(word(i).end, end - word(i).end);
  }

  // A dash with a blank on one side at least, a double dash, a bar, a colon; what stands before it must be names.
  bool find_separator(std::size_t& stop) {
    for (std::size_t i = line_.first; i < line_.last && i - line_.first < kMostWords; ++i) {
      if (word(i).begin - line_.span.begin > kReach || !may_stand(i)) return missing_dash(stop, i);
      const std::string_view gap = gap_after(i);
      if (in_bracket(i)) continue;  // "(1838 - 1906)"
      const std::size_t mark = separator(gap, i);
      if (mark == std::string_view::npos) continue;
      if (i + 1 >= line_.last) return false;
      body_ = word(i).end + static_cast<std::uint32_t>(mark);
      while (body_ < line_.span.end && page_.text[body_] == ' ') ++body_;
      stop = i + 1;
      return begins_sentence();
    }
    return false;
  }

  // A bracket is open behind the word.
  bool in_bracket(std::size_t i) const {
    const std::string_view before = page_.text.substr(line_.span.begin, word(i).end - line_.span.begin);
    const std::size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) return false;
    return gap_after(i).find(')') == std::string_view::npos;
  }

  // Where the text goes on behind the separator in the gap; npos: none there.
  std::size_t separator(std::string_view gap, std::size_t i) {
    static constexpr std::array<std::string_view, 7> kMarks{
        "--", " - ", "\xe2\x80\x93", "\xe2\x80\x94", " | ", "\xe2\x80\x95", "- "};
    for (const std::string_view mark : kMarks) {
      const std::size_t at = gap.find(mark);
      if (at == std::string_view::npos) continue;
      const bool blank = at > 0 || (at + mark.size() < gap.size() && gap[at + mark.size()] == ' ') || mark == "--" ||
                         mark == "- " || gap[0] == ' ';
      if (blank || glued(i)) return std::min(gap.find_first_not_of("-| ", at + mark.size()), gap.size());
    }
    if (signed_stop(gap, i)) return 3;
    if (weak_mark(gap, i)) return 2;
    return std::string_view::npos;
  }
  // "Harianlintas.com, SLEMAN—Polda": a dash without blanks behind an outlet's site and a place in capitals.
  bool glued(std::size_t i) const { return i > line_.first && is_site(line_.first) && word(i).all_upper; }
  // "MOSCOW, March 5. /TASS/. The Kremlin": a full stop behind an agency and a known place.
  bool signed_stop(std::string_view gap, std::size_t i) const {
    if (gap.size() < 3 || gap.substr(1, 2) != ". " || (gap[0] != '/' && gap[0] != ')') || i == line_.first)
      return false;
    const std::uint32_t begin = word(i).begin;
    const char before = begin > 0 ? page_.text[begin - 1] : '\0';
    return (before == '/' || before == '(') && longest(Kind::place, line_.first, i);
  }
  // "NEW DELHI: " and "JAKARTA. ": behind known places in capitals. A colon also behind an outlet in capitals and a
  // known place ("KBRN, Jakarta: "), and where a long sentence follows ("Jakarta: "): "Moscow: ..." may begin a
  // headline.
  bool weak_mark(std::string_view gap, std::size_t i) const {
    const bool colon = gap.substr(0, 2) == ": ";
    if ((!colon && gap.substr(0, 2) != ". ") || gap.substr(2, 1) == "(") return false;
    bool capitals = true;
    for (std::size_t k = line_.first; k <= i; ++k) capitals &= word(k).all_upper;
    const Phrase* place = longest(Kind::place, line_.first, i + 1);
    if (place && line_.first + place->words == i + 1) return capitals || (colon && is_long());
    if (behind_outlet_ && capitals && word(i).end - word(line_.first).begin >= kPlaceLetters) return true;
    if (!colon || word(line_.first).after != ',' || !(word(line_.first).all_upper || is_site(line_.first)))
      return false;
    place = longest(Kind::place, line_.first + 1, i + 1);
    return place && line_.first + 1 + place->words == i + 1;
  }
  bool is_long() const { return line_.end == End::stop && line_.word_count >= 14; }
  // "Liputan6.com, Jakarta Presiden ...": outlet and known place, and the dash is lost.
  bool missing_dash(std::size_t& stop, std::size_t) {
    const std::size_t i = line_.first;
    if (i + 2 >= line_.last || !is_site(i) || word(i).after != ',') return false;
    const Phrase* place = longest(Kind::place, i + 1, line_.last);
    if (!place || i + 1 + place->words >= line_.last) return false;
    stop = i + 1 + place->words;
    if (gap_after(stop - 1) != " ") return false;
    body_ = word(stop).begin;
    return true;
  }

  // Names, months, numbers of days, small words of names.
  bool may_stand(std::size_t i) const {
    const Word& w = word(i);
    if (w.upper || w.digit || w.all_upper) return true;
    if (is_site(i) || longest(Kind::month, i, line_.last) || longest(Kind::region, i, line_.last) ||
        longest(Kind::outlet, i, line_.last))
      return true;
    return i > line_.first && w.end - w.begin <= 3;  // di, of, the, de, al
  }
  bool is_site(std::size_t i) const {
    const std::string_view text = page_.text.substr(word(i).begin, word(i).end - word(i).begin);
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && dot > 1 && dot + 2 < text.size() && !word(i).digit;
  }
  const Phrase* longest(Kind kind, std::size_t i, std::size_t last) const {
    return page_.furniture->longest(kind, page_.words, i, last);
  }

  bool begins_sentence() const {
    if (body_ >= line_.span.end) return false;
    const utf8::Char c = utf8::decode(page_.text, body_);
    if (utf8::is_upper(c.code) || utf8::is_digit(c.code)) return true;
    if (utf8::is_letter(c.code)) return false;
    return c.code == '"' || c.code == '\'' || c.code == 0x201c || c.code == 0x2018 || c.code == '(' || c.code == '[';
  }

  void cut(std::size_t stop) {
    Part part{line_.first, line_.first, page_.text[line_.span.begin] == '('};
    for (std::size_t i = line_.first; i < stop; ++i) {
      part.last = i + 1;
      const std::string_view gap = i + 1 < stop ? gap_after(i) : std::string_view();
      const bool opens = gap.find('(') != std::string_view::npos;
      if (i + 1 == stop || gap.find_first_of(",)(/") != std::string_view::npos ||
          gap.find(" - ") != std::string_view::npos) {
        parts_.push_back(part);
        part = {i + 1, i + 1, opens || (part.bracket && gap.find(')') == std::string_view::npos)};
      }
    }
  }

  What what(const Part& part) const {
    const auto covers = [&](Kind kind) {
      const Phrase* phrase = longest(kind, part.first, part.last);
      return phrase && part.first + phrase->words == part.last;
    };
    if (covers(Kind::outlet) && is_site(part.first)) return What::outlet;
    if (covers(Kind::agency)) return What::agency;
    if (covers(Kind::outlet) || is_site(part.first)) return What::outlet;
    if (part.bracket) return What::outlet;
    if (covers(Kind::place)) return What::place;
    if (covers(Kind::region)) return What::region;
    for (std::size_t i = part.first; i < part.last; ++i)
      if (word(i).digit || longest(Kind::month, i, part.last) || longest(Kind::weekday, i, part.last))
        return What::date;
    for (std::size_t i = part.first; i < part.last; ++i)
      if (longest(Kind::outlet_word, i, part.last)) return What::outlet;
    return inner_capital(part) ? What::outlet : What::unknown;
  }
  // "PenaKeadilan", "iNews": a capital inside a word that is not all capitals.
  bool inner_capital(const Part& part) const {
    const Word& w = word(part.first);
    if (part.last - part.first != 1 || w.all_upper) return false;
    for (std::uint32_t i = w.begin + 1; i < w.end; ++i)
      if (page_.text[i] >= 'A' && page_.text[i] <= 'Z' && page_.text[i - 1] != '-' && page_.text[i - 1] != '\'')
        return true;
    return false;
  }

  std::string text_of(const Part& part) const {
    return std::string(page_.text.substr(word(part.first).begin, word(part.last - 1).end - word(part.first).begin));
  }
  std::string name_of(const Part& part) const {
    const Phrase* known = longest(Kind::outlet, part.first, part.last);
    return known && !known->value.empty() && part.first + known->words == part.last ? known->value : text_of(part);
  }

  std::optional<Dateline> judge() {
    Dateline out;
    out.body = body_;
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& part = parts_[i];
      switch (what(part)) {
        case What::place:
          take_place(out, part), out.sure = true;
          break;
        case What::agency: {
          if (!out.agency) out.agency = longest(Kind::agency, part.first, part.last)->value;
          out.sure = true;
          break;
        }
        case What::outlet:
          if (!out.outlet) out.outlet = name_of(part);
          out.sure |= part.bracket || is_site(part.first) || longest(Kind::outlet, part.first, part.last);
          break;
        case What::unknown:
          unknown.push_back(i);
          break;
        case What::region:
          region_ = region_ ? region_ : &part;
          break;
        case What::date:
          break;
      }
    }
    settle(out, unknown);
    if (out.place.empty() && !out.outlet && !out.agency) return std::nullopt;
    if (!out.sure && !plausible(out)) return std::nullopt;
    return out;
  }

  void take_place(Dateline& out, const Part& part) const {
    if (out.place.empty()) out.place = {word(part.first).begin, word(part.last - 1).end};
  }

  // Parts nobody knows: beside a known outlet a place, beside a known place an outlet; of two, a short word of capitals
  // is the outlet ("WAIHALI, SNT"), else the second.
  void settle(Dateline& out, const std::vector<std::size_t>& unknown) {
    if (out.place.empty() && region_ && unknown.empty()) take_place(out, *region_);
    for (const std::size_t i : unknown) {
      const Part& part = parts_[i];
      const bool initials = word(part.first).all_upper && part.last - part.first == 1 &&
                            word(part.first).end - word(part.first).begin <= 4;
      const bool rest = unknown.size() > 1 && i == unknown.front() && out.place.empty() && initials && !out.outlet;
      if (out.place.empty() && !rest)
        take_place(out, part);
      else if (!out.outlet)
        out.outlet = name_of(part);
    }
  }

  // Without anything known: one or two short parts in capitals or capitalised, and not a name that goes on.
  bool plausible(const Dateline& out) const {
    if (parts_.size() > 3 || word(parts_[0].last - 1).end - word(parts_[0].first).begin < 3) return false;
    bool capitals = true;
    for (const Part& part : parts_) {
      if (part.last - part.first > 3) return false;
      for (std::size_t i = part.first; i < part.last; ++i) {
        if (word(i).end - word(i).begin < 2) return false;
        capitals &= word(i).all_upper;
      }
    }
    return capitals || (parts_.size() >= 2 && out.outlet) || (parts_.size() == 2 && region_) ||
           (parts_.size() == 1 && parts_[0].last - parts_[0].first <= 2);
  }

  const LinedText& page_;
  const Line& line_;
  std::vector<Part> parts_;
  const Part* region_ = nullptr;
  std::uint32_t body_ = 0;
  bool behind_outlet_;
};

}  // namespace

std::optional<Dateline> find_dateline(const LinedText& page, const Line& line) {
  if (line.first == line.last || line.word_count < 4) return std::nullopt;
  auto dateline = Reader(page, line).read();
  if (!dateline || !dateline->place.empty() || !dateline->outlet) return dateline;
  // "KONTAN.CO.ID - SORONG. ...", "jpnn.com - SORONG - ...": the place behind the outlet's dash.
  Line rest = line;
  rest.span.begin = dateline->body;
  while (rest.first < rest.last && page.words[rest.first].begin < dateline->body) ++rest.first;
  if (rest.first == rest.last || !page.words[rest.first].all_upper) return dateline;
  const auto place = Reader(page, rest, true).read();
  if (place && !place->place.empty() && !place->outlet) dateline->place = place->place, dateline->body = place->body;
  return dateline;
}

}  // namespace warta::extract
