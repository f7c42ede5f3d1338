// Near-copies: MinHash signatures of the shingles of a text, and the bands by which those that are alike are found
// (Broder 1997; one-permutation hashing: Li, Owen and Zhang 2012). Tests: tests/story/signature_test.cc
#pragma once
#include <string_view>
#include <vector>

#include "story/report.h"

namespace warta::story {

// A text of less than kShingle words has no shingle, and the signature that equals no other's.
inline constexpr std::size_t kShingle = 3;

class Signer {
 public:
  Signer() { least_.fill(UINT32_MAX); }
  void add(std::string_view block);  // shingles do not cross blocks
  Signature signature() const;

 private:
  Signature least_;
};

bool blank(const Signature& signature);
double likeness(const Signature& a, const Signature& b);  // 0..1, about the Jaccard index of their shingles

// Keys that two signatures share with a probability of 1 - (1 - j^4)^16 for a Jaccard index of j: a half at 0.45,
// 19 in 20 at 0.65.
inline constexpr std::size_t kBands = 16;
std::vector<std::uint64_t> bands(const Signature& signature);

}  // namespace warta::story
