#include "grid.h"

#include <gtest/gtest.h>

namespace warta::cli {
namespace {

using Side = Grid::Side;

TEST(Grid, NumbersStandToTheRight) {
  Grid grid({{"who"}, {"events", Side::right}});
  grid.add({"Fiji", "7"});
  grid.add({"Oman", "1200"});
  EXPECT_EQ(grid.text(80), "who   events\nFiji       7\nOman    1200\n");
}

TEST(Grid, WhatGivesWayIsCutAndAllElseStays) {
  Grid grid({{"id"}, {"title", Side::left, true}, {"n", Side::right}});
  grid.add({"0123456789abcdef", "Fishermen of two villages meet", "12"});
  EXPECT_EQ(grid.text(32),
            "id                title        n\n"
            "0123456789abcdef  Fishermen…  12\n");
}

TEST(Grid, WidthCountsCharactersAndNotBytes) {
  Grid grid({{"place"}, {"n", Side::right}});
  grid.add({"Åland", "1"});
  grid.add({"Aland", "2"});
  EXPECT_EQ(grid.text(80), "place  n\nÅland  1\nAland  2\n");
}

TEST(Grid, ControlCharactersAreShown) {
  Grid grid({{"na\x1bme"}});
  grid.add({"red\x1b[31m\nline"});
  EXPECT_EQ(grid.text(80), "na<U+001B>me\nred<U+001B>[31m line\n");
}

TEST(Grid, WithoutRowsThereIsNoTable) { EXPECT_EQ(Grid({{"a"}}).text(80), ""); }

}  // namespace
}  // namespace warta::cli
