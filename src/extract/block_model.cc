#include "block_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>

#include "tables.h"

namespace warta::extract {
namespace {

constexpr std::array<std::string_view, kStates> kNames{"before", "kept", "inside", "after"};
constexpr float kNever = -1e30f, kSure = 1e6f;

std::optional<float> number(std::string_view text) {
  float value = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc{} && stop == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_zero(const std::array<float, kStates>& weights) {
  return std::all_of(weights.begin(), weights.end(), [](float w) { return w == 0; });
}

void append_row(std::string& out, const std::string& name, const std::array<float, kStates>& weights) {
  out += name;
  for (const float weight : weights) out += fmt::format("\t{:.3f}", weight);
  out += '\n';
}

std::string border_name(std::size_t border, std::size_t from) {
  return fmt::format("border={}:{}", border, kNames[from]);
}

}  // namespace

BlockModel BlockModel::of(BlockWeights weights) {
  BlockModel model;
  model.weights_ = std::move(weights);
  return model;
}

Result<BlockModel> BlockModel::load(const std::vector<std::string>& data_folders) {
  BlockModel model;
  model.weights_.features.resize(feature_count());
  for (const std::string& folder : data_folders) {
    const std::string path = folder + "/pages/blocks.tsv";
    if (std::filesystem::exists(path)) WARTA_CHECK(model.read(path));
  }
  return model;
}

Result<void> BlockModel::read(const std::string& path) {
  for (const TableRow& row : WARTA_TRY(read_table(path, 1 + kStates))) {
    const auto wrong = [&](std::string_view note) {
      return tl::unexpected<Error>(
          Error{Why::bad_format, fmt::format("line {}: {}: {}", row.line, note, row.cells[0]), path, 0, 0});
    };
    std::array<float, kStates>* weights = nullptr;
    if (const auto feature = feature_of(row.cells[0])) weights = &weights_.features[*feature];
    for (std::size_t border = 0; border < kBorders && !weights; ++border)
      for (std::size_t from = 0; from < kStates; ++from)
        if (row.cells[0] == border_name(border, from)) weights = &weights_.borders[border][from];
    if (!weights) return wrong("no such feature");
    for (std::size_t state = 0; state < kStates; ++state) {
      const auto value = number(row.cells[1 + state]);
      if (!value) return wrong("a weight is no number");
      (*weights)[state] = *value;
    }
  }
  return {};
}

std::string BlockModel::to_text() const {
  std::string out = "feature\tbefore\tkept\tinside\tafter\n";
  for (std::size_t i = 0; i < weights_.features.size(); ++i)
    if (!is_zero(weights_.features[i])) append_row(out, feature_name(i), weights_.features[i]);
  for (std::size_t border = 0; border < kBorders; ++border)
    for (std::size_t from = 0; from < kStates; ++from)
      append_row(out, border_name(border, from), weights_.borders[border][from]);
  return out;
}

std::vector<std::array<float, kStates>> scores_of(const BlockFeatures& features, const BlockWeights& weights) {
  std::vector<std::array<float, kStates>> scores(features.blocks());
  for (std::size_t i = 0; i < scores.size(); ++i)
    for (std::uint32_t k = features.begin[i]; k < features.begin[i + 1]; ++k)
      for (std::size_t state = 0; state < kStates; ++state)
        scores[i][state] += weights.features[features.ids[k]][state];
  return scores;
}

std::vector<BlockState> BlockModel::label(const BlockFeatures& features, std::optional<std::size_t> kept) const {
  const std::size_t size = features.blocks();
  std::vector<BlockState> states(size);
  if (size == 0) return states;
  auto best = scores_of(features, weights_);
  if (kept) best[*kept][static_cast<std::size_t>(BlockState::kept)] += kSure;
  std::vector<std::array<std::uint8_t, kStates>> from(size);
  for (std::size_t state = 0; state < kStates; ++state)
    if (!may_begin(state)) best[0][state] = kNever;
  for (std::size_t i = 1; i < size; ++i)
    for (std::size_t to = 0; to < kStates; ++to) {
      float most = 2 * kNever;
      for (std::size_t state = 0; state < kStates; ++state) {
        if (!may_follow(state, to)) continue;
        const float score = best[i - 1][state] + weights_.borders[features.border[i]][state][to];
        if (score > most) most = score, from[i][to] = static_cast<std::uint8_t>(state);
      }
      best[i][to] += most;
    }
  auto last = static_cast<std::size_t>(BlockState::kept);
  for (std::size_t state = last + 1; state < kStates; ++state)
    if (may_end(state) && best[size - 1][state] > best[size - 1][last]) last = state;
  for (std::size_t i = size; i-- > 0; last = from[i][last]) states[i] = static_cast<BlockState>(last);
  return states;
}

}  // namespace warta::extract
