#include "bars.h"

#include <gtest/gtest.h>

namespace warta::cli {
namespace {

TEST(Bars, FillTheirColumnsAtMost) {
  EXPECT_EQ(bar(8, 8, 4, false), "████");
  EXPECT_EQ(bar(4, 8, 4, false), "██");
  EXPECT_EQ(bar(8, 8, 4, true), "####");
}

TEST(Bars, AreToldInEighths) { EXPECT_EQ(bar(3, 16, 2, false), "▍"); }

TEST(Bars, ShowWhatIsFew) {
  EXPECT_EQ(bar(1, 100'000, 10, false), "▏");
  EXPECT_EQ(bar(1, 100'000, 10, true), "#");
}

TEST(Bars, OfNothingAreEmpty) {
  EXPECT_EQ(bar(0, 8, 4, false), "");
  EXPECT_EQ(bar(0, 0, 4, true), "");
}

}  // namespace
}  // namespace warta::cli
