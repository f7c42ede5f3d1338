// What a sentence says about its acts: tests/event/cases/status.txt
#include "standing.h"

#include "event/steps.h"

namespace warta::event {
namespace {

// Which word says so, where the standing keeps it.
void add_words(test::Line& line, const Standing& s, const Steps& steps) {
  add_if(line, s.denier != kNone, "denier " + steps.word(s.denier));
  add_if(line, s.claimant != kNone, "claimant " + steps.word(s.claimant));
  add_if(line, s.speech != kNone, "told by " + steps.word(s.speech));
  if (s.outer != kNone) line.features.push_back("inside " + steps.words(steps.acts()[s.outer].predicate->trigger));
}

test::Found standings_of(Steps& steps) {
  std::vector<test::Line> lines;
  for (std::size_t i = 0; i < steps.acts().size(); ++i) {
    const Standing& s = steps.standings()[i];
    std::string core;
    const auto say = [&](bool holds, const char* word) {
      if (holds) core += (core.empty() ? "" : " ") + std::string(word);
    };
    say(s.negated, "negated");
    say(s.unwilling, "unwilling");
    say(s.future, "future");
    say(s.possible, "possible");
    say(s.conditional, "conditional");
    say(s.obliged, "obliged");
    say(s.hedged, "hedged");
    say(s.past, "past");
    say(s.denied, "denied");
    say(s.claimed, "claimed");
    lines.push_back({{steps.words(steps.acts()[i].predicate->trigger), core.empty() ? "plain" : core}, {}});
    add_words(lines.back(), s, steps);
  }
  return {{"standing", lines}};
}

TEST(Standings, Cases) { run_steps("status.txt", standings_of); }

TEST(CuesAbout, APhraseThatATokenIsPartOf) {
  const test::CaseDocument document({"", "", 0, {{"language", "id"}, {"text", "tidak/PART hanya/ADV menyerang/VERB"}}});
  const Steps steps(document);
  EXPECT_TRUE(cues_about(steps.text(), 1).has(codebook::Cue::negator_false));
  EXPECT_FALSE(cues_about(steps.text(), 2).has(codebook::Cue::negator_false));
}

}  // namespace
}  // namespace warta::event
