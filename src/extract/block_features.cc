#include "block_features.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "base/utf8.h"

namespace warta::extract {
namespace {

// Groups of features and how many values each has.
// clang-format off
enum class Group : std::uint8_t {
  tag, words, tag_words, links, tag_links, end, around, own, near, far, role, label, position, page_part, own_share, parent_share,
  outer_share, container, tag_container, density, before_tag, after_tag, before_words, after_words, before_links, after_links,
  before_role, after_role, functions, mark, siblings, heading, title_words, capitals, count_
};
struct GroupEntry { std::string_view name; std::size_t size; };
constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::count_), kKindCount = static_cast<std::size_t>(ClassKind::count_);
constexpr std::array<GroupEntry, static_cast<std::size_t>(Group::count_)> kGroups{{
  {"tag", kTagCount}, {"words", 10}, {"tag_words", kTagCount * 10}, {"links", 18}, {"tag_links", kTagCount * 6}, {"end", 15},
  {"around", static_cast<std::size_t>(Around::count_)}, {"own", kKindCount}, {"near", kKindCount}, {"far", kKindCount},
  {"role", 14}, {"label", 6}, {"position", 9}, {"page_part", 10}, {"own_share", 6}, {"parent_share", 6},
  {"outer_share", 6}, {"container", 4}, {"tag_container", kTagCount * 4}, {"density", 36}, {"before_tag", kTagCount + 1},
  {"after_tag", kTagCount + 1}, {"before_words", 10}, {"after_words", 10}, {"before_links", 6}, {"after_links", 6},
  {"before_role", 14}, {"after_role", 14}, {"functions", 15}, {"mark", 12}, {"siblings", 24}, {"heading", 4},
  {"title_words", 5}, {"capitals", 12}}};
// clang-format on

constexpr auto make_offsets() {
  std::array<std::size_t, kGroups.size() + 1> offsets{};
  for (std::size_t i = 0; i < kGroups.size(); ++i) offsets[i + 1] = offsets[i] + kGroups[i].size;
  return offsets;
}
constexpr auto kOffsets = make_offsets();
static_assert(kOffsets.back() < 0xffff);

// Which of the ascending borders a value has passed.
template <std::size_t N>
std::size_t bin(std::uint32_t value, const std::array<std::uint32_t, N>& borders) {
  return static_cast<std::size_t>(std::upper_bound(borders.begin(), borders.end(), value) - borders.begin());
}
constexpr std::array<std::uint32_t, 9> kWordBins{2, 3, 5, 9, 15, 25, 40, 80, 160};
constexpr std::array<std::uint32_t, 5> kShareBins{1, 10, 40, 75, 100};     // percent
constexpr std::array<std::uint32_t, 5> kDensityBins{1, 25, 80, 160, 300};  // words of prose in five blocks
constexpr std::array<std::uint32_t, 5> kSiblingBins{2, 3, 5, 9, 17};
constexpr std::size_t kNearby = 5;

std::size_t link_bin(const PageBlock& block) {
  constexpr std::array<std::uint32_t, 4> kBins{20, 50, 80, 98};
  return block.link_bytes == 0 ? 0 : 1 + bin(block.link_bytes * 100 / block.text.size(), kBins);
}

std::uint64_t sibling_key(const Page& page, const PageBlock& block) {
  return static_cast<std::uint64_t>(page.elements[block.element].parent) << 8 | static_cast<std::uint64_t>(block.tag);
}

struct Siblings {
  std::uint32_t count = 0, bytes = 0, link_bytes = 0;
};

class Look {
 public:
  Look(const Page& page, const LinedText& lines, const Roles& roles)
      : page_(page),
        lines_(lines),
        roles_(roles),
        size_(page.blocks.size()),
        prose_(size_ + 1),
        title_(headline_of(page)) {
    weigh();
    read_title();
  }

  BlockFeatures gather() {
    out_.headline = title_;
    out_.ids.reserve(size_ * 48);
    out_.begin.reserve(size_ + 1);
    for (std::size_t i = 0; i < size_; ++i) {
      out_.begin.push_back(static_cast<std::uint32_t>(out_.ids.size()));
      out_.border.push_back(border(i));
      const bool inside = block(i).element >= best_ && block(i).element <= page_.elements[best_].last;
      out_.prose.push_back(prose_[i + 1] - prose_[i]);
      out_.rich.push_back(inside);
      used_ = 0;
      shape(i), classes(i), line(i), place(i), marks(i), neighbours(i);
      out_.ids.insert(out_.ids.end(), here_.begin(), here_.begin() + static_cast<std::ptrdiff_t>(used_));
    }
    out_.begin.push_back(static_cast<std::uint32_t>(out_.ids.size()));
    return std::move(out_);
  }

 private:
  const PageBlock& block(std::size_t i) const { return page_.blocks[i]; }
  std::size_t tag(std::size_t i) const { return static_cast<std::size_t>(block(i).tag); }
  // Scripts without blanks have few words by their marks: a character of them counts for half a word.
  std::uint32_t words(std::size_t i) const { return std::max(lines_.lines[i].word_count, block(i).text.size() / 10); }
  std::uint32_t parent(std::uint32_t element) const { return page_.elements[element].parent; }
  void add(Group group, std::size_t value) {
    here_[used_++] = static_cast<std::uint16_t>(kOffsets[static_cast<std::size_t>(group)] + value);
  }
  void add_bits(Group group, std::uint64_t bits) {
    for (std::size_t i = 0; bits != 0; ++i, bits >>= 1)
      if (bits & 1) add(group, i);
  }

  // Words of prose: what counts for an element, for half that of the one around it, for a quarter further up.
  void weigh() {
    weight_.resize(page_.elements.size());
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      const PageBlock& one = block(i);
      const std::uint32_t count = words(i);
      const bool prose = count >= 8 && one.link_bytes * 2 < one.text.size() && one.tag != Tag::caption;
      const std::uint32_t worth = prose ? count : 0;
      prose_[i] = sum;
      sum += worth;
      all_words_ += count;
      std::uint32_t element = one.element, part = worth;
      for (int k = 0; k < 4 && element != 0 && part > 0; ++k, element = parent(element), part /= 2)
        weight_[element] += part;
      Siblings& group = siblings_[sibling_key(page_, one)];
      ++group.count, group.bytes += one.text.size(), group.link_bytes += one.link_bytes;
      seen_more_than_once(i);
    }
    prose_[size_] = sum;
    for (std::size_t i = 1; i < weight_.size(); ++i)
      if (weight_[i] > weight_[best_]) best_ = static_cast<std::uint32_t>(i);
  }

  void seen_more_than_once(std::size_t i) {
    repeated_.push_back(words(i) >= 3 && !texts_.insert(hash(page_.of(block(i)))).second);
  }

  void read_title() {
    if (title_ == size_) return;
    const Line& line = lines_.lines[title_];
    for (std::size_t k = line.first; k < line.last; ++k) title_words_.push_back(lines_.words[k].hash);
    std::sort(title_words_.begin(), title_words_.end());
  }

  std::uint8_t border(std::size_t i) const {
    if (i == 0) return 4;
    const std::uint32_t a = block(i - 1).element, b = block(i).element;
    if (a == b) return 0;
    if (parent(a) == parent(b)) return 1;
    if (page_.elements[a].last >= b || parent(parent(b)) == parent(a)) return 2;
    if (page_.elements[b].last >= a || parent(parent(a)) == parent(b)) return 3;
    return 4;
  }

  void shape(std::size_t i) {
    const PageBlock& one = block(i);
    const std::size_t size = bin(words(i), kWordBins), links = link_bin(one);
    add(Group::tag, tag(i));
    add(Group::words, size);
    add(Group::tag_words, tag(i) * 10 + size);
    const std::size_t length = words(i) <= 8 ? 0 : words(i) <= 24 ? 1 : 2;
    add(Group::links, links * 3 + length);
    add(Group::tag_links, tag(i) * 6 + links);
    add(Group::end, static_cast<std::size_t>(lines_.lines[i].end) * 3 + length);
  }

  void classes(std::size_t i) {
    add_bits(Group::around, block(i).around);
    add_bits(Group::own, block(i).own);
    add_bits(Group::near, block(i).near);
    add_bits(Group::far, block(i).far);
  }

  void line(std::size_t i) {
    const Line& one = lines_.lines[i];
    add(Group::role, static_cast<std::size_t>(roles_.of[i]));
    constexpr std::array kLabels{Kind::link, Kind::kicker, Kind::end, Kind::sponsor, Kind::note};
    const auto label = std::find(kLabels.begin(), kLabels.end(), one.label);
    add(Group::label, static_cast<std::size_t>(label - kLabels.begin()));
    const std::size_t known = one.last - one.first;
    const std::size_t length = words(i) <= 8 ? 0 : words(i) <= 24 ? 1 : 2;
    const std::size_t functions = known == 0 ? 0 : std::min<std::size_t>(one.functions * 10 / known, 4);
    add(Group::functions, functions * 3 + length);
    const std::size_t capitals = known == 0 ? 0 : std::min<std::size_t>(one.capitals * 4 / known, 3);
    add(Group::capitals, capitals * 3 + length);
    if (title_ == size_ || known == 0) return;
    std::size_t shared = 0;
    for (std::size_t k = one.first; k < one.last; ++k)
      shared += std::binary_search(title_words_.begin(), title_words_.end(), lines_.words[k].hash);
    add(Group::title_words, shared * 4 / known);
  }

  void place(std::size_t i) {
    constexpr std::array<std::uint32_t, 6> kBehind{1, 2, 5, 12, 40, 120};
    add(Group::position, title_ == size_ ? 0
                         : i < title_    ? 1
                                         : 2 + bin(static_cast<std::uint32_t>(i - title_), kBehind));
    add(Group::page_part, i * 10 / size_);
    const std::uint32_t own = block(i).element, around = parent(own);
    const auto share = [&](std::uint32_t element) {
      return weight_[best_] == 0
                 ? 0
                 : bin(static_cast<std::uint32_t>(weight_[element] * 100ull / weight_[best_]), kShareBins);
    };
    add(Group::own_share, share(own));
    add(Group::parent_share, share(around));
    add(Group::outer_share, share(parent(around)));
    const std::size_t where = best_ == 0 ? 0 : own < best_ ? 1 : own <= page_.elements[best_].last ? 2 : 3;
    add(Group::container, where);
    add(Group::tag_container, tag(i) * 4 + where);
    const std::size_t first = i - std::min(i, kNearby), last = std::min(size_, i + 1 + kNearby);
    const std::uint32_t before = prose_[i] - prose_[first], after = prose_[last] - prose_[i + 1];
    add(Group::density, bin(before, kDensityBins) * 6 + bin(after, kDensityBins));
  }

  void marks(std::size_t i) {
    const PageBlock& one = block(i);
    const Line& line = lines_.lines[i];
    const std::array<bool, 12> marks{one.after_break,
                                     one.after_image,
                                     one.after_rule,
                                     repeated_[i],
                                     line.quoted,
                                     line.bullet,
                                     line.covered,
                                     line.bar,
                                     line.promo >= 3,
                                     one.bold_bytes * 10 >= one.text.size() * 9,
                                     roles_.stamps[i].has_value(),
                                     i == title_};
    for (std::size_t k = 0; k < marks.size(); ++k)
      if (marks[k]) add(Group::mark, k);
    const Siblings& group = siblings_.at(sibling_key(page_, one));
    add(Group::siblings,
        bin(group.count, kSiblingBins) * 4 + std::min<std::size_t>(group.link_bytes * 4ull / group.bytes, 3));
    if (one.tag < Tag::h1 || one.tag > Tag::h6) return;
    std::size_t next = i + 1;
    while (next < size_ && next < i + 3 && words(next) < 8) ++next;
    const bool prose = next < size_ && prose_[next + 1] > prose_[next];
    const bool same =
        next < size_ && (block(next).element == one.element || parent(block(next).element) == parent(one.element));
    add(Group::heading, (prose ? 2 : 0) + (same ? 1 : 0));
  }

  void neighbours(std::size_t i) {
    add(Group::before_tag, i == 0 ? kTagCount : tag(i - 1));
    add(Group::after_tag, i + 1 == size_ ? kTagCount : tag(i + 1));
    if (i > 0) {
      add(Group::before_words, bin(words(i - 1), kWordBins));
      add(Group::before_links, link_bin(block(i - 1)));
      add(Group::before_role, static_cast<std::size_t>(roles_.of[i - 1]));
    }
    if (i + 1 < size_) {
      add(Group::after_words, bin(words(i + 1), kWordBins));
      add(Group::after_links, link_bin(block(i + 1)));
      add(Group::after_role, static_cast<std::size_t>(roles_.of[i + 1]));
    }
  }

  const Page& page_;
  const LinedText& lines_;
  const Roles& roles_;
  const std::size_t size_;
  std::vector<std::uint32_t> prose_;  // words of prose before each block
  const std::size_t title_;
  std::vector<std::uint32_t> weight_;  // of each element
  std::uint32_t best_ = 0, all_words_ = 0;
  std::unordered_map<std::uint64_t, Siblings> siblings_;
  std::unordered_set<std::uint64_t> texts_;
  std::vector<std::uint64_t> title_words_;  // sorted
  std::vector<bool> repeated_;
  std::array<std::uint16_t, kGroups.size() + 3 * kKindCount + 16 + 12> here_{};  // of one block: bits of five groups
  std::size_t used_ = 0;
  BlockFeatures out_;
};

// Letters and digits alone, so that "Judul – Harian" and "JUDUL" can be compared.
std::string letters_of(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (const char c = text[i]; static_cast<unsigned char>(c) < 0x80) {
      const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      if ((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9')) out += small;
      ++i;
      continue;
    }
    const utf8::Char c = utf8::decode(text, i);
    if (utf8::is_letter(c.code)) utf8::append(out, utf8::lower(c.code));
    i += c.bytes;
  }
  return out;
}

constexpr std::size_t kTitleBytes = 400;
constexpr std::size_t kLetters = 20;  // of a headline that no tag or class marks

}  // namespace

std::size_t feature_count() { return kOffsets.back(); }

std::string feature_name(std::size_t id) {
  const auto group =
      static_cast<std::size_t>(std::upper_bound(kOffsets.begin(), kOffsets.end(), id) - kOffsets.begin()) - 1;
  const std::size_t value = id - kOffsets[group];
  const bool kinds = group == static_cast<std::size_t>(Group::own) || group == static_cast<std::size_t>(Group::near) ||
                     group == static_cast<std::size_t>(Group::far);
  return std::string(kGroups[group].name) + "=" +
         (kinds ? std::string(word(static_cast<ClassKind>(value))) : std::to_string(value));
}

std::optional<std::size_t> feature_of(std::string_view name) {
  static const std::unordered_map<std::string, std::size_t> kNames = [] {
    std::unordered_map<std::string, std::size_t> names;
    for (std::size_t i = 0; i < feature_count(); ++i) names[feature_name(i)] = i;
    return names;
  }();
  const auto found = kNames.find(std::string(name));
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::size_t headline_of(const Page& page) {
  std::string told;
  for (const Meta& meta : page.metas)
    if (meta.key == "og:title") told = letters_of(meta.content.substr(0, kTitleBytes));
  const std::string of_head = letters_of(page.title.substr(0, kTitleBytes));
  std::size_t first_h1 = page.blocks.size(), unmarked = page.blocks.size();
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.text.size() > kTitleBytes || block.text.size() < 12) continue;
    const bool marked = (block.tag >= Tag::h1 && block.tag <= Tag::h3) || (block.own & bit(ClassKind::title)) != 0;
    if (block.tag == Tag::h1 && first_h1 == page.blocks.size()) first_h1 = i;
    if (!marked && unmarked != page.blocks.size()) continue;
    const std::string letters = letters_of(page.of(block));
    if (letters.size() < 8) continue;
    const bool begins =
        told.compare(0, letters.size(), letters) == 0 || of_head.compare(0, letters.size(), letters) == 0;
    if (marked && begins) return i;
    const bool most = letters.size() * 2 >= of_head.size() && letters.size() >= kLetters;
    if (unmarked == page.blocks.size() && most && of_head.find(letters) != std::string::npos) unmarked = i;
  }
  if (unmarked != page.blocks.size()) return unmarked;
  return first_h1;
}

BlockFeatures features_of(const Page& page, const LinedText& lines, const Roles& roles) {
  if (page.blocks.empty()) return {{}, {0}, {}, {}, {}, {}};
  return Look(page, lines, roles).gather();
}

}  // namespace warta::extract
