// Which frame a predicate is, with its code and actors: tests/event/cases/match.txt
#include "match.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found acts_of(Steps& steps) {
  std::vector<test::Line> lines;
  for (const Act& act : steps.acts()) {
    lines.push_back({{steps.words(act.predicate->trigger), act.frame->name, act.code ? act.code->code : "-",
                      steps.actors(act.source.mentions), steps.actors(act.target.mentions)},
                     {}});
    add_if(lines.back(), act.silent.has_value(), "silent " + std::string(word(act.silent.value_or(Why::negated))));
    add_if(lines.back(), !act.mode.empty(), "mode " + std::string(act.mode));
    add_if(lines.back(), act.absorbed != kNone, "absorbs " + steps.word(act.absorbed));
  }
  return {{"act", lines}};
}

TEST(Match, Cases) { run_steps("match.txt", acts_of); }

TEST(WordInPhrase, LooksIntoThePhraseButNotIntoItsClauses) {
  const test::CaseDocument document(
      {"",
       "",
       0,
       {{"text", "red/ADJ<trucks:amod trucks that/PRON<burned:nsubj burned/VERB<trucks:acl:relcl oil<burned:obj"}}});
  const Steps steps(document);
  const auto found = [&](const char* words) {
    return word_in_phrase(steps.text(), 1, *steps.text().language.lexicon.words(words));
  };
  EXPECT_EQ(found("trucks"), 1u);
  EXPECT_EQ(found("red, blue"), 0u);
  EXPECT_EQ(found("oil"), kNone);
  EXPECT_EQ(found("ship"), kNone);
}

}  // namespace
}  // namespace warta::event
