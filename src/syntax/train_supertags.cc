#include "train_supertags.h"

#include <algorithm>
#include <map>

#include "learner.h"
#include "train_data.h"

namespace warta::syntax {
namespace {

using Kind = std::uint32_t;  // relation, side of the head; with detail: the sides of the dependents too

Kind plain_kind(const SuperExample& example, std::size_t i) {
  return static_cast<Kind>(example.relations[i].rel) * 8 + (i < example.heads[i] ? 4u : 0u);
}

constexpr Kind kDetailed = 1u << 16;

std::vector<Kind> detailed_kinds(const SuperExample& example) {
  const std::size_t n = example.heads.size();
  std::vector<Kind> kinds(n);
  for (std::size_t i = 0; i < n; ++i) kinds[i] |= plain_kind(example, i) | kDetailed;
  for (std::size_t i = 0; i < n; ++i) {
    if (example.heads[i] < n) kinds[example.heads[i]] |= i < example.heads[i] ? 1u : 2u;
  }
  return kinds;
}

void learn_sentence(const SuperExample& example, Learner& learner) {
  std::uint64_t super1 = kSuperBefore, super2 = kSuperBefore;
  ParseFeatures features;
  for (std::size_t i = 0; i < example.gold.size(); ++i) {
    super_features(example.words, i, super1, super2, features);
    super2 = super1;
    super1 = super_key(learner.learn(features.view(), example.domain, example.gold[i]));
  }
}

std::vector<WideRow> learn(std::vector<const SuperExample*> order, std::size_t classes, unsigned epochs, unsigned seeds,
                           std::size_t rows) {
  std::vector<Weights> weights;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    Learner learner(classes);
    learn_all(order, epochs, seed, [&](const SuperExample& example) { learn_sentence(example, learner); });
    weights.push_back(learner.averaged(0));
  }
  return pack_wide(sum(weights), rows);
}

}  // namespace

std::size_t number_supertags(std::span<SuperExample> examples) {
  constexpr std::size_t kLeast = 40;  // a rarer kind is class 0, "another one"
  std::map<Kind, std::size_t> plain, detailed;
  for (const SuperExample& example : examples) {
    for (const Kind kind : detailed_kinds(example)) ++detailed[kind];
    for (std::size_t i = 0; i < example.heads.size(); ++i) ++plain[plain_kind(example, i)];
  }
  std::map<Kind, Super> numbers;
  const auto take = [&](const std::map<Kind, std::size_t>& counts) {
    for (const auto& [count, kind] : by_count(counts)) {
      if (count >= kLeast && numbers.size() + 1 < kWideClasses)
        numbers.emplace(kind, static_cast<Super>(numbers.size() + 1));
    }
  };
  take(plain);
  take(detailed);
  for (SuperExample& example : examples) {
    const auto kinds = detailed_kinds(example);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      auto found = numbers.find(kinds[i]);
      if (found == numbers.end()) found = numbers.find(plain_kind(example, i));
      example.gold.push_back(found == numbers.end() ? Super{0} : found->second);
    }
  }
  return numbers.size() + 1;
}

std::vector<WideRow> learn_supertags(std::span<SuperExample> examples, std::size_t classes,
                                     const TrainOptions& options) {
  for (unsigned fold = 0; fold < options.folds; ++fold) {
    std::vector<const SuperExample*> others;
    for (const SuperExample& example : examples) {
      if (example.source % options.folds != fold) others.push_back(&example);
    }
    const auto rows = learn(others, classes, std::min(options.epochs, 5u), 1, options.rows);
    const Supertagger tagger(classes, rows);
    for (const SuperExample& example : examples) {
      if (example.source % options.folds == fold) tagger.tag(example.words);
    }
  }
  std::vector<const SuperExample*> all;
  for (const SuperExample& example : examples) all.push_back(&example);
  return learn(all, classes, std::min(options.epochs, 6u), options.seeds, options.rows / 2);
}

}  // namespace warta::syntax
