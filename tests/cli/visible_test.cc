#include "visible.h"

#include <gtest/gtest.h>

namespace warta::cli {
namespace {

TEST(Visible, ShowsControlAndBidirectionalCharacters) {
  EXPECT_EQ(visible("a\x1b[31mred"), "a<U+001B>[31mred");
  EXPECT_EQ(visible("x\xe2\x80\xaey"), "x<U+202E>y");
  EXPECT_EQ(visible("one\ntwo\tthree"), "one two three");
  EXPECT_EQ(visible("Erdoğan di Ankara"), "Erdoğan di Ankara");
}

TEST(Visible, FitsToColumns) {
  EXPECT_EQ(fitted("Niger", 8), "Niger   ");
  EXPECT_EQ(fitted("Burkina Faso", 8), "Burkina…");
  EXPECT_EQ(fitted("Erdoğan", 7), "Erdoğan");
  EXPECT_EQ(fitted("abc", 0), "");
}

}  // namespace
}  // namespace warta::cli
