// Block model: which blocks of a page are its article. A linear-chain conditional random field (Lafferty et al. 2001)
// over the blocks in page order with four states: before the article, kept, furniture inside it, after it; so that an
// article is one range with holes, wherever the tree puts its paragraphs. Weights: data/pages/blocks.tsv; format and
// training: docs/formats/block-model.md. Tests: tests/extract/html_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "block_features.h"

namespace warta::extract {

enum class BlockState : std::uint8_t { before, kept, inside, after, count_ };
inline constexpr std::size_t kStates = static_cast<std::size_t>(BlockState::count_);

// An article never begins twice, and ends with a block of its own.
constexpr bool may_follow(std::size_t from, std::size_t to) {
  using enum BlockState;
  const auto a = static_cast<BlockState>(from), b = static_cast<BlockState>(to);
  return a == before ? b == before || b == kept : a == after ? b == after : b != before && !(a == inside && b == after);
}
constexpr bool may_begin(std::size_t state) { return state <= static_cast<std::size_t>(BlockState::kept); }
constexpr bool may_end(std::size_t state) {  // every page has an article: whether it is one, page_kind.h tells
  return state == static_cast<std::size_t>(BlockState::kept) || state == static_cast<std::size_t>(BlockState::after);
}

struct BlockWeights {
  std::vector<std::array<float, kStates>> features;                                 // by feature
  std::array<std::array<std::array<float, kStates>, kStates>, kBorders> borders{};  // by border, from, to
};

class BlockModel {
 public:
  // An empty model, which keeps nothing, where no folder has one.
  static Result<BlockModel> load(const std::vector<std::string>& data_folders);
  static BlockModel of(BlockWeights weights);

  // The best sequence of states (Viterbi); if a block is given, of those that keep it.
  std::vector<BlockState> label(const BlockFeatures& features, std::optional<std::size_t> kept = {}) const;
  std::string to_text() const;

 private:
  Result<void> read(const std::string& path);
  BlockWeights weights_;
};

// Sums of the weights of each block's features.
std::vector<std::array<float, kStates>> scores_of(const BlockFeatures& features, const BlockWeights& weights);

}  // namespace warta::extract
