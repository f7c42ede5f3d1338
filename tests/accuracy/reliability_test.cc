#include "accuracy/reliability.h"

#include <gtest/gtest.h>

namespace warta::accuracy {
namespace {

TEST(Share, HasWilsonsInterval) {
  const Share nine = share(9, 10);
  EXPECT_DOUBLE_EQ(nine.value, 0.9);
  EXPECT_NEAR(nine.low, 0.5958, 5e-4);  // Wilson 1927, reckoned by hand
  EXPECT_NEAR(nine.high, 0.9821, 5e-4);
}

TEST(Share, OfAllOrNothingIsNotCertain) {
  EXPECT_NEAR(share(5, 5).low, 0.5655, 5e-4);
  EXPECT_NEAR(share(5, 5).high, 1, 1e-12);
  EXPECT_NEAR(share(0, 5).low, 0, 1e-12);
  EXPECT_NEAR(share(0, 5).high, 0.4345, 5e-4);
}

TEST(Share, OfNothingIsOpen) {
  EXPECT_DOUBLE_EQ(share(0, 0).value, 0);
  EXPECT_DOUBLE_EQ(share(0, 0).low, 0);
  EXPECT_DOUBLE_EQ(share(0, 0).high, 1);
}

TEST(Tally, GivesPrecisionRecallAndF1) {
  const Tally tally{4, 3, 6};
  EXPECT_DOUBLE_EQ(tally.precision(), 0.5);
  EXPECT_DOUBLE_EQ(tally.recall(), 0.75);
  EXPECT_DOUBLE_EQ(tally.f1(), 0.6);
  EXPECT_DOUBLE_EQ(Tally{}.f1(), 0);
  EXPECT_DOUBLE_EQ((Tally{0, 0, 3}).precision(), 0);
}

TEST(Reliability, CountsEachTenth) {
  const Reliability found =
      reliability({{0.92, true}, {0.98, false}, {1.0, true}, {0.9, true}, {0.3, false}, {0.35, true}});
  ASSERT_EQ(found.bins.size(), 2u);
  EXPECT_DOUBLE_EQ(found.bins[0].from, 0.3);  // 0.3 is in its own bin, whatever its last binary digit
  EXPECT_EQ(found.bins[0].right.of, 2u);
  EXPECT_DOUBLE_EQ(found.bins[0].mean, 0.325);
  EXPECT_DOUBLE_EQ(found.bins[1].from, 0.9);
  EXPECT_EQ(found.bins[1].right.of, 4u);
  EXPECT_EQ(found.bins[1].right.right, 3u);
  EXPECT_DOUBLE_EQ(found.bins[1].mean, 0.95);
  EXPECT_EQ(found.all.right.of, 6u);
  // |0.325 - 0.5| * 2/6 + |0.95 - 0.75| * 4/6
  EXPECT_NEAR(found.gap, 0.191667, 1e-6);
}

TEST(Reliability, OfNothingHasNoBins) { EXPECT_TRUE(reliability({}).bins.empty()); }

}  // namespace
}  // namespace warta::accuracy
