#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "roles.h"

namespace warta::extract {
namespace {

constexpr std::size_t kFewWords = 3, kManyWords = 32;  // of a title
constexpr int kPromo = 3;                              // points that make a line an advertisement of the outlet

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

// Words that only captions say, in brackets at the end or anywhere in a short line; a known agency with a name behind a
// slash: "(Reuters/Jane Roe)".
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

// "... di Ankara, Oktober 2024." and "... Korea Selatan, 2022": captions end on their date.
bool ends_on_year(const LinedText& page, const Line& line) {
  if (line.last == line.first || line.word_count > 40) return false;
  const Word& word = page.words[line.last - 1];
  const std::string_view text = page.text.substr(word.begin, word.end - word.begin);
  return text.size() == 4 && (text[0] == '1' || text[0] == '2') &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool single_sentence(const LinedText& page, const Line& line) {
  const std::string_view text = line.span.of(page.text);
  for (std::size_t i = text.find(". "); i != std::string_view::npos; i = text.find(". ", i + 1))
    if (i + 2 < text.size() && i > 3 && utf8::is_upper(utf8::decode(text, i + 2).code)) return false;
  return true;
}

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

std::uint64_t stem_hash(const LinedText& page, const Word& word) {
  // Five letters tell "bentrok" and "bentrokan", "bomb" and "bombed" together; prefixes of Indonesian verbs are not
  // undone, names and nouns suffice.
  const std::uint32_t size = std::min(word.end - word.begin, 5u);
  return hash_of(page.text.substr(word.begin, size));
}

class Header {
 public:
  Header(const LinedText& page, Roles& roles) : page_(page), roles_(roles) {}

  void find(const std::optional<std::string>& title) {
    roles_.lead = find_lead();
    collect_stems();
    mark_listed();
    if (title)
      drop_repeats(*title);
    else
      find_title();
    settle_rest();
  }

 private:
  const Line& line(std::size_t i) const { return page_.lines[i]; }
  bool open(std::size_t i) const { return roles_.of[i] == Role::open; }
  bool wrapped(std::size_t i) const { return roles_.of[i] == Role::paragraph; }  // nothing else is settled by now
  bool prose(std::size_t i) const { return wrapped(i) || (open(i) && is_prose(line(i))); }
  std::size_t size() const { return page_.lines.size(); }
  static bool is_meta(Role role) { return role == Role::byline || role == Role::stamp || role == Role::caption; }

  // The line with the first trustworthy dateline, else the first strong prose with nothing of a header behind it.
  std::size_t find_lead() {
    for (std::size_t i = 0; i < size() && i < 400; ++i) {
      const auto& dateline = roles_.datelines[i];
      if (prose(i) && dateline && dateline->sure && line(i).word_count >= 8) return i;
    }
    for (std::size_t i = 0; i < size(); ++i) {
      if (wrapped(i)) return i;
      if (!open(i) || !is_strong_prose(line(i))) continue;
      if (roles_.page && (is_deck_before(i) || is_caption_before(i))) continue;
      return i;
    }
    for (std::size_t i = 0; i < size(); ++i)
      if (prose(i)) return i;
    return size();
  }

  // A byline, a date or a share bar between this line and the next prose: it is a deck.
  bool is_deck_before(std::size_t i) const {
    if (line(i).word_count > 45) return false;
    for (std::size_t k = i + 1; k < size() && k < i + 7; ++k) {
      if (open(k) && is_prose(line(k))) return false;
      if (roles_.of[k] == Role::byline || roles_.of[k] == Role::stamp || roles_.of[k] == Role::caption ||
          has(line(k).holds, Kind::ago))
        return next_prose(k) != size();
      if (open(k) && looks_like_names(page_, line(k)) && next_prose(k) != size()) return true;
    }
    return false;
  }
  // Behind a byline or date and before the first paragraph, one sentence that speaks like a caption.
  bool is_caption_before(std::size_t i) {
    if (i == 0 || line(i).word_count > 40 || next_prose(i) == size() || !single_sentence(page_, line(i))) return false;
    const Role before = roles_.of[i - 1];
    if (!is_meta(before) && before != Role::furniture && before != Role::clock) return false;
    const bool beside_credit = i + 1 < size() && roles_.of[i + 1] == Role::caption;
    if (!beside_credit && !ends_on_year(page_, line(i)) && caption_points(page_, line(i)) < 2) return false;
    roles_.of[i] = Role::caption;
    return true;
  }
  std::size_t next_prose(std::size_t i) const {
    for (++i; i < size(); ++i)
      if (prose(i)) return i;
    return size();
  }

  void collect_stems() {
    std::size_t used = 0;
    for (std::size_t i = roles_.lead; i < size() && used < 6; ++i) {
      if (!prose(i)) continue;
      ++used;
      for (std::size_t w = line(i).first; w < line(i).last; ++w) stems_.insert(stem_hash(page_, page_.words[w]));
    }
  }

  // Share of the line's longer words that the body's first paragraphs have too.
  double overlap(const Line& title) const {
    double all = 0, shared = 0;
    for (std::size_t w = title.first; w < title.last; ++w) {
      const Word& word = page_.words[w];
      if (word.end - word.begin < 4 && !word.all_upper) continue;
      ++all;
      shared += stems_.count(stem_hash(page_, word)) != 0;
    }
    return all == 0 ? 0 : shared / all;
  }

  double title_points(std::size_t i) const {
    const Line& candidate = line(i);
    if (!open(i) || candidate.word_count < kFewWords || candidate.word_count > kManyWords) return -1;
    double points = 4 * overlap(candidate) * std::min(1.0, candidate.word_count / 5.0);
    for (std::size_t k = i + 1; k <= roles_.lead && k < size() && k < i + 4; ++k)
      if (is_meta(roles_.of[k]) || k == roles_.lead) {
        points += 0.7;
        break;
      }
    if (i + 1 < size() && roles_.of[i + 1] == Role::stamp) points += 0.5;
    if (listed_[i]) points -= 1.0;
    if (credits_photo(candidate)) points -= 2.0;
    if (i > 0 && roles_.of[i - 1] == Role::stamp) points += 0.5;
    if (i == 0) points += 0.4;
    if (candidate.end == End::stop) points -= 1.2;
    if (has(candidate.starts, Kind::live)) points -= 1.0;
    if (candidate.bullet) points -= 0.5;
    if (candidate.blank_before) points += 0.2;
    return points - 0.04 * static_cast<double>(roles_.lead - i);
  }

  // Lines among the links below "Berita Terkait"; a blank line or anything settled ends them.
  void mark_listed() {
    listed_.assign(size(), false);
    bool inside = false;
    for (std::size_t i = 0; i < size() && i < roles_.lead; ++i) {
      inside = roles_.of[i] == Role::list_head || (inside && open(i) && !line(i).blank_before);
      listed_[i] = inside;
    }
  }
  // "Siti Rahma (c) Harian Angkasa" with the sign
  bool credits_photo(const Line& candidate) const {
    static const std::uint64_t sign = hash_of("\xc2\xa9");
    for (std::size_t w = candidate.first; w < candidate.last; ++w)
      if (page_.words[w].hash == sign) return true;
    return false;
  }

  void find_title() {
    if (roles_.lead >= size()) return;
    std::size_t best = size();
    double most = 1.0;
    for (std::size_t i = 0; i < roles_.lead; ++i)
      if (const double points = title_points(i); points > most) most = points, best = i;
    if (best == size()) return;
    // Of neighbours that both speak of the body, the upper one is the title and the lower its deck.
    while (best > 0 && open(best - 1) && title_points(best - 1) > 0.45 * most && overlap(line(best - 1)) >= 0.3 &&
           line(best - 1).end != End::stop)
      --best;
    roles_.of[best] = Role::title;
    for (std::size_t i = 0; i < size(); ++i)
      if (i != best && open(i) && line(i).word_count <= kManyWords && same_words(page_, line(i), line(best)))
        roles_.of[i] = Role::furniture;
  }

  void drop_repeats(const std::string& title) {
    std::vector<Word> words;
    find_words(title, 0, static_cast<std::uint32_t>(title.size()), kLineWords, words);
    for (std::size_t i = 0; i < size() && i < roles_.lead + 2; ++i) {
      const Line& candidate = line(i);
      if (roles_.of[i] == Role::paragraph || candidate.last - candidate.first != words.size() || words.empty())
        continue;
      const auto same = [](const Word& a, const Word& b) { return a.hash == b.hash; };
      if (std::equal(words.begin(), words.end(), page_.words.begin() + static_cast<std::ptrdiff_t>(candidate.first),
                     same)) {
        roles_.of[i] = Role::furniture;
        repeated_ = i;
        if (i == roles_.lead) roles_.lead = find_lead();
      }
    }
  }

  // Between title and lead: a deck right behind the title, names behind it, captions behind the metadata.
  void settle_rest() {
    std::size_t title = repeated_;
    for (std::size_t i = 0; i < size() && i < roles_.lead; ++i)
      if (roles_.of[i] == Role::title) title = i;
    bool meta = false, deck = false;
    for (std::size_t i = 0; i < roles_.lead && i < size(); ++i) {
      const bool behind = title != kNone && i > title;
      if (behind && (is_meta(roles_.of[i]) || roles_.of[i] == Role::clock)) meta |= roles_.of[i] != Role::clock;
      if (!open(i)) continue;
      if (!roles_.page) {
        roles_.of[i] = Role::paragraph;
        continue;
      }
      roles_.of[i] = Role::furniture;
      if ((!behind && title != kNone) || listed_[i]) continue;
      if (is_name_line(i, title)) {
        roles_.of[i] = Role::byline;
        add_names(page_, line(i).span, roles_.unlabelled);
        meta = true;
      } else if (!behind) {
        continue;
      } else if (!deck && line(i).word_count >= 4 && (!meta || line(i).end == End::stop) &&
                 !dateline_follows_caption(i, meta)) {
        roles_.of[i] = Role::deck;
        deck = true;
      } else if (line(i).word_count >= 4) {
        roles_.of[i] = Role::caption;
      }
    }
  }
  bool dateline_follows_caption(std::size_t i, bool meta) const {
    return meta && roles_.lead < size() &&
           (roles_.datelines[roles_.lead] || ends_on_year(page_, line(i)) || caption_points(page_, line(i)) > 0) &&
           i > 0;
  }
  bool is_name_line(std::size_t i, std::size_t title) const {
    if (!looks_like_names(page_, line(i)) || line(i).holds & bit(Kind::outlet_word)) return false;
    const auto near = [&](Role role) {
      return (i > 0 && roles_.of[i - 1] == role) || (i + 1 < size() && roles_.of[i + 1] == role);
    };
    return near(Role::stamp) || near(Role::clock) ||
           (title != kNone && i > title && overlap(line(i)) < 0.5 && line(i).word_count <= 12 && i < title + 4);
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const LinedText& page_;
  Roles& roles_;
  std::unordered_set<std::uint64_t> stems_;
  std::vector<bool> listed_;
  std::size_t repeated_ = kNone;
};

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

void find_header(const LinedText& page, const std::optional<std::string>& title, Roles& roles) {
  Header(page, roles).find(title);
}

}  // namespace warta::extract
