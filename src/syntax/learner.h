// The averaged perceptron that all models are trained with: a hash table from feature keys to one weight a class.
// Several treebanks are learned together as in "frustratingly easy domain adaptation" (Daume III 2007): each feature
// has weights shared by all and weights of its treebank; a finished model is the sum for one treebank, so it costs
// nothing.
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace warta::syntax {

// A repeatable source of chance (xorshift64*, Marsaglia 2003; Vigna 2016).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545f4914f6cdd1du;
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>((next() >> 32) * bound >> 32); }
  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::uint64_t state_;
};

// Weights of features, a row each, ordered by key.
struct Weights {
  std::size_t classes = 0;
  std::vector<std::uint64_t> keys;
  std::vector<float> values;  // classes a key

  std::span<const float> row(std::size_t i) const { return {values.data() + i * classes, classes}; }
};
Weights sum(const std::vector<Weights>& parts);

// Shows all examples in a new order in every epoch.
template <class Example, class Learn>
void learn_all(std::vector<const Example*>& order, unsigned epochs, unsigned seed, Learn&& learn) {
  Chance chance(seed);
  for (unsigned epoch = 0; epoch < epochs; ++epoch) {
    chance.shuffle(order);
    for (const Example* example : order) learn(*example);
  }
}

class Learner {
 public:
  explicit Learner(std::size_t classes);

  // Adds to `scores` what the features give in treebank `domain`.
  void score(std::span<const std::uint64_t> keys, unsigned domain, std::span<float> scores) const;
  void update(std::span<const std::uint64_t> keys, unsigned domain, std::size_t good, std::size_t bad, float step = 1);
  void add(std::span<const std::uint64_t> keys, unsigned domain, std::size_t which, float step);
  void tick() { ++time_; }
  // One step: the class that the weights give, which they learn to avoid where `gold` is another.
  std::size_t learn(std::span<const std::uint64_t> keys, unsigned domain, std::size_t gold);

  // The average over all ticks, for one treebank.
  Weights averaged(unsigned domain) const;

 private:
  static constexpr std::uint32_t kAbsent = UINT32_MAX;
  static std::uint64_t salt(unsigned domain);
  std::uint32_t find(std::uint64_t key) const;
  std::uint32_t find_or_add(std::uint64_t key, bool shared);
  void grow();

  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t row = kAbsent;
  };
  void find_all(std::span<const std::uint64_t> keys, std::uint64_t own) const;

  std::size_t classes_;
  std::vector<Slot> slots_;
  mutable std::vector<std::uint32_t> found_;  // rows of the features that are scored
  std::vector<float> scores_;
  std::vector<std::uint64_t> keys_;  // of each row
  std::vector<char> shared_;         // of each row: by all treebanks, rather than one treebank's own
  std::vector<float> weights_;       // classes_ a row
  std::vector<double> sums_;         // update times its time
  double time_ = 1;
};

}  // namespace warta::syntax
