// What a line shows by itself: menus, labels, stamps, clocks, bylines, captions, signatures; and labels that stand
// alone with their names on the lines around. No line looks at what the page is about. Tests: tests/extract/cases/
#include <algorithm>

#include "base/utf8.h"
#include "roles.h"

namespace warta::extract {
namespace {

constexpr int kPromo = 3;  // points that make a line an advertisement of the outlet

bool has(Kinds kinds, Kind kind) { return (kinds & bit(kind)) != 0; }

// A stamp with little else on its line, or one that a label announces.
bool is_stamp_line(const Line& line, const Stamp& stamp) {
  if (line.end == End::stop && line.word_count > stamp.words + 4) return false;
  const std::uint32_t rest = line.word_count - std::min(line.word_count, stamp.words);
  if (has(line.starts, Kind::published) || has(line.starts, Kind::updated)) return rest <= 14;
  if (has(line.holds, Kind::published) || has(line.holds, Kind::updated)) return rest <= 16;
  return rest <= 3 || (stamp.hour && rest <= 9);
}

// "2 jam lalu", "Updated 5 hours ago": a number and few words; "Iran attacked yesterday" is none.
bool counts_back(const LinedText& page, const Line& line) {
  std::size_t numbers = 0, others = 0;
  for (std::size_t i = line.first; i < line.last; ++i) ++(page.words[i].digit ? numbers : others);
  return numbers != 0 && others <= (has(line.holds, Kind::updated) ? 4u : 3u);
}

// "14:05 GMT", "2 jam lalu": a time without a day.
bool is_clock(const LinedText& page, const Line& line) {
  if (line.word_count > 6) return false;
  constexpr Kinds kTimes = bit(Kind::ago) | bit(Kind::published) | bit(Kind::updated);
  if ((line.holds & kTimes) != 0 && counts_back(page, line)) return true;
  const std::string_view text = line.span.of(page.text);
  const std::size_t colon = text.find_first_of(":.");
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || colon + 2 >= text.size()) return false;
  const auto digit = [&](std::size_t i) { return utf8::is_digit(static_cast<unsigned char>(text[i])); };
  if (!digit(colon - 1) || !digit(colon + 1) || !digit(colon + 2)) return false;
  return line.word_count <= 2 || has(line.holds, Kind::zone) || line.last - line.first <= 3;
}

// "(Dok.Kemenlu)": a credit glued to a name by its full stop.
bool is_glued_credit(const LinedText& page, std::uint32_t begin) {
  std::vector<Word> words;
  find_words(page.text, begin, static_cast<std::uint32_t>(page.text.size()), 1, words);
  if (words.empty()) return false;
  const std::size_t dot = page.text.substr(words[0].begin, words[0].end - words[0].begin).find('.');
  if (dot == std::string_view::npos) return false;
  std::vector<Word> credit;
  find_words(page.text, words[0].begin, words[0].begin + static_cast<std::uint32_t>(dot), 1, credit);
  return !credit.empty() && page.furniture->longest(Kind::credit, credit, 0, credit.size());
}

// "KABARNEGERI.com/DIMAS WICAKSONO Buruh melempari ...", "Dok.Kemenlu Menteri ...": the photographer before the
// caption.
bool begins_with_credit(const LinedText& page, const Line& line) {
  if (is_glued_credit(page, line.span.begin)) return true;
  if (line.last - line.first < 3) return false;
  const Word& site = page.words[line.first];
  const std::string_view name = page.text.substr(site.begin, site.end - site.begin);
  return name.find('.') != std::string_view::npos && site.after == '/' && page.words[line.first + 1].all_upper;
}

}  // namespace

int caption_points(const LinedText& page, const Line& line) {
  const std::string_view text = line.span.of(page.text);
  int points = 0;
  if (has(line.starts, Kind::caption) || begins_with_credit(page, line)) points += 4;
  if (has(line.holds, Kind::credit) && line.word_count <= kLineWords) points += line.end == End::stop ? 2 : 3;
  if (has(line.holds, Kind::figure) && line.word_count <= kLineWords) points += 2;
  const char last = text.empty() ? ' ' : text.back();
  if ((last == ')' || last == ']') && line.word_count <= kLineWords) {
    const std::size_t open = text.find_last_of(last == ')' ? '(' : '[');
    if (open != std::string_view::npos && text.size() - open < 70) {
      const std::string_view inside = text.substr(open);
      if (is_glued_credit(page, line.span.begin + static_cast<std::uint32_t>(open))) return points + 4;
      const bool slash = inside.find('/') != std::string_view::npos,
                 letters = inside.find_first_of("0123456789") == std::string_view::npos;
      if (slash && letters && inside.find(' ') != std::string_view::npos)
        points += 3;
      else if (letters && open > 20)
        points += 1;
    }
  }
  return points;
}

namespace {

// A sentence long enough that one or two words of furniture at its start are chance: "Sponsored by Iran, the militia
// ..."
bool is_sentence(const Line& line) {
  return is_prose(line) && (line.word_count >= 12 || (line.end == End::stop && line.word_count >= 8));
}

// The label at the start of the line, or inside a short one, speaks for the whole line.
bool label_holds(const Line& line) {
  if (line.label == Kind::count_ || line.label == Kind::kicker) return false;
  if (line.label_inside || line.label_colon || line.label_words >= 3 || !is_sentence(line)) return true;
  return line.label == Kind::note && line.label_words >= 2;
}

Role labelled(const LinedText& page, const Line& line, Roles& roles) {
  const bool alone = line.label_words != 0 && line.label_words + line.first >= line.last;
  switch (line.label) {
    case Kind::end:
      return Role::end;
    case Kind::link:
      return alone ? Role::list_head : Role::furniture;
    case Kind::sponsor:
      return alone ? Role::sponsor : Role::furniture;
    default:
      read_credits(page, line, roles.closing);
      return Role::furniture;
  }
}

Role by_itself(const LinedText& page, const Line& line, std::size_t i, Roles& roles) {
  if (line.last == line.first) {
    Credits none;
    return is_signature(page, line, none) ? Role::signature : Role::furniture;
  }
  if (line.covered && line.end != End::stop) return has(line.holds, Kind::ago) ? Role::clock : Role::furniture;
  if (label_holds(line)) return labelled(page, line, roles);
  if (is_signature(page, line, roles.closing)) return Role::signature;
  const bool credit = read_credits(page, line, roles.of_line[i]);
  if (!credit) roles.of_line[i] = {};
  if (roles.stamps[i] && (credit || is_stamp_line(line, *roles.stamps[i]))) return Role::stamp;
  if (credit) return Role::byline;
  if (is_clock(page, line)) return Role::clock;
  if (line.promo >= kPromo && line.word_count <= 30) return Role::furniture;
  if (caption_points(page, line) >= 3) return Role::caption;
  if (line.bar && line.end != End::stop && line.functions * 4 < line.word_count) return Role::furniture;
  return Role::open;
}

}  // namespace

bool is_prose(const Line& line) {
  if (line.end == End::stop || line.end == End::question)
    return line.word_count >= (line.quoted ? 2u : 4u) && (line.end == End::stop || line.word_count >= 14);
  if (line.end == End::colon) return line.word_count >= 7;
  return line.word_count >= 18 && line.functions >= 2;
}

bool is_strong_prose(const Line& line) { return is_prose(line) && line.word_count >= 11; }

bool same_words(const LinedText& page, const Line& a, const Line& b) {
  if (a.last - a.first != b.last - b.first || a.last == a.first) return false;
  for (std::size_t i = 0; i < a.last - a.first; ++i)
    if (page.words[a.first + i].hash != page.words[b.first + i].hash) return false;
  return true;
}

namespace {

std::optional<Kind> lone_credit(const LinedText& page, std::size_t i) {
  const auto label = lone_label(page, page.lines[i]);
  return label && *label != Kind::source ? label : std::nullopt;
}

// Labels alone on their lines with names between them, "Penulis", "Siti Rahma", "Editor", "Joko Susilo", or each name
// above its label. Returns the last line of them.
std::size_t read_lone_credits(const LinedText& page, std::size_t i, Roles& roles) {
  const auto is_name = [&](std::size_t k) {
    return k < page.lines.size() && roles.of[k] == Role::open && looks_like_names(page, page.lines[k]);
  };
  std::size_t last = i;  // the last label: each name between two labels
  while (is_name(last + 1) && last + 2 < page.lines.size() && lone_credit(page, last + 2)) last += 2;
  const auto colon_line = [&](std::size_t k) { return k < page.lines.size() && page.lines[k].word_count == 0; };
  const bool above = i > 0 && is_name(i - 1) && !is_name(last + 1);
  std::size_t end = i;
  for (std::size_t label = i; label <= last; label += 2) {
    std::size_t name = above ? label - 1 : label + 1;
    if (!above && colon_line(name)) ++name;  // ":" on a line of its own
    roles.of[label] = Role::byline;
    roles.page = true;
    end = std::max(end, label);
    if (!is_name(name)) continue;
    Credits& credits = roles.of_line[name];
    add_names(page, page.lines[name].span,
              *lone_credit(page, label) == Kind::editor ? credits.editors : credits.authors);
    roles.of[name] = Role::byline;
    end = std::max(end, name);
  }
  return end;
}

}  // namespace

void mark_lines(const LinedText& page, Roles& roles) {
  const std::size_t size = page.lines.size();
  roles.of.assign(size, Role::open);
  roles.datelines.resize(size);
  roles.stamps.resize(size);
  roles.of_line.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Line& line = page.lines[i];
    if (line.word_count <= kLineWords) roles.stamps[i] = find_stamp(page, line);
    roles.of[i] = by_itself(page, line, i, roles);
    if (roles.of[i] == Role::open && is_prose(line)) roles.datelines[i] = find_dateline(page, line);
    roles.page |= roles.of[i] != Role::open;
  }
  for (std::size_t i = 0; i < size; ++i)
    if (lone_credit(page, i)) i = read_lone_credits(page, i, roles);
}

}  // namespace warta::extract
