#include "ranker.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "base/hash.h"
#include "base/model_file.h"

namespace warta::event {
namespace {

// Chosen by cross-validation (data/models/README.md).
constexpr int kEpochs = 35;
constexpr double kRate = 0.03, kDecay = 0.3;
constexpr std::size_t kSeen = 2;      // examples that a feature must be in
constexpr double kUnit = 1.0 / 4096;  // of a weight

constexpr std::size_t kTold = kRoots - 1;  // roots that are told: all but `none`, which is the first
using Scores = std::array<double, kTold>;

void softmax(Scores& scores) {
  const double most = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& score : scores) sum += score = std::exp(score - most);
  for (double& score : scores) score /= sum;
}

std::size_t number(codebook::Root root) { return static_cast<std::size_t>(root) - 1; }

// The features that enough examples have, in order.
std::vector<std::uint64_t> frequent(const std::vector<RankerExample>& examples) {
  std::unordered_map<std::uint64_t, std::size_t> seen;
  for (const RankerExample& example : examples)
    for (const std::uint64_t key : example.features) ++seen[key];
  std::vector<std::uint64_t> out;
  for (const auto& [key, count] : seen)
    if (count >= kSeen) out.push_back(key);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::uint32_t> rows_of(const Features& features, const std::vector<std::uint64_t>& keys) {
  std::vector<std::uint32_t> out;
  for (const std::uint64_t key : features)
    if (const auto at = std::lower_bound(keys.begin(), keys.end(), key); at != keys.end() && *at == key)
      out.push_back(static_cast<std::uint32_t>(at - keys.begin()));
  return out;
}

// AdaGrad (Duchi, Hazan and Singer 2011) with decaying weights, one example after another.
class Descent {
 public:
  explicit Descent(std::size_t rows) : weights_(rows * kTold, 0.0), squares_(rows * kTold, 1e-6) {}

  void learn(const std::vector<std::uint32_t>& rows, std::size_t gold, double weight) {
    Scores p{};
    for (const std::uint32_t row : rows)
      for (std::size_t r = 0; r < kTold; ++r) p[r] += weights_[row * kTold + r];
    softmax(p);
    for (std::size_t r = 0; r < kTold; ++r) {
      const double error = (p[r] - (r == gold ? 1.0 : 0.0)) * weight;
      if (std::fabs(error) < 1e-4) continue;
      for (const std::uint32_t row : rows) step(row * kTold + r, error);
    }
  }
  const std::vector<double>& weights() const { return weights_; }

 private:
  void step(std::size_t at, double error) {
    const double slope = error + kDecay * weights_[at];
    squares_[at] += slope * slope;
    weights_[at] -= kRate * slope / std::sqrt(squares_[at]);
  }
  std::vector<double> weights_, squares_;
};

}  // namespace

Ranker Ranker::train(const std::vector<RankerExample>& examples) {
  Ranker out;
  out.keys_ = frequent(examples);
  std::vector<std::vector<std::uint32_t>> rows;
  rows.reserve(examples.size());
  for (const RankerExample& example : examples) rows.push_back(rows_of(example.features, out.keys_));
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Descent descent(out.keys_.size());
  for (std::uint64_t epoch = 0; epoch < kEpochs; ++epoch) {
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {  // another order in each, always the same
      return Hasher().add(epoch).add(std::uint64_t{a}).value() < Hasher().add(epoch).add(std::uint64_t{b}).value();
    });
    for (const std::size_t i : order) descent.learn(rows[i], number(examples[i].root), examples[i].weight);
  }
  for (const double weight : descent.weights())
    out.weights_.push_back(static_cast<std::int16_t>(std::lround(std::clamp(weight / kUnit, -32000.0, 32000.0))));
  return out;
}

Result<Ranker> Ranker::read(const std::string& path) {
  const ModelFile file = WARTA_TRY(ModelFile::read(path, "ranker"));
  const auto keys = file.rows<std::uint64_t>("keys");
  const auto weights = file.rows<std::int16_t>("weights");
  if (weights.size() != keys.size() * kTold || !std::is_sorted(keys.begin(), keys.end()))
    return tl::unexpected<Error>(Error{Why::bad_model, "its features and weights do not match", path, 0, 0});
  Ranker out;
  out.keys_.assign(keys.begin(), keys.end());
  out.weights_.assign(weights.begin(), weights.end());
  return out;
}

std::string Ranker::bytes() const {
  ModelWriter writer("ranker");
  writer.add_rows("keys", keys_);
  writer.add_rows("weights", weights_);
  return writer.bytes();
}

RootProbabilities Ranker::probabilities(const Features& features) const {
  Scores p{};
  for (const std::uint32_t row : rows_of(features, keys_))
    for (std::size_t r = 0; r < kTold; ++r) p[r] += kUnit * weights_[row * kTold + r];
  softmax(p);
  RootProbabilities out{};
  std::copy(p.begin(), p.end(), out.begin() + 1);
  return out;
}

codebook::Root Ranker::best(const Features& features) const {
  const RootProbabilities p = probabilities(features);
  return static_cast<codebook::Root>(std::max_element(p.begin() + 1, p.end()) - p.begin());
}

}  // namespace warta::event
