#include "people.h"

#include <algorithm>

#include "base/utf8.h"
#include "outlet.h"

namespace warta::extract {
namespace {

constexpr std::size_t kShortest = 3, kLongest = 60, kWords = 6;

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  find_words(text, 0, static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), 200)), 16, words);
  return words;
}

// "DINI TEJA" -> "Dini Teja"; short words of capitals are initials: "AR LOUBET" -> "AR Loubet".
std::string in_name_case(const std::string& name) {
  const auto words = words_of(name);
  if (words.size() < 2 || !utf8::all_upper(name)) return name;
  std::string out = name.substr(0, words.front().begin);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t end = i + 1 < words.size() ? words[i + 1].begin : static_cast<std::uint32_t>(name.size());
    const std::size_t size = words[i].end - words[i].begin;
    const std::uint32_t keep = size <= 2 ? words[i].end : words[i].begin + utf8::decode(name, words[i].begin).bytes;
    out += name.substr(words[i].begin, keep - words[i].begin);
    utf8::append_lower(out, std::string_view(name).substr(keep, end - keep));
  }
  return out;
}

// What stands behind a name on the line of a byline and is none of it: " - detikX", ", Jurnalis-Rabu, 18 Juni".
std::string_view first_part(std::string_view name) {
  for (const std::string_view mark : {" - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " | ", " (", " <"})
    if (const std::size_t at = name.find(mark); at != std::string_view::npos && at > 2) name = name.substr(0, at);
  return utf8::trim(name);
}

void add_once(std::vector<std::string>& names, std::string name) {
  const auto same = [&](const std::string& known) { return same_person(known, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
}

}  // namespace

bool same_person(std::string_view a, std::string_view b) {
  if (squashed(a) == squashed(b)) return true;
  const auto x = words_of(a), y = words_of(b);
  if (x.size() < 2 || y.size() < 2) return false;
  const bool ends = x.front().hash == y.front().hash && x.back().hash == y.back().hash;
  return ends && (x.size() == 2 || y.size() == 2);
}

bool People::is_person(std::string_view name) const {
  if (name.size() < kShortest || name.size() > kLongest) return false;
  for (const char c : name)
    if (utf8::is_digit(static_cast<unsigned char>(c)) || c == '/' || c == '@' || c == ':' || c == '?' || c == '!' ||
        c == '=')
      return false;
  const auto words = words_of(name);
  if (words.empty() || words.size() > kWords) return false;
  if (words.size() == 1 && (name.size() < 4 || (words[0].all_upper && name.size() <= 4))) return false;  // initials
  if (is_chrome(words)) return false;
  std::size_t upper = 0, roles = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    upper += words[i].upper;
    roles += furniture_.longest(Kind::role, words, i, words.size()) != nullptr;
  }
  for (const Kind kind : {Kind::weekday, Kind::place, Kind::region})  // "Reuters, Washington"
    if (const Phrase* known = furniture_.longest(kind, words, 0, words.size()); known && known->words == words.size())
      return false;
  if (const Phrase* agency = furniture_.longest(Kind::agency, words, 0, words.size()); agency && words[0].all_upper)
    return false;  // "AP National Writer"
  if (roles == words.size() || (upper == 0 && words.size() == 1)) return false;
  return !outlet_.signs(name);
}

// "Facebook", "Lihat Foto": words of share bars, menus and buttons.
bool People::is_chrome(const std::vector<Word>& words) const {
  for (const Kind kind : {Kind::share, Kind::menu, Kind::ad, Kind::link})
    if (const Phrase* known = furniture_.longest(kind, words, 0, words.size()); known && known->words == words.size())
      return true;
  return false;
}

const std::string* People::agency_of(std::string_view name) const {
  const auto words = words_of(name);
  const Phrase* known = furniture_.longest(Kind::agency, words, 0, words.size());
  return known && known->words == words.size() ? &known->value : nullptr;
}

// The name without what is glued to its end: its outlet or agency ("Kevin McCoy USA TODAY"), an office ("Staff
// Writer"), a word that begins something else ("Louis Jacobson on"), or the name once more.
std::string_view People::bare(std::string_view name, std::optional<std::string>& agency) const {
  name = first_part(name);
  for (auto words = words_of(name); words.size() > 1; words = words_of(name)) {
    std::size_t keep = words.size();
    if (words.size() % 2 == 0 && words.size() > 2 && repeats(words)) keep = words.size() / 2;
    for (std::size_t i = 1; i < words.size() && keep == words.size(); ++i) {
      const std::string_view tail = name.substr(words[i].begin);
      const Phrase* role = furniture_.longest(Kind::role, words, i, words.size());
      const std::string* known = agency_of(tail);
      if (known && !agency && !outlet_.named(tail)) agency = *known;
      if (known || outlet_.is(tail) || (role && i + role->words == words.size())) keep = i;
    }
    const bool function = languages_.is_function_word(words.back().hash) && words.size() > 2;
    if (keep == words.size() && words[0].upper && (!words.back().upper || function)) --keep;
    if (keep == words.size()) break;
    name = name.substr(0, words[keep - 1].end);
  }
  return name;
}

bool People::repeats(const std::vector<Word>& words) {
  for (std::size_t i = 0; i < words.size() / 2; ++i)
    if (words[i].hash != words[i + words.size() / 2].hash) return false;
  return true;
}

void People::sort(const std::vector<std::string>& names, std::vector<std::string>& persons, Credits& out) const {
  for (const std::string& whole : names) {
    const std::string name(bare(whole, out.agency));
    if (const std::string* agency = agency_of(name)) {
      if (!out.agency && !outlet_.named(name)) out.agency = *agency;
    } else if (is_person(name) && !(persons.size() == 1 && is_affiliation(name))) {
      add_once(persons, in_name_case(name));
    }
  }
}

// Behind a name: one word of capitals ("VICTOR TANGERMANN, FUTURISM") or a degree ("Siti Rahma, S.Sos").
bool People::is_affiliation(std::string_view name) {
  if (words_of(name).size() != 1) return false;
  return utf8::all_upper(name) || (name.size() <= 8 && name.find('.') != std::string_view::npos);
}

Credits People::persons_of(const Credits& credits) const {
  Credits out;
  sort(credits.authors, out.authors, out);
  sort(credits.editors, out.editors, out);
  if (!out.agency && credits.agency && !outlet_.named(*credits.agency)) out.agency = credits.agency;
  return out;
}

Credits People::named_in(std::string_view value) const {
  value = utf8::trim(value);
  if (value.empty() || value.size() > 400 || value.find("://") != std::string_view::npos) return {};
  const LinedText text = read_lines(value, 0, furniture_, languages_);
  Credits found;
  for (const Line& line : text.lines) {
    if (read_credits(text, line, found)) continue;
    add_names(text, line.span, found.authors);
  }
  return persons_of(found);
}

}  // namespace warta::extract
