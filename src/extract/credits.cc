#include "credits.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::extract {
namespace {

std::string_view word_of(const LinedText& page, std::size_t i) {
  return page.text.substr(page.words[i].begin, page.words[i].end - page.words[i].begin);
}

void add_once(std::vector<std::string>& names, std::string name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

// Marks that end a name or a list of names.
bool parts_names(std::string_view gap) {
  return gap.find_first_of("/|;•()[]\t\n") != std::string_view::npos ||
         gap.find("\xc2\xb7") != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
         gap.find("\xe2\x80\x93") != std::string_view::npos || gap.find("\xe2\x80\x94") != std::string_view::npos ||
         gap.find("\xe2\x80\xa2") != std::string_view::npos;
}

// ", ", " & ", and the slash of "Pewarta: Siti Rahma/Joko Susilo"; a label behind a slash ends the names by itself.
bool joins_names(std::string_view gap) {
  return gap.find_first_of(",&") != std::string_view::npos || utf8::trim(gap) == "/";
}

// Walks words [i, last) and adds each name; stops at a word that can be in none.
class Names {
 public:
  Names(const LinedText& page, std::size_t last, std::vector<std::string>& out) : page_(page), last_(last), out_(out) {}

  // Returns the word it stopped at.
  std::size_t read(std::size_t i) {
    for (; i < last_; ++i) {
      const std::string_view gap = i > first_word_ ? between(i - 1, i) : std::string_view{};
      if (joins_names(gap)) {
        flush();
      } else if (started() ? parts_names(gap) || ends_sentence(gap, i) : i > first_word_ && parts_names(gap)) {
        break;
      }
      // A conjunction stands behind a name: "and Dan Grebler" has one, though "dan" is another.
      if (started() && page_.furniture->longest(Kind::conjunction, page_.words, i, last_)) {
        flush();
        continue;
      }
      if (page_.furniture->longest(Kind::locative, page_.words, i, last_)) {  // "in Lilongwe"
        flush();
        i = skip_place(i);
        continue;
      }
      if (stops(i)) break;
      if (!started()) begin_ = i;
      end_ = i + 1;
    }
    flush();
    return i;
  }
  void starts_at(std::size_t i) { first_word_ = i; }
  void place_first() { place_first_ = true; }

 private:
  bool started() const { return end_ > begin_; }
  std::string_view between(std::size_t a, std::size_t b) const {
    return page_.text.substr(page_.words[a].end, page_.words[b].begin - page_.words[a].end);
  }
  // A full stop behind a word that is no initial: "Troy L. Smith", but "Siti Rahma. Polisi ..."
  bool ends_sentence(std::string_view gap, std::size_t i) const {
    return gap.find(". ") != std::string_view::npos && i > begin_ + 1 &&
           page_.words[i - 1].end - page_.words[i - 1].begin > 1;
  }
  bool stops(std::size_t i) const {
    const Word& word = page_.words[i];
    if (page_.furniture->longest(Kind::month, page_.words, i, last_) && i + 1 < last_ && page_.words[i + 1].digit)
      return true;
    if (word.digit && !started()) return true;
    for (const Kind kind : {Kind::weekday, Kind::company})  // "Editor: Joko Susilo Copyright © ..."
      if (page_.furniture->longest(kind, page_.words, i, last_)) return true;
    bool stop = false;
    page_.furniture->at(page_.words, i, last_, [&](const Phrase& phrase) {
      stop |= phrase.kind == Kind::author || phrase.kind == Kind::editor || phrase.kind == Kind::role ||
              phrase.kind == Kind::published || phrase.kind == Kind::updated;
    });
    return stop || (word.digit && word_of(page_, i).size() != 2);
  }
  // The place behind "in": its capitalised words up to a conjunction or comma.
  std::size_t skip_place(std::size_t i) const {
    while (i + 1 < last_ && page_.words[i + 1].upper &&
           !page_.furniture->longest(Kind::conjunction, page_.words, i + 1, last_) && !parts_names(between(i, i + 1)) &&
           page_.words[i].after != ',')
      ++i;
    return i;
  }
  // "Kontributor Lhokseumawe, Masriadi": the place comes before the name.
  bool is_place_of_next() const {
    if (place_first_ && begin_ == first_word_ && page_.words[end_ - 1].after == ',' && end_ < last_) return true;
    const Phrase* place = page_.furniture->longest(Kind::place, page_.words, begin_, end_);
    return place && begin_ + place->words == end_ && page_.words[end_ - 1].after == ',' && end_ < last_;
  }
  void flush() {
    if (started() && !is_place_of_next() && end_ - begin_ <= 7 &&
        page_.words[end_ - 1].end - page_.words[begin_].begin <= 60) {
      const std::uint32_t begin = page_.words[begin_].begin;
      std::uint32_t end = page_.words[end_ - 1].end;
      if (end < page_.text.size() && page_.text[end] == '.' && end - page_.words[end_ - 1].begin <= 2)
        ++end;  // an initial: "Siti R."
      add_once(out_, std::string(page_.text.substr(begin, end - begin)));
    }
    begin_ = end_ = 0;
  }

  const LinedText& page_;
  std::size_t last_;
  std::vector<std::string>& out_;
  std::size_t begin_ = 0, end_ = 0, first_word_ = 0;
  bool place_first_ = false;
};

std::size_t read_names(const LinedText& page, std::size_t i, std::size_t last, std::vector<std::string>& out,
                       bool place_first = false) {
  Names names(page, last, out);
  if (place_first) names.place_first();
  names.starts_at(i);
  return names.read(i);
}

// The longest label of a credit at a word: with a colon, or at the start of a line, or in a line of other credits.
const Phrase* credit_label(const LinedText& page, std::size_t i, std::size_t last) {
  const Phrase* best = nullptr;
  page.furniture->at(page.words, i, last, [&](const Phrase& phrase) {
    if (phrase.kind == Kind::author || phrase.kind == Kind::editor || phrase.kind == Kind::author_and_editor ||
        phrase.kind == Kind::source)
      best = &phrase;
  });
  return best;
}

// The agency that a stretch of words names, known or not: "Sumber: Antara", "Dilansir dari Yonhap".
std::optional<std::string> agency_of(const LinedText& page, std::size_t i, std::size_t last) {
  for (std::size_t at = i; at < last; ++at)
    if (const Phrase* known = page.furniture->longest(Kind::agency, page.words, at, last)) return known->value;
  if (i >= last || last - i > 5 || !page.words[i].upper) return std::nullopt;
  return std::string(page.text.substr(page.words[i].begin, page.words[last - 1].end - page.words[i].begin));
}

// Up to the next mark, number or label: capitalised words and what joins names, at most four words a name: "Editor
// Harian Fajar Timur Ditahan Polisi" is a headline.
bool names_follow(const LinedText& page, std::size_t i, std::size_t last) {
  constexpr std::size_t kNameWords = 4;
  if (!page.words[i].upper) return false;
  const auto is = [&](Kind kind, std::size_t at) {
    return page.furniture->longest(kind, page.words, at, last) != nullptr;
  };
  std::size_t name = 0;
  for (const std::size_t first = i; i < last && !page.words[i].digit && !credit_label(page, i, last); ++i) {
    const bool joins = is(Kind::conjunction, i) || is(Kind::locative, i);
    const bool small = page.words[i].end - page.words[i].begin <= 3 || is(Kind::role, i) || joins;
    if ((!page.words[i].upper && !small) || i - first > 12) return false;
    name = joins ? 0 : name + 1;
    if (name > kNameWords) return false;
    if (page.words[i].after == ',') name = 0;
    if (i + 1 < last && parts_names(page.text.substr(page.words[i].end, page.words[i + 1].begin - page.words[i].end)))
      return true;
  }
  return true;
}

std::size_t read_credit(const LinedText& page, const Phrase& label, std::size_t i, std::size_t last, Credits& credits) {
  if (label.kind == Kind::source) {
    std::size_t end = i;
    while (end < last && !credit_label(page, end, last)) ++end;  // "Sumber : CNN | Editor : Siti Rahma"
    credits.agency = agency_of(page, i, end);
    return end;
  }
  std::vector<std::string> names;
  // "Kontributor Nunukan, Sukoco", "Laporan Wartawan Kabar Timur, Siti Rahma"; behind a colon all are names.
  const bool place_first = label.value == "place" && page.words[i - 1].after != ':';
  const std::size_t end = read_names(page, i, last, names, place_first);
  for (const std::string& name : names) {
    if (label.kind != Kind::editor) add_once(credits.authors, name);
    if (label.kind != Kind::author) add_once(credits.editors, name);
  }
  return std::max(end, i);
}

}  // namespace

void Credits::add(const Credits& more) {
  for (const std::string& name : more.authors) add_once(authors, name);
  for (const std::string& name : more.editors) add_once(editors, name);
  if (!agency) agency = more.agency;
}

namespace {

// Prose may begin with "By" or "Editor": a credit has a colon or goes on with a name.
bool is_credit(const LinedText& page, const Line& line, const Phrase& label, std::size_t i) {
  const std::size_t next = i + label.words;
  if (next >= line.last) return false;
  return label.colon || page.words[next - 1].after == ':' || names_follow(page, next, line.last);
}

// The label that begins a line that is nothing but a credit, and no sentence.
bool is_whole(const LinedText& page, const Line& line, const Phrase* label) {
  if (!label || !is_credit(page, line, *label, line.first)) return false;
  return line.end != End::stop || label->kind != Kind::author || line.word_count <= 12 || label->colon ||
         label->words > 1;
}

}  // namespace

bool read_credits(const LinedText& page, const Line& line, Credits& credits) {
  constexpr Kinds kCredit = bit(Kind::author) | bit(Kind::editor) | bit(Kind::author_and_editor) | bit(Kind::source);
  constexpr Kinds kDated = bit(Kind::published) | bit(Kind::updated) | bit(Kind::month);
  if (line.first == line.last || line.word_count > 40 || !(line.holds & kCredit)) return false;
  const Phrase* label = credit_label(page, line.first, line.last);
  const bool whole = is_whole(page, line, label);
  if (!label && line.end == End::stop && line.word_count > 25) return false;
  Credits found;
  bool any = false;
  // "Additional reporting by X. Edited by Y": X wrote other articles.
  const bool other = !label && line.label == Kind::note;
  for (std::size_t i = other ? line.first + line.label_words : line.first; i < line.last;) {
    const Phrase* here = credit_label(page, i, line.last);
    // Inside a line that is no credit so far "by" needs a colon or a date: "Attack by Boko Haram" has neither.
    const bool inside = here && (whole || any || other || here->colon || page.words[i + here->words - 1].after == ':' ||
                                 (line.holds & kDated) != 0);
    if (!here || !(i == line.first ? whole : inside && is_credit(page, line, *here, i))) {
      ++i;
      continue;
    }
    any = true;
    i = read_credit(page, *here, i + here->words, line.last, found);
  }
  credits.add(found);
  return any && (whole || line.end != End::stop);
}

std::optional<Kind> lone_label(const LinedText& page, const Line& line) {
  if (line.first == line.last || line.last - line.first > 3) return std::nullopt;
  const Phrase* label = credit_label(page, line.first, line.last);
  if (!label || label->words != line.last - line.first) return std::nullopt;
  return label->kind;
}

bool looks_like_names(const LinedText& page, const Line& line) {
  const std::size_t words = line.last - line.first;
  if (words < 2 || words > 14 || line.word_count != words || line.end != End::none || line.quoted || line.bar)
    return false;
  bool located = false;
  std::size_t names = 0;
  for (std::size_t i = line.first; i < line.last; ++i) {
    const Word& word = page.words[i];
    if (word.digit || word.after == ':' || word.after == '?') return false;
    if (page.furniture->longest(Kind::locative, page.words, i, line.last))
      located = true;
    else if (!page.furniture->longest(Kind::conjunction, page.words, i, line.last) &&
             !page.furniture->longest(Kind::role, page.words, i, line.last)) {
      if (!word.upper) return false;
      ++names;
    }
  }
  return located ? names >= 3 && names <= 10 : names >= 2 && names <= 4;
}

void add_names(const LinedText& page, Span span, std::vector<std::string>& out) {
  std::vector<Word> words;
  find_words(page.text, span.begin, span.end, kLineWords, words);
  LinedText part{page.text, {}, std::move(words), page.furniture};
  std::vector<std::string> names;
  read_names(part, 0, part.words.size(), names);
  for (std::string& name : names) add_once(out, std::move(name));
}

namespace {

// Initials, names or agencies: no longer numbers, and small words only beside a slash.
bool may_sign(const std::vector<Word>& words, std::string_view bracket) {
  if (words.empty() || words.size() > 5) return false;
  std::size_t small = 0;
  for (const Word& word : words) {
    if (word.digit && word.end - word.begin > 2) return false;
    small += !word.upper;
  }
  return small <= 1 || words.size() <= 2 || bracket.find('/') != std::string_view::npos;
}

void read_bracket(const LinedText& inside, std::string_view bracket, Credits& credits) {
  for (std::size_t i = 0; i < inside.words.size(); ++i)
    if (const Phrase* known = inside.furniture->longest(Kind::agency, inside.words, i, inside.words.size())) {
      if (!credits.agency) credits.agency = known->value;
      return;
    }
  if (inside.words.size() < 2 || bracket.find_first_of("/|-") != std::string_view::npos) return;
  const std::uint32_t begin = inside.words.front().begin;
  add_once(credits.authors, std::string(inside.text.substr(begin, inside.words.back().end - begin)));
}

}  // namespace

Span closing_bracket(const LinedText& page, Span paragraph, Credits& credits) {
  const std::string_view text = paragraph.of(page.text);
  Span none{paragraph.end, paragraph.end};
  std::size_t end = text.size();
  while (end > 0 && (text[end - 1] == '*' || text[end - 1] == ' ')) --end;
  if (text.size() - end >= 2) none.begin = paragraph.begin + static_cast<std::uint32_t>(end);  // "***"
  if (end == 0 || (text[end - 1] != ')' && text[end - 1] != ']')) return none;
  const std::size_t open = text.substr(0, end).find_last_of(text[end - 1] == ')' ? '(' : '[');
  if (open == std::string_view::npos || end - open > 48) return none;
  const std::string_view before = utf8::trim(text.substr(0, open)), bracket = text.substr(open, end - open);
  const End ends = end_of(before);
  if (!before.empty() && ends != End::stop && ends != End::question) return none;
  std::vector<Word> words;
  const auto from = paragraph.begin + static_cast<std::uint32_t>(open);
  find_words(page.text, from, paragraph.begin + static_cast<std::uint32_t>(end), 8, words);
  if (!may_sign(words, bracket)) return none;
  read_bracket({page.text, {}, std::move(words), page.furniture}, bracket, credits);
  return {from, paragraph.end};
}

bool is_signature(const LinedText& page, const Line& line, Credits& credits) {
  const std::string_view text = line.span.of(page.text);
  if (text.find_first_not_of("*-=_~ ") == std::string_view::npos) return true;
  if (line.word_count == 0 || line.word_count > 5 || (text[0] != '(' && text[0] != '[')) return false;
  const Span bracket = closing_bracket(page, line.span, credits);
  return bracket.begin == line.span.begin;
}

}  // namespace warta::extract
