#include "parser.h"

#include <gtest/gtest.h>

#include "marks.h"
#include "supertagger.h"
#include "syntax/support.h"

namespace warta::syntax {
namespace {

// Takes the action that a list says.
struct Scripted {
  const std::vector<Action>& actions;
  const std::size_t& step;
  void operator()(std::span<const ParseWord>, std::span<const Cell>, const State<std::int32_t>&,
                  std::array<std::int32_t, kActions>& scores) const {
    scores[static_cast<std::size_t>(actions[step])] = 100;
  }
};

TEST(Search, AScriptOfActionsGivesItsTree) {
  // "the envoy left": the <- envoy <- left <- root
  const std::vector<Action> actions{Action::shift, Action::left,  Action::shift,
                                    Action::left,  Action::shift, Action::left};
  Search<std::int32_t> search(std::pmr::get_default_resource());
  const std::vector<ParseWord> words(3 + kParsePadding);
  search.start(words);
  ASSERT_EQ(search.actions(), actions.size());
  for (std::size_t step = 0; step < actions.size(); ++step) search.advance(2, 1000, Scripted{actions, step});
  std::vector<std::uint32_t> heads(3);
  search.heads(heads);
  EXPECT_EQ(heads, (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(Search, EveryResultIsATreeWithOneRoot) {
  for (std::uint32_t size = 1; size < 12; ++size) {
    const std::vector<ParseWord> words(size + kParsePadding);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      Search<std::int32_t> search(std::pmr::get_default_resource());
      search.start(words);
      const auto scorer = [&](std::span<const ParseWord>, std::span<const Cell>, const State<std::int32_t>& state,
                              std::array<std::int32_t, kActions>& scores) {
        for (std::size_t a = 0; a < kActions; ++a)
          scores[a] = static_cast<std::int32_t>(feature(seed, state.stack, state.front, a) % 100);
      };
      for (std::size_t step = 0; step < search.actions(); ++step) search.advance(4, 1000, scorer);
      std::vector<std::uint32_t> heads(size, UINT32_MAX);
      search.heads(heads);
      EXPECT_EQ(std::count(heads.begin(), heads.end(), size), 1);
      for (std::uint32_t i = 0; i < size; ++i) {
        std::uint32_t at = i, steps = 0;
        for (; at < size && steps <= size; ++steps) at = heads[at];
        EXPECT_EQ(at, size);
      }
    }
  }
}

TEST(Marks, PairsFindEachOther) {
  const std::vector<std::string_view> forms{"\"", "We", "(", "all", ")", "go", "\"", ")", "x"};
  std::vector<std::uint32_t> pairs(forms.size());
  find_pairs(forms, pairs);
  EXPECT_EQ(pairs, (std::vector<std::uint32_t>{6, 1, 4, 3, 2, 5, 0, 7, 8}));
}

TEST(Marks, CandidatesDoNotCrossArcs) {
  // words 0..3, 1 is the root: 0 <- 1 -> 2 -> 3, a mark (token 3) between words 2 and 3
  const std::vector<ParseWord> words(4 + kParsePadding);
  const std::vector<std::uint32_t> origin{0, 1, 2, 4}, heads{1, 4, 1, 2};
  const std::vector<Relation> relations(4);
  MarkPlaces places({words, origin, heads, relations}, std::pmr::get_default_resource());
  places.find(3, 3, 3);
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < places.size(); ++i) found.push_back(places.word(i));
  EXPECT_EQ(found, (std::vector<std::uint32_t>{2, 3}));
}

TEST(ParseWords, PunctuationBecomesAPropertyOfItsNeighbours) {
  std::vector<Word> words(3);
  const std::string_view forms[] = {"a", ",", "b"};
  for (std::size_t i = 0; i < 3; ++i) words[i].form = words[i].lower = forms[i];
  describe(words);
  const std::vector<TaggedWord> tagged{
      {&words[0], 1, Upos::NOUN, "a"}, {&words[1], 2, Upos::PUNCT, ","}, {&words[2], 1, Upos::NOUN, "b"}};
  ParseWords made(std::pmr::get_default_resource());
  made.fill(tagged, Lexicon());
  ASSERT_EQ(made.origin, (std::pmr::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(made.words[0].post, words[1].key);
  EXPECT_EQ(made.words[1].pre, words[1].key);
  EXPECT_EQ(made.words[1].marks, 1u);
}

}  // namespace
}  // namespace warta::syntax
