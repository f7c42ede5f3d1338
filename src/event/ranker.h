// The ranker of roots: what a sentence tells of a source and a target that are given. A linear model over the frames
// that hold and over words, which covers acts that no frame knows.
// Takes  a document with its mentions, and the bytes of source and target.
// Gives  the probability of each of PLOVER's roots.
// Fails  with bad_model where the file is no ranker.
// Costs  about as much as coding the sentence. Threads share a Ranker.
// Tests  tests/event/ranker_test.cc. Training data: docs/formats/training.md
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "event/event.h"

namespace warta::event {

inline constexpr std::size_t kRoots = 17;  // by codebook::Root; `none` is never told

struct Pair {
  Span source, target;  // bytes of the article's text
};

using RootProbabilities = std::array<double, kRoots>;  // by codebook::Root; they sum to 1

using Features = std::vector<std::uint64_t>;  // hashes, each once
Features features_of_pair(const extract::Article& article, const syntax::Document& document,
                          const mention::Mentions& mentions, const codebook::Codebook& codebook,
                          const codebook::Language& language, Arena& arena, const Pair& pair);

struct RankerExample {
  Features features;
  codebook::Root root{};
  double weight = 1;  // how much it counts
};

// Multinomial logistic regression over features that are there or not.
class Ranker {
 public:
  // The same examples in the same order give the same ranker.
  static Ranker train(const std::vector<RankerExample>& examples);
  static Result<Ranker> read(const std::string& path);
  std::string bytes() const;  // of a model file: docs/formats/models.md

  RootProbabilities probabilities(const Features& features) const;
  codebook::Root best(const Features& features) const;

 private:
  std::vector<std::uint64_t> keys_;    // sorted
  std::vector<std::int16_t> weights_;  // one a key and root that can be told
};

}  // namespace warta::event
