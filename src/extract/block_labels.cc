#include "block_labels.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "shingles.h"

namespace warta::extract {
namespace {

using Words = std::vector<std::uint64_t>;
constexpr std::size_t kSeed = 3;         // words that must be the same for a place to be looked at
constexpr std::size_t kPlaces = 4;       // places looked at for a block
constexpr std::size_t kSeedPlaces = 24;  // a seed that stands in more places tells none

// A block at a place of the gold text where most of its words stand.
struct Place {
  std::size_t block = 0, begin = 0, end = 0, same = 0;
};

std::uint64_t seed_at(const Words& words, std::size_t i) { return words[i] * 3 + words[i + 1] * 5 + words[i + 2] * 7; }

class Aligner {
 public:
  Aligner(const Page& page, const Words& gold) : gold_(gold) {
    for (const PageBlock& block : page.blocks) blocks_.push_back(word_hashes(page.of(block)));
    for (std::size_t i = 0; i + kSeed <= gold.size(); ++i) seeds_[seed_at(gold, i)].push_back(i);
  }

  std::vector<bool> align() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) find_places(i);
    std::vector<bool> kept(blocks_.size());
    std::vector<Place> chain = best_chain();
    for (const Place& place : chain) kept[place.block] = true;
    fill(chain, kept);
    return kept;
  }

 private:
  void find_places(std::size_t i) {
    const Words& words = blocks_[i];
    std::unordered_map<std::size_t, std::size_t> votes;  // for the place where the block would begin, plus its size
    for (std::size_t k = 0; k + kSeed <= words.size(); ++k) {
      const auto found = seeds_.find(seed_at(words, k));
      if (found == seeds_.end() || found->second.size() > kSeedPlaces) continue;
      for (const std::size_t at : found->second) ++votes[at + words.size() - k];
    }
    std::vector<std::pair<std::size_t, std::size_t>> best;
    best.reserve(votes.size());
    for (const auto& [place, count] : votes) best.push_back({count, place});
    std::sort(best.rbegin(), best.rend());
    if (best.size() > kPlaces) best.resize(kPlaces);
    for (const auto& [count, shifted] : best) {
      Place place{i, 0, 0, 0};
      bool any = false;
      for (std::size_t k = 0; k < words.size(); ++k) {
        const std::size_t at = shifted + k;
        if (at < words.size() || at - words.size() >= gold_.size() || gold_[at - words.size()] != words[k]) continue;
        if (!any) place.begin = at - words.size();
        any = true, place.end = at - words.size() + 1, ++place.same;
      }
      if (place.same * 2 >= words.size()) places_.push_back(place);
    }
  }

  // The places in page order and in order of the text that cover most words.
  std::vector<Place> best_chain() {
    std::vector<std::size_t> most(places_.size()), from(places_.size(), places_.size());
    std::size_t last = places_.size();
    for (std::size_t i = 0; i < places_.size(); ++i) {
      most[i] = places_[i].same;
      for (std::size_t k = 0; k < i; ++k)
        if (places_[k].block < places_[i].block && places_[k].end <= places_[i].begin + 1 &&
            most[k] + places_[i].same > most[i])
          most[i] = most[k] + places_[i].same, from[i] = k;
      if (last == places_.size() || most[i] > most[last]) last = i;
    }
    std::vector<Place> chain;
    for (; last != places_.size(); last = from[last]) chain.push_back(places_[last]);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  // Short blocks: between two that are placed, the text goes on with exactly their words.
  void fill(const std::vector<Place>& chain, std::vector<bool>& kept) const {
    for (std::size_t i = 0; i <= chain.size(); ++i) {
      const std::size_t first = i == 0 ? 0 : chain[i - 1].block + 1;
      const std::size_t last = i == chain.size() ? blocks_.size() : chain[i].block;
      std::size_t at = i == 0 ? 0 : chain[i - 1].end;
      const std::size_t end = i == chain.size() ? gold_.size() : chain[i].begin;
      for (std::size_t k = first; k < last && at < end; ++k) {
        const Words& words = blocks_[k];
        if (words.empty() || at + words.size() > end) continue;
        const auto found = std::search(gold_.begin() + static_cast<std::ptrdiff_t>(at),
                                       gold_.begin() + static_cast<std::ptrdiff_t>(end), words.begin(), words.end());
        if (found != gold_.begin() + static_cast<std::ptrdiff_t>(at)) continue;
        kept[k] = true;
        at += words.size();
      }
    }
  }

  const Words& gold_;
  std::vector<Words> blocks_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> seeds_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<BlockState> labels_of(const Page& page, const Words& gold) {
  const std::vector<bool> kept = Aligner(page, gold).align();
  const auto first = std::find(kept.begin(), kept.end(), true);
  const auto last = std::find(kept.rbegin(), kept.rend(), true).base();
  std::vector<BlockState> states(kept.size(), BlockState::before);
  for (auto at = kept.begin(); at != kept.end(); ++at)
    if (at >= first)
      states[static_cast<std::size_t>(at - kept.begin())] = *at         ? BlockState::kept
                                                            : at < last ? BlockState::inside
                                                                        : BlockState::after;
  return states;
}

}  // namespace warta::extract
