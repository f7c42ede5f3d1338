#include "ranker.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <numeric>

namespace warta::event {
namespace {

using codebook::Root;

std::vector<RankerExample> examples() {
  std::vector<RankerExample> out;
  for (int i = 0; i < 8; ++i) {
    out.push_back({{1, 10}, Root::ACCUSE, 1});
    out.push_back({{1, 20}, Root::AID, 1});
  }
  return out;
}

TEST(Ranker, LearnsWhatFeaturesTell) {
  const Ranker ranker = Ranker::train(examples());
  EXPECT_EQ(ranker.best({1, 10}), Root::ACCUSE);
  EXPECT_EQ(ranker.best({20}), Root::AID);
  const RootProbabilities p = ranker.probabilities({10, 999});
  EXPECT_NEAR(std::accumulate(p.begin(), p.end(), 0.0), 1, 1e-9);
  EXPECT_EQ(p[static_cast<std::size_t>(Root::none)], 0);
}

TEST(Ranker, NeedsAFeatureTwice) {
  auto seen = examples();
  seen.push_back({{77}, Root::PROTEST, 1});
  const Ranker ranker = Ranker::train(seen);
  EXPECT_EQ(ranker.probabilities({77}), ranker.probabilities({}));
}

TEST(Ranker, AnotherWeightIsAnotherRanker) {
  auto heavy = examples();
  for (RankerExample& example : heavy) example.weight = example.root == Root::AID ? 1 : 0.01;
  EXPECT_EQ(Ranker::train(heavy).best({1}), Root::AID);
}

TEST(Ranker, ComesBackFromItsFile) {
  const Ranker ranker = Ranker::train(examples());
  const std::string path = ::testing::TempDir() + "warta-test.ranker";
  std::ofstream(path, std::ios::binary) << ranker.bytes();
  const auto read = Ranker::read(path);
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(read->probabilities({1, 20}), ranker.probabilities({1, 20}));
  EXPECT_EQ(read->bytes(), ranker.bytes());
  std::ofstream(path, std::ios::binary) << ranker.bytes().substr(0, 80);
  EXPECT_EQ(Ranker::read(path).error().why, Why::bad_model);
  std::remove(path.c_str());
}

}  // namespace
}  // namespace warta::event
