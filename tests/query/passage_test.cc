#include "passage.h"

#include <gtest/gtest.h>

namespace warta::query {
namespace {

std::string shown(std::string_view text, std::string_view evidence, std::string_view trigger) {
  const std::size_t begin = text.find(evidence);
  const Passage found = passage(text, begin, evidence, text.find(trigger, begin), trigger);
  EXPECT_EQ(found.evidence.of(found.text), evidence);
  EXPECT_EQ(found.trigger.of(found.text), trigger);
  return found.text;
}

TEST(Passage, IsTheSentenceAroundTheEvidence) {
  EXPECT_EQ(shown("It rained. Chad expelled an envoy on Monday. He left.", "Chad expelled an envoy", "expelled"),
            "Chad expelled an envoy on Monday.");
  EXPECT_EQ(shown("Chad expelled an envoy.", "Chad expelled an envoy", "expelled"), "Chad expelled an envoy.");
}

TEST(Passage, EndsWithTheParagraph) {
  EXPECT_EQ(shown("Weather\n\nChad expelled an envoy\n\nSport", "Chad expelled an envoy", "expelled"),
            "Chad expelled an envoy");
}

TEST(Passage, ClosingMarksBelongToTheSentenceBefore) {
  EXPECT_EQ(shown("“It is over.” Chad expelled an envoy! “Why?” he said", "Chad expelled an envoy", "expelled"),
            "Chad expelled an envoy!");
}

TEST(Passage, OfALongSentenceIsCutAtBlanks) {
  std::string around;
  for (int i = 0; i < 100; ++i) around += "étape ";
  const std::string found = shown(around + "Chad expelled an envoy " + around, "Chad expelled an envoy", "expelled");
  EXPECT_LT(found.size(), 700U);
  EXPECT_EQ(found.substr(0, 9), "…étape");
  EXPECT_EQ(found.substr(found.size() - 9), "étape…");
}

TEST(Passage, WithoutItsTextIsTheEvidence) {
  const Passage found = passage("", 500, "Chad expelled an envoy", 505, "expelled");
  EXPECT_EQ(found.text, "Chad expelled an envoy");
  EXPECT_EQ(found.trigger.of(found.text), "expelled");
}

TEST(Passage, WhereTheTextIsAnotherIsTheEvidence) {
  EXPECT_EQ(passage("Something else is told here.", 3, "Chad expelled", 8, "expelled").text, "Chad expelled");
}

TEST(Passage, ATriggerOutsideIsNotMarked) {
  const Passage found = passage("", 500, "an envoy", 400, "expelled");
  EXPECT_TRUE(found.trigger.empty());
  EXPECT_TRUE(passage("", 500, "an envoy", 900, "expelled").trigger.empty());
}

}  // namespace
}  // namespace warta::query
