#include "marks.h"

#include <algorithm>

namespace warta::syntax {
namespace {

constexpr std::uint64_t kKind = 500;

std::uint64_t rel_key(Relation relation) { return static_cast<std::uint64_t>(relation.rel) + 1; }

struct PairForms {
  std::string_view open, close;
};
constexpr PairForms kPairs[] = {{"(", ")"}, {"[", "]"},   {"“", "”"}, {"‘", "’"},
                                {"«", "»"}, {"\"", "\""}, {"'", "'"}, {"``", "''"}};

}  // namespace

void find_pairs(std::span<const std::string_view> forms, std::span<std::uint32_t> pairs) {
  for (std::uint32_t i = 0; i < pairs.size(); ++i) pairs[i] = i;
  for (const PairForms& pair : kPairs) {
    std::uint32_t open = UINT32_MAX;
    for (std::uint32_t i = 0; i < forms.size(); ++i) {
      if (forms[i].size() > 3) continue;
      if (open != UINT32_MAX && forms[i] == pair.close) {
        pairs[open] = i;
        pairs[i] = open;
        open = UINT32_MAX;
      } else if (forms[i] == pair.open) {
        open = i;
      }
    }
  }
}

MarkPlaces::MarkPlaces(const WordTree& tree, std::pmr::memory_resource* memory)
    : tree_(tree),
      size_(static_cast<std::uint32_t>(tree.heads.size())),
      low_(size_, memory),
      high_(size_, memory),
      places_(memory) {
  for (std::uint32_t i = 0; i < size_; ++i) low_[i] = high_[i] = i;
  for (std::uint32_t i = 0; i < size_; ++i) {
    for (std::uint32_t up = tree.heads[i]; up < size_; up = tree.heads[up]) {
      if (low_[up] <= i && i <= high_[up]) continue;
      low_[up] = std::min(low_[up], i);
      high_[up] = std::max(high_[up], i);
    }
  }
}

void MarkPlaces::climb(std::uint32_t word, std::uint8_t side) {
  for (std::uint8_t depth = 0; word < size_; ++depth) {
    const bool spans = side == 1 ? high_[word] >= before_ : low_[word] < before_;
    const std::uint8_t where = spans ? 3 : side;
    if (!(spans && side == 2 && !places_.empty() &&
          std::any_of(places_.begin(), places_.end(), [&](const Place& p) { return p.word == word; }))) {
      places_.push_back({word, where, std::min<std::uint8_t>(depth, 6)});
    }
    if (spans || depth > 60) return;
    word = tree_.heads[word];
  }
}

void MarkPlaces::find(std::uint32_t token, std::uint32_t before, std::uint32_t pair) {
  token_ = token;
  before_ = before;
  pair_ = pair;
  places_.clear();
  if (before > 0) climb(before - 1, 1);
  if (before < size_) climb(before, 2);
}

void MarkPlaces::features(std::size_t candidate, std::uint64_t form, bool last, ParseFeatures& out) const {
  const Place& place = places_[candidate];
  const std::uint32_t x = place.word, up = tree_.heads[x], none = size_ + 1;
  const auto upos = [&](std::uint32_t w) { return tree_.words[w < size_ ? w : none].upos; };
  const std::uint64_t rel = rel_key(tree_.relations[x]), rel_up = up < size_ ? rel_key(tree_.relations[up]) : 99;
  const std::uint64_t left = upos(before_ - 1), right = upos(before_);
  const bool top = candidate + 1 == places_.size() || places_[candidate + 1].side != place.side;
  const std::uint64_t where = place.side * 4u + (top ? 1u : 0u) + (last ? 2u : 0u);
  // inside the pair, and its head outside: what the brackets enclose
  const auto inside = [&](std::uint32_t w) {
    return w < size_ && tree_.origin[w] > std::min(token_, pair_) && tree_.origin[w] < std::max(token_, pair_);
  };
  const std::uint64_t enclosed =
      pair_ == token_ ? 0
                      : 1u + (pair_ < token_ ? 4u : 0u) + (inside(x) ? 1u : 0u) + (inside(x) && !inside(up) ? 1u : 0u);
  const std::uint64_t other_end = place.side == 1 ? tree_.words[low_[x]].pre : tree_.words[high_[x]].post;
  const std::uint64_t gap = x < before_ ? before_ - 1 - x : x - before_;
  const std::uint64_t begins = (low_[x] == 0 ? 1u : 0u) + (high_[x] + 1 == size_ ? 2u : 0u);

  out.count = 0;
  std::uint64_t kind = kKind;
  const auto f2 = [&](std::uint64_t a, std::uint64_t b) { out.push(feature(kind++, form, a, b)); };
  const auto f3 = [&](std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    out.push(feature(kind++, form, a, b * 4096 + c));
  };
  f2(where, enclosed), f2(where, rel), f2(enclosed, rel), f3(where, rel, place.depth), f3(where, rel, upos(x)),
      f3(where, rel, rel_up);
  f2(feature(1, where, rel, other_end), 0), f3(where, rel, left * 32 + right), f3(where, left, right),
      f3(where, rel, std::min<std::uint64_t>(gap, 6));
  f3(enclosed, where, upos(x)), f3(where, rel, begins), f3(enclosed, place.side, place.depth),
      f2(tree_.words[x].form, where);
  f3(where, rel, upos(up)), f3(where, place.depth, left * 32 + right), f2(feature(2, where, other_end), enclosed);
  f2(feature(3, where, rel, rel_up, upos(up)), upos(x)), f2(tree_.words[x].tag, where * 64 + rel);
}

}  // namespace warta::syntax
