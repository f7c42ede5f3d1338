#include "base/ledger.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(Ledger, AddsUpAndTellsInputsFromEvents) {
  Ledger a, b;
  a.count(Why::bad_json, 2);
  a.keep_article();
  b.count(Why::negated);
  b.count(Why::bad_json);
  b.keep_event(3);
  a += b;
  EXPECT_EQ(a.of(Why::bad_json), 3u);
  EXPECT_EQ(a.inputs_refused(), 3u);
  EXPECT_EQ(a.events_refused(), 1u);
  EXPECT_EQ(a.articles(), 1u);
  EXPECT_EQ(a.events(), 3u);
  const std::string told = a.summary();
  EXPECT_NE(told.find("bad_json"), std::string::npos);
  EXPECT_NE(told.find("negated"), std::string::npos);
  EXPECT_EQ(told.find("sports"), std::string::npos) << "what did not occur is not told";
}

TEST(Why, EveryReasonHasAWordAndAnExplanation) {
  for (int i = 0; i < static_cast<int>(Why::count_); ++i) {
    EXPECT_FALSE(word(static_cast<Why>(i)).empty()) << i;
    EXPECT_FALSE(explanation(static_cast<Why>(i)).empty()) << i;
  }
}

}  // namespace
}  // namespace warta
