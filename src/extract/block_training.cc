#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/hash.h"
#include "block_labels.h"
#include "charset.h"
#include "page_body.h"
#include "shingles.h"
#include "train.h"

namespace warta::extract {
namespace {

constexpr std::size_t kRounds = 80;  // over all pages
constexpr double kRate = 0.15;       // AdaGrad (Duchi et al. 2011)
constexpr double kDecay = 2e-2;      // L2, a step

using Row = std::array<double, kStates>;

// Everything about one page that training and judging need.
struct Sample {
  std::string id;
  std::unique_ptr<Arena> arena = std::make_unique<Arena>();
  std::unique_ptr<Page> page;
  std::unique_ptr<PageLines> lines;
  BlockFeatures features;
  std::vector<BlockState> states;
  std::vector<std::uint64_t> gold;
};

struct Tables {
  Furniture furniture;
  Languages languages;
  ClassWords classes;
};

Result<Tables> load(const std::vector<std::string>& folders) {
  auto furniture = WARTA_TRY(Furniture::load(folders));
  auto languages = WARTA_TRY(Languages::load(folders));
  auto classes = WARTA_TRY(ClassWords::load(folders));
  return Tables{std::move(furniture), std::move(languages), std::move(classes)};
}

Result<std::vector<Sample>> samples_of(const std::vector<GoldPage>& pages, const Tables& tables) {
  std::vector<Sample> samples;
  for (const GoldPage& one : pages) {
    Sample sample;
    sample.id = one.page.id;
    Decoded decoded;
    decode(one.page.text, one.page.charset, decoded);
    sample.page = std::make_unique<Page>(WARTA_TRY(read_page(decoded.text, tables.classes, *sample.arena)));
    sample.lines = std::make_unique<PageLines>(lines_of(*sample.page, tables.furniture, tables.languages));
    sample.features = features_of(*sample.page, sample.lines->text, sample.lines->roles);
    sample.gold = word_hashes(one.text);
    sample.states = labels_of(*sample.page, sample.gold);
    samples.push_back(std::move(sample));
  }
  return samples;
}

double log_sum(const Row& row) {
  const double most = *std::max_element(row.begin(), row.end());
  double sum = 0;
  for (const double value : row) sum += std::exp(value - most);
  return most + std::log(sum);
}

// One weight with what AdaGrad remembers of its gradients, and the sum of what it was after each late round: the mean
// of many models errs less on a page unlike all others than the last of them.
struct Slot {
  double weight = 0, squares = 1e-3, sum = 0;
  void step(double gradient) {
    gradient -= kDecay * weight;
    squares += gradient * gradient;
    weight += kRate * gradient / std::sqrt(squares);
  }
};
using Slots = std::array<Slot, kStates>;

class Trainer {
 public:
  Trainer() : features_(feature_count()) {}

  void learn(const Sample& sample) {
    const std::size_t size = sample.features.blocks();
    if (std::find(sample.states.begin(), sample.states.end(), BlockState::kept) == sample.states.end()) return;
    forward_backward(sample.features);
    for (std::size_t i = 0; i < size; ++i) {
      const auto truth = static_cast<std::size_t>(sample.states[i]);
      Row gradient;
      for (std::size_t state = 0; state < kStates; ++state)
        gradient[state] = (state == truth) - std::exp(ahead_[i][state] + behind_[i][state] - total_);
      for (std::uint32_t k = sample.features.begin[i]; k < sample.features.begin[i + 1]; ++k)
        for (std::size_t state = 0; state < kStates; ++state)
          features_[sample.features.ids[k]][state].step(gradient[state]);
      if (i > 0) learn_border(sample, i, truth);
    }
  }

  void remember() {
    ++remembered_;
    for (Slots& slots : features_)
      for (Slot& slot : slots) slot.sum += slot.weight;
    for (auto& border : borders_)
      for (Slots& slots : border)
        for (Slot& slot : slots) slot.sum += slot.weight;
  }

  BlockWeights weights() const {
    const auto mean = [&](const Slot& slot) { return static_cast<float>(slot.sum / remembered_); };
    BlockWeights out;
    out.features.resize(features_.size());
    for (std::size_t i = 0; i < features_.size(); ++i)
      for (std::size_t state = 0; state < kStates; ++state) out.features[i][state] = mean(features_[i][state]);
    for (std::size_t b = 0; b < kBorders; ++b)
      for (std::size_t from = 0; from < kStates; ++from)
        for (std::size_t to = 0; to < kStates; ++to) out.borders[b][from][to] = mean(borders_[b][from][to]);
    return out;
  }

 private:
  void learn_border(const Sample& sample, std::size_t i, std::size_t truth) {
    const std::size_t border = sample.features.border[i];
    const auto before = static_cast<std::size_t>(sample.states[i - 1]);
    for (std::size_t from = 0; from < kStates; ++from)
      for (std::size_t to = 0; to < kStates; ++to) {
        if (!may_follow(from, to)) continue;
        const double expected =
            std::exp(ahead_[i - 1][from] + borders_[border][from][to].weight + score_[i][to] + behind_[i][to] - total_);
        borders_[border][from][to].step((from == before && to == truth) - expected);
      }
  }

  // Log-sums of the scores of all sequences up to a block, its own score included, and behind it.
  void forward_backward(const BlockFeatures& features) {
    const std::size_t size = features.blocks();
    constexpr double kNever = -1e9;
    score_.assign(size, Row{});
    for (std::size_t i = 0; i < size; ++i)
      for (std::uint32_t k = features.begin[i]; k < features.begin[i + 1]; ++k)
        for (std::size_t state = 0; state < kStates; ++state)
          score_[i][state] += features_[features.ids[k]][state].weight;
    ahead_.assign(size, Row{});
    behind_.assign(size, Row{});
    for (std::size_t state = 0; state < kStates; ++state) {
      ahead_[0][state] = may_begin(state) ? score_[0][state] : kNever;
      behind_[size - 1][state] = may_end(state) ? 0 : kNever;
    }
    const auto join = [&](std::size_t i, std::size_t from, std::size_t to) {
      return may_follow(from, to) ? borders_[features.border[i]][from][to].weight : kNever;
    };
    for (std::size_t i = 1; i < size; ++i)
      for (std::size_t to = 0; to < kStates; ++to) {
        Row sums;
        for (std::size_t from = 0; from < kStates; ++from) sums[from] = ahead_[i - 1][from] + join(i, from, to);
        ahead_[i][to] = log_sum(sums) + score_[i][to];
      }
    for (std::size_t i = size - 1; i-- > 0;)
      for (std::size_t from = 0; from < kStates; ++from) {
        Row sums;
        for (std::size_t to = 0; to < kStates; ++to)
          sums[to] = join(i + 1, from, to) + score_[i + 1][to] + behind_[i + 1][to];
        behind_[i][from] = log_sum(sums);
      }
    Row ends;
    for (std::size_t state = 0; state < kStates; ++state)
      ends[state] = ahead_[size - 1][state] + behind_[size - 1][state];
    total_ = log_sum(ends);
  }

  std::vector<Slots> features_;
  std::array<std::array<Slots, kStates>, kBorders> borders_{};
  std::vector<Row> score_, ahead_, behind_;
  double total_ = 0, remembered_ = 0;
};

// A model of the samples that `takes` lets through. The order of each round is another, but always the same.
template <class Takes>
BlockModel learn(const std::vector<Sample>& samples, Takes&& takes) {
  Trainer trainer;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < samples.size(); ++i)
    if (takes(i)) order.push_back(i);
  for (std::size_t round = 0; round < kRounds; ++round) {
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return hash(samples[a].id, round) < hash(samples[b].id, round); });
    for (const std::size_t i : order) trainer.learn(samples[i]);
    if (round * 2 >= kRounds) trainer.remember();
  }
  return BlockModel::of(trainer.weights());
}

PageScore judge(const Sample& sample, const BlockModel& model) {
  const std::vector<BlockState> states = find_body(*sample.page, *sample.lines, model);
  std::string text;
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i] == BlockState::kept) text.append(sample.page->of(sample.page->blocks[i])).append("\n");
  return {sample.id, compare_bodies(sample.gold, word_hashes(text))};
}

}  // namespace

Result<std::string> train_blocks(const std::vector<GoldPage>& pages, const std::vector<std::string>& data_folders) {
  const Tables tables = WARTA_TRY(load(data_folders));
  const auto samples = WARTA_TRY(samples_of(pages, tables));
  return learn(samples, [](std::size_t) { return true; }).to_text();
}

Result<std::vector<PageScore>> validate_blocks(const std::vector<GoldPage>& pages,
                                               const std::vector<std::string>& data_folders, std::size_t folds) {
  const Tables tables = WARTA_TRY(load(data_folders));
  const auto samples = WARTA_TRY(samples_of(pages, tables));
  std::vector<PageScore> scores(samples.size());
  for (std::size_t fold = 0; fold < std::max<std::size_t>(folds, 1); ++fold) {
    const auto held = [&](std::size_t i) { return folds != 0 && i % folds == fold; };
    const BlockModel model = learn(samples, [&](std::size_t i) { return !held(i); });
    for (std::size_t i = 0; i < samples.size(); ++i)
      if (folds == 0 || held(i)) scores[i] = judge(samples[i], model);
  }
  return scores;
}

BodyScores mean(const std::vector<PageScore>& pages) {
  BodyScores sum;
  for (const PageScore& page : pages) {
    sum.precision += page.scores.precision, sum.recall += page.scores.recall, sum.exact += page.scores.exact;
  }
  const double count = pages.empty() ? 1 : static_cast<double>(pages.size());
  return {sum.precision / count, sum.recall / count, sum.exact / count};
}

}  // namespace warta::extract
