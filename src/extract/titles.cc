#include "titles.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::size_t kWords = 64, kRubricWords = 4, kFewest = 2;

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  find_words(text, 0, static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), 1024)), kWords, words);
  return words;
}

// Where `part` begins inside `whole`, as words; npos: nowhere.
std::size_t position(const std::vector<Word>& part, const std::vector<Word>& whole) {
  const auto same = [](const Word& a, const Word& b) { return a.hash == b.hash; };
  const auto at = std::search(whole.begin(), whole.end(), part.begin(), part.end(), same);
  return at == whole.end() || part.empty() ? std::string::npos : static_cast<std::size_t>(at - whole.begin());
}

// The share of words of a that b has too.
double shared(const std::vector<Word>& a, const std::vector<Word>& b) {
  std::size_t common = 0;
  for (const Word& word : a)
    common += std::any_of(b.begin(), b.end(), [&](const Word& other) { return other.hash == word.hash; });
  return a.empty() ? 0 : static_cast<double>(common) / static_cast<double>(a.size());
}

struct Mark {
  std::string_view text;
  bool before = false;  // may also stand behind an outlet that comes first: "Outlet: headline"
};
constexpr std::array<Mark, 11> kMarks{{{" | ", true},
                                       {" - ", true},
                                       {" \xe2\x80\x93 ", true},
                                       {" \xe2\x80\x94 ", true},
                                       {" :: ", true},
                                       {" \xc2\xbb ", true},
                                       {" \xc2\xb7 ", true},
                                       {" \xe2\x80\xa2 ", true},
                                       {" : ", true},
                                       {": ", true},
                                       {"| ", false}}};

// The stretch behind the last mark, or before the first one.
struct Cut {
  std::size_t at = std::string_view::npos, size = 0;
};
Cut last_cut(std::string_view title) {
  Cut best;
  for (const Mark& mark : kMarks) {
    const std::size_t at = title.rfind(mark.text);
    if (at != std::string_view::npos && at > 0 && mark.text != ": " && (best.size == 0 || at > best.at))
      best = {at, mark.text.size()};
  }
  return best;
}
Cut first_cut(std::string_view title) {
  Cut best;
  for (const Mark& mark : kMarks)
    if (const std::size_t at = title.find(mark.text);
        at != std::string_view::npos && at > 0 && mark.before && (best.size == 0 || at < best.at))
      best = {at, mark.text.size()};
  return best;
}

// Sections, page numbers and what else stands between headline and outlet: "Nasional", "Halaman all", "Page 2".
bool is_filler(std::string_view part, const Furniture& furniture) {
  const auto words = words_of(part);
  if (words.empty()) return true;
  std::size_t i = 0;
  while (i < words.size()) {
    const Phrase* known = furniture.longest(Kind::menu, words, i, words.size());
    if (!known) known = furniture.longest(Kind::ad, words, i, words.size());
    if (!known && !words[i].number) return false;
    i += known ? known->words : 1;
  }
  return true;
}

class Finder {
 public:
  Finder(const Page& page, BlockRange body, const OutletNames& outlet, const Furniture& furniture)
      : page_(page), outlet_(outlet), furniture_(furniture) {
    end_ = static_cast<std::uint32_t>(page.blocks.size());
    if (!body.empty()) end_ = std::min(end_, body.first + 3);
  }

  std::optional<Headline> find(const std::vector<std::string>& told) {
    for (const std::string& title : told) {
      const std::string bare = without_outlet(title, outlet_, furniture_);
      if (bare.empty()) continue;
      shortest_ = std::min(shortest_, bare.size() * 4 / 5), longest_ = std::max(longest_, bare.size());
      told_.push_back({words_of(title), words_of(bare), bare});
    }
    if (auto shown = shown_as_told()) return shown;
    if (auto heading = lone_heading()) return heading;
    if (told_.empty()) return std::nullopt;
    return Headline{told_.front().text, std::nullopt, false};
  }

 private:
  struct Told {
    std::vector<Word> whole, bare;
    std::string text;
  };

  static bool is_heading(const PageBlock& block) {
    return (block.tag >= Tag::h1 && block.tag <= Tag::h3) || (block.own & bit(ClassKind::title)) != 0;
  }
  bool linked(const PageBlock& block) const { return block.link_bytes * 5 > block.text.size() * 4; }

  // The text of a heading, with the lines that <br> parts.
  std::string text_of(std::uint32_t i) const {
    std::string text(page_.of(page_.blocks[i]));
    for (std::uint32_t k = i + 1; k < page_.blocks.size() && k < i + 4; ++k) {
      if (!page_.blocks[k].after_break || page_.blocks[k].element != page_.blocks[i].element) break;
      text.append(" ").append(page_.of(page_.blocks[k]));
    }
    return text;
  }

  // Long enough to be one of the titles or most of it, and no longer than one with a rubric; headings may have <br>.
  bool may_show(const PageBlock& block) const {
    if (is_heading(block)) return block.text.size() <= 400;
    return block.text.size() >= shortest_ && block.text.size() <= longest_ + 40;
  }

  // How well a block shows one of the titles that the head tells; 0: not at all.
  int points(std::uint32_t i, const std::vector<Word>& words) const {
    const PageBlock& block = page_.blocks[i];
    const bool heading = is_heading(block);
    int best = 0;
    for (const Told& told : told_) {
      if (words.size() < std::min(kFewest, told.bare.size()) || words.size() > told.bare.size() + kRubricWords)
        continue;
      const bool same = words.size() == told.bare.size() && position(words, told.bare) == 0;
      const std::size_t inner = position(words, told.whole), outer = position(told.bare, words);
      const bool most = words.size() * 2 >= told.bare.size();
      if (same)
        best = std::max(best, heading ? 100 : 60);
      else if (inner != std::string::npos && most && heading && words.size() >= 3)
        best = std::max(best, 70);
      else if (outer != std::string::npos && told.bare.size() >= 4)  // "In Picture: ..." before what the head says
        best = std::max(best, heading ? 90 : 50);
      else if (heading && words.size() >= 5 && shared(words, told.bare) >= 0.8 && shared(told.bare, words) >= 0.8)
        best = std::max(best, 65);
    }
    if (best == 0) return 0;
    if (block.tag == Tag::h1) best += 20;
    if (linked(block)) best -= block.tag == Tag::h1 ? 10 : 40;
    if ((block.around & (bit(Around::nav) | bit(Around::aside))) != 0) best -= 60;
    if (((block.own | block.near) & (bit(ClassKind::related) | bit(ClassKind::menu) | bit(ClassKind::share))) != 0)
      best -= 40;
    return best;
  }

  std::optional<Headline> shown_as_told() const {
    int most = 0;
    std::uint32_t where = 0;
    for (std::uint32_t i = 0; i < end_; ++i) {
      const PageBlock& block = page_.blocks[i];
      if (!may_show(block) || (block.after_break && i > 0 && page_.blocks[i - 1].element == block.element)) continue;
      const std::string text = text_of(i);
      if (const int got = points(i, words_of(text)); got > most) most = got, where = i;
    }
    if (most < 20) return std::nullopt;
    return Headline{without_outlet(text_of(where), outlet_, furniture_), where, true};
  }

  // A heading of the first rank that is a headline by itself: titles for search engines may say it in other words.
  std::optional<Headline> lone_heading() const {
    std::optional<std::uint32_t> only;
    for (const std::uint32_t i : page_.headings) {
      const PageBlock& block = page_.blocks[i];
      if (i >= end_ || linked(block) || (block.around & (bit(Around::nav) | bit(Around::aside))) != 0) continue;
      const std::string text = text_of(i);
      if (words_of(text).size() < 3 || outlet_.named(text)) continue;
      if (!only) only = i;
    }
    if (!only) return std::nullopt;
    return Headline{text_of(*only), *only, false};
  }

  const Page& page_;
  const OutletNames& outlet_;
  const Furniture& furniture_;
  std::uint32_t end_ = 0;
  std::vector<Told> told_;
  std::size_t shortest_ = std::string::npos, longest_ = 0;
};

}  // namespace

std::string without_outlet(std::string_view title, const OutletNames& outlet, const Furniture& furniture) {
  title = utf8::trim(title);
  const auto names = [&](std::string_view part) { return outlet.named(utf8::trim(part)); };
  // From the end: the outlet, then sections and page numbers before it. What is left is a headline of some length.
  std::string_view rest = title, kept = title;
  bool outlet_cut = false;
  while (true) {
    const Cut cut = last_cut(rest);
    if (cut.size == 0) break;
    const std::string_view part = rest.substr(cut.at + cut.size);
    const bool is_outlet = names(part), numbered = part.find_first_of("0123456789") != std::string_view::npos;
    if (!is_outlet && !((outlet_cut || numbered) && is_filler(part, furniture))) break;
    outlet_cut |= is_outlet;
    rest = utf8::trim(rest.substr(0, cut.at));
    if (words_of(rest).size() >= kFewest) kept = rest;
  }
  while (true) {
    const Cut cut = first_cut(kept);
    if (cut.size == 0 || !names(kept.substr(0, cut.at))) break;
    const std::string_view next = utf8::trim(kept.substr(cut.at + cut.size));
    if (words_of(next).size() < kFewest) break;
    kept = next;
  }
  return std::string(kept);
}

std::optional<Headline> find_headline(const Page& page, const std::vector<std::string>& told, BlockRange body,
                                      const OutletNames& outlet, const Furniture& furniture) {
  return Finder(page, body, outlet, furniture).find(told);
}

}  // namespace warta::extract
