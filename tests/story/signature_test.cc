#include "signature.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

namespace warta::story {
namespace {

Signature sign(std::string_view text) {
  Signer signer;
  signer.add(text);
  return signer.signature();
}

std::string words(int first, int last) {
  std::string out;
  for (int i = first; i < last; ++i) out += "word" + std::to_string(i) + " ";
  return out;
}

TEST(Signature, CaseAndMarksDoNotMatter) {
  EXPECT_EQ(sign("The pumps stood idle, he said."), sign("the PUMPS stood -- idle he said"));
}

TEST(Signature, WithoutAShingleItIsBlankAndLikeNothing) {
  EXPECT_TRUE(blank(sign("")));
  EXPECT_TRUE(blank(sign("two words")));
  EXPECT_EQ(likeness(sign("two words"), sign("two words")), 0);
  EXPECT_TRUE(bands(sign("two words")).empty());
  EXPECT_FALSE(blank(sign("now three words")));
}

// Texts of 200 words, of which so many are common: beside the true Jaccard index of their shingles.
TEST(Signature, EstimatesTheJaccardIndex) {
  for (const int common : {0, 100, 150, 180, 200}) {
    double sum = 0;
    constexpr int kTrials = 40;
    for (int trial = 0; trial < kTrials; ++trial) {
      const int base = 1000 * trial;
      sum += likeness(sign(words(base, base + 200)), sign(words(base + 200 - common, base + 400 - common)));
    }
    const double shingles = std::max(0, common - 2), all = 2 * 198 - shingles;
    EXPECT_NEAR(sum / kTrials, shingles / all, 0.05) << common;
  }
}

TEST(Signature, NearCopiesShareABandAndOthersDoNot) {
  const auto shared = [](const Signature& a, const Signature& b) {
    const auto x = bands(a), y = bands(b);
    const std::set<std::uint64_t> known(x.begin(), x.end());
    return std::any_of(y.begin(), y.end(), [&](std::uint64_t key) { return known.count(key) != 0; });
  };
  int near = 0, far = 0;
  for (int trial = 0; trial < 40; ++trial) {
    const int base = 1000 * trial;
    near += shared(sign(words(base, base + 200)), sign(words(base, base + 170)));
    far += shared(sign(words(base, base + 200)), sign(words(base + 170, base + 370)));
  }
  EXPECT_GE(near, 38);
  EXPECT_LE(far, 2);
}

}  // namespace
}  // namespace warta::story
