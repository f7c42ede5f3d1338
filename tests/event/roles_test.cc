// Which actors fill a slot: tests/event/cases/roles.txt
#include "roles.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Line line_of(const std::string& trigger, const Filler& filler, const Steps& steps) {
  test::Line line{{trigger, steps.actors(filler.mentions)}, {}};
  line.features.push_back("phrase " + steps.word(filler.head));
  add_if(line, filler.inside, "inside");
  add_if(line, filler.guessed, "guessed");
  return line;
}

test::Found fillers_of(Steps& steps) {
  std::vector<test::Line> sources, targets;
  for (const Act& act : steps.acts()) {
    const std::string trigger = steps.words(act.predicate->trigger);
    sources.push_back(line_of(trigger, act.source, steps));
    targets.push_back(line_of(trigger, act.target, steps));
  }
  return {{"source", sources}, {"target", targets}};
}

TEST(Roles, Cases) { run_steps("roles.txt", fillers_of); }

TEST(ArgumentOf, ACaseWordMayBeTheEndOfALongerOne) {
  const Argument longer{codebook::SlotKind::case_word, "di depan", 3, false},
      agent{codebook::SlotKind::agent, {}, 0, false};
  const std::array arguments{agent, longer};
  Predicate predicate;
  predicate.arguments = arguments;
  const auto find = [&](const char* word) { return argument_of(predicate, {codebook::SlotKind::case_word, word}); };
  ASSERT_TRUE(find("depan"));
  EXPECT_EQ(find("depan")->head, 3u);
  EXPECT_EQ(find("di depan")->head, 3u);
  EXPECT_EQ(find("pan"), nullptr) << "whole words";
  EXPECT_EQ(find("ke"), nullptr);
  EXPECT_EQ(argument_of(predicate, {codebook::SlotKind::patient, ""}), nullptr);
  EXPECT_EQ(argument_of(predicate, {codebook::SlotKind::agent, ""})->head, 0u);
}

}  // namespace
}  // namespace warta::event
