#include "page_body.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::extract {
namespace {

// Words of a note: more, and its first words may be those of a paragraph by chance, which three of them rarely are.
constexpr std::uint32_t kNote = 20, kLongNote = 60, kTelling = 3;

// What furniture.tsv makes of a line settles it, where no article says the like. A post that an article quotes ends
// with its own date.
bool is_furniture(const PageBlock& block, const Line& line, Role role) {
  switch (role) {
    case Role::caption:
    case Role::clock:
    case Role::byline:
    case Role::list_head:
    case Role::sponsor:
      return true;
    case Role::stamp:
      return (block.around & bit(Around::quote)) == 0;
    case Role::furniture:
      return line.label != Kind::note || line.word_count < (line.label_words >= kTelling ? kLongNote : kNote);
    default:
      return false;
  }
}

constexpr std::size_t kTeaser = 24, kTeasers = 64;  // bytes of one; how many of a page are looked at
constexpr std::uint32_t kOpening = 7;               // words of a line with which an article may begin

class Rules {
 public:
  Rules(const Page& page, const PageLines& lines, std::size_t headline, std::vector<BlockState>& states)
      : page_(page), lines_(lines), headline_(headline), states_(states) {}

  void apply() {
    for (std::size_t i = 0; i < states_.size(); ++i)
      if (kept(i) && is_furniture(page_.blocks[i], lines_.text.lines[i], lines_.roles.of[i])) drop(i);
    announced_links();
    boxes();
    teasers();
    empty_headings();
    opening_lines();
    closing_lines();
  }

 private:
  bool kept(std::size_t i) const { return states_[i] == BlockState::kept; }
  void drop(std::size_t i) { states_[i] = BlockState::inside; }

  // "Baca Juga" alone: the links that follow it.
  void announced_links() {
    bool announced = false;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      const PageBlock& block = page_.blocks[i];
      announced =
          lines_.roles.of[i] == Role::list_head || (announced && block.link_bytes * 10 >= block.text.size() * 9);
      if (announced && kept(i)) drop(i);
    }
  }

  // "Sign up to our newsletter" in an aside: what follows in the same element.
  void boxes() {
    for (std::size_t i = 1; i < states_.size(); ++i) {
      const Arounds aside = bit(Around::aside);
      if (!kept(i) || kept(i - 1) || !(page_.blocks[i].around & page_.blocks[i - 1].around & aside)) continue;
      const bool furniture = lines_.roles.of[i - 1] == Role::furniture || boxed_ == i - 1;
      if (furniture && around(i) == around(i - 1)) drop(i), boxed_ = i;
    }
  }

  // The beginning of another paragraph, cut off with dots: what a template says again at the end, or of the next page.
  void teasers() {
    for (std::size_t i = 0, seen = 0; i < states_.size() && seen < kTeasers; ++i) {
      std::string_view text = page_.of(page_.blocks[i]);
      if (!kept(i) || text.size() < kTeaser || !(text.ends_with("...") || text.ends_with("\xe2\x80\xa6"))) continue;
      ++seen;
      text.remove_suffix(3);
      for (std::size_t k = 0; k < states_.size() && kept(i); ++k)
        if (k != i && kept(k) && page_.of(page_.blocks[k]).starts_with(text)) drop(i);
    }
  }

  bool heading(std::size_t i) const { return page_.blocks[i].tag >= Tag::h1 && page_.blocks[i].tag <= Tag::h6; }

  // A heading over nothing: what stood below it, in the same element, was furniture, or no text follows at all.
  void empty_headings() {
    std::size_t next = states_.size();
    bool content = false;
    for (std::size_t i = states_.size(); i-- > 0;) {
      if (!kept(i)) continue;
      const bool bare =
          next != states_.size() && next != i + 1 && around(i) == around(i + 1) && around(i) != around(next);
      if (heading(i) && (!content || bare)) {
        drop(i);
        continue;
      }
      next = i;
      content = !heading(i) || content;
    }
  }
  std::uint32_t around(std::size_t i) const { return page_.elements[page_.blocks[i].element].parent; }

  // The headline said again, and what stands before the first sentence and is none.
  void opening_lines() {
    if (headline_ < states_.size() && kept(headline_)) drop(headline_);
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (!kept(i)) continue;
      const Line& line = lines_.text.lines[i];
      const Tag tag = page_.blocks[i].tag;
      if (line.word_count >= kOpening || line.end == End::stop || line.quoted) return;
      if (tag != Tag::other && tag != Tag::cell && !ends_on_dash(i)) return;
      drop(i);
    }
  }

  // "Nairobi, The Lake Post --": a dateline in an element of its own.
  bool ends_on_dash(std::size_t i) const {
    const std::string_view text = utf8::trim(page_.of(page_.blocks[i]));
    return text.ends_with('-') || text.ends_with("\xe2\x80\x93") || text.ends_with("\xe2\x80\x94");
  }

  // Signatures, copyright and who the author is at the end, from the last block upwards. A kind that every block of the
  // body has is of the template and tells nothing.
  void closing_lines() {
    ClassKinds shared = ~ClassKinds{0};
    for (std::size_t i = 0; i < states_.size(); ++i)
      if (kept(i)) shared &= page_.blocks[i].own | page_.blocks[i].near;
    for (std::size_t i = states_.size(); i-- > 0;) {
      if (!kept(i)) continue;
      const Role role = lines_.roles.of[i];
      const ClassKinds kinds = (page_.blocks[i].own | page_.blocks[i].near) & ~shared;
      if (role != Role::signature && role != Role::end && (kinds & bit(ClassKind::author)) == 0 && !agency_alone(i))
        return;
      drop(i);
    }
  }

  bool agency_alone(std::size_t i) const {
    const Line& line = lines_.text.lines[i];
    const LinedText& text = lines_.text;
    const Phrase* const agency = text.furniture->longest(Kind::agency, text.words, line.first, line.last);
    return agency && line.first + agency->words == line.last && line.word_count == agency->words;
  }

  const Page& page_;
  const PageLines& lines_;
  const std::size_t headline_;  // its block
  std::size_t boxed_ = 0;       // the block that boxes() dropped last
  std::vector<BlockState>& states_;
};

constexpr std::uint32_t kMuchProse = 40;  // words

// The longest block of the page's richest element, where the model passes over that and keeps little elsewhere: a
// template unlike all it has seen.
std::optional<std::size_t> missed(const BlockFeatures& features, const std::vector<BlockState>& states) {
  std::uint32_t all = 0, kept_there = 0, kept = 0;
  std::size_t longest = states.size();
  for (std::size_t i = 0; i < states.size(); ++i) {
    const bool keeps = states[i] == BlockState::kept;
    if (keeps) kept += features.prose[i];
    if (!features.rich[i]) continue;
    all += features.prose[i];
    if (keeps) kept_there += features.prose[i];
    if (longest == states.size() || features.prose[i] > features.prose[longest]) longest = i;
  }
  if (all < kMuchProse || kept_there * 4 >= all || kept * 2 >= all) return std::nullopt;
  return longest;
}

}  // namespace

PageLines lines_of(const Page& page, const Furniture& furniture, const Languages& languages) {
  PageLines lines{read_lines(page.text, 0, furniture, languages), {}};
  mark_lines(lines.text, lines.roles);
  return lines;
}

std::vector<BlockState> find_body(const Page& page, const PageLines& lines, const BlockModel& model) {
  const BlockFeatures features = features_of(page, lines.text, lines.roles);
  std::vector<BlockState> states = model.label(features);
  if (const auto block = missed(features, states)) states = model.label(features, block);
  const std::vector<BlockState> proposed = states;
  Rules(page, lines, features.headline, states).apply();
  const bool any = std::find(states.begin(), states.end(), BlockState::kept) != states.end();
  return any ? states : proposed;
}

std::vector<BlockState> find_told_body(const Page& page, const PageLines& lines) {
  std::vector<BlockState> states(page.blocks.size(), BlockState::kept);
  Rules(page, lines, headline_of(page), states).apply();
  return states;
}

}  // namespace warta::extract
