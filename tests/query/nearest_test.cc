#include "nearest.h"

#include <gtest/gtest.h>

namespace warta::query {
namespace {

TEST(Nearest, DistanceCountsEdits) {
  EXPECT_EQ(distance("", ""), 0U);
  EXPECT_EQ(distance("oman", "Oman"), 0U);
  EXPECT_EQ(distance("oman", ""), 4U);
  EXPECT_EQ(distance("kenya", "kenia"), 1U);
  EXPECT_EQ(distance("chad", "had"), 1U);
  EXPECT_EQ(distance("niger", "nigeria"), 2U);
  EXPECT_EQ(distance("ugadna", "uganda"), 1U);  // two letters that changed places
}

TEST(Nearest, DistanceIsTheSameBothWays) {
  const std::vector<std::string> words{"", "a", "ab", "ba", "abc", "cab", "bac", "acb", "abcd", "badc"};
  for (const std::string& a : words)
    for (const std::string& b : words) EXPECT_EQ(distance(a, b), distance(b, a)) << a << " " << b;
}

TEST(Nearest, LongWordsAreCutOffAndNotFeared) {
  EXPECT_EQ(distance(std::string(100'000, 'x'), std::string(200'000, 'x')), 0U);
}

TEST(Nearest, OnlyWhatIsNearIsNamedNearestFirst) {
  const std::vector<std::string> known{"Nigeria", "Niger", "Oman", "Niger"};
  EXPECT_EQ(nearest("Nigera", known), (std::vector<std::string>{"Nigeria", "Niger"}));
  EXPECT_EQ(nearest("Nigera", known, 1), std::vector<std::string>{"Nigeria"});
  EXPECT_TRUE(nearest("Paraguay", known).empty());
}

}  // namespace
}  // namespace warta::query
