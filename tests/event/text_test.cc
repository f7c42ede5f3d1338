// Ways about a sentence's tree.
#include "text.h"

#include "event/steps.h"

namespace warta::event {
namespace {

constexpr const char* kSentence =
    "Kenya<moved:nsubj moved/VERB troops<moved:obj out/ADP<towns:case of/ADP<out:fixed old/ADJ<towns:amod "
    "towns<moved:obl , "
    "officials<glad:nsubj were/AUX<glad:cop glad/ADJ<moved:parataxis";

class Trees : public testing::Test {
 protected:
  test::CaseDocument document_{{"", "", 0, {{"text", kSentence}}}};
  Steps steps_{document_};
  const Text& text_ = steps_.text();
};

TEST_F(Trees, ChildrenInTextOrder) {
  std::vector<std::uint32_t> children;
  text_.each_child(1, [&](std::uint32_t c) { children.push_back(c); });
  EXPECT_EQ(children, (std::vector<std::uint32_t>{0, 2, 6, 7, 10}));
  EXPECT_EQ(text_.first_child(0), kNone);
  EXPECT_EQ(text_.next_sibling(0), 2u);
  EXPECT_EQ(text_.child(1, [&](std::uint32_t c) { return text_.rel(c) == syntax::Rel::obj; }), 2u);
  EXPECT_EQ(text_.child(1, [](std::uint32_t) { return false; }), kNone);
}

TEST_F(Trees, UnderCountsTheWordItself) {
  EXPECT_TRUE(text_.under(4, 6));
  EXPECT_TRUE(text_.under(6, 6));
  EXPECT_FALSE(text_.under(6, 4));
  EXPECT_FALSE(text_.under(2, 6));
}

TEST_F(Trees, CaseWordsOfAPhrase) {
  EXPECT_EQ(text_.case_of(6), "out of");
  EXPECT_EQ(text_.case_of(2), "");
  EXPECT_FALSE(text_.case_is(6, codebook::Cue::place_phrase));
}

TEST_F(Trees, SubtreesAreRanges) {
  EXPECT_EQ(text_.subtree(6).first, 3u);
  EXPECT_EQ(text_.subtree(6).last, 7u);
  EXPECT_EQ(steps_.words(text_.span(text_.subtree(6))), "out of old towns");
  EXPECT_EQ(text_.subtree(1).last, 11u);
}

TEST_F(Trees, GoverningVerb) {
  EXPECT_EQ(text_.governing_verb(4), 1u);
  EXPECT_EQ(text_.governing_verb(1), 1u);
  EXPECT_EQ(text_.governing_verb(8), 10u) << "a copular predicate is one";
}

TEST(Text, EachTokenKnowsItsSentence) {
  const test::CaseDocument document({"", "", 0, {{"text", "rain/NOUN fell/VERB"}, {"text", "dry/ADJ towns/NOUN"}}});
  const Steps steps(document);
  EXPECT_EQ(steps.text().sentence_number(1), 0u);
  EXPECT_EQ(steps.text().sentence_number(2), 1u);
  EXPECT_EQ(steps.text().sentence_of(3).first, 2u);
  EXPECT_EQ(steps.text().governing_verb(3), kNone) << "a sentence without a verb";
}

}  // namespace
}  // namespace warta::event
