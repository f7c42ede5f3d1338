#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "roles.h"

namespace warta::extract {
namespace {

constexpr std::size_t kFewWords = 3, kManyWords = 32;  // of a title

bool has(Kinds kinds, Kind kind) { return (kinds & bit(kind)) != 0; }

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

void find_header(const LinedText& page, const std::optional<std::string>& title, Roles& roles) {
  Header(page, roles).find(title);
}

}  // namespace warta::extract
