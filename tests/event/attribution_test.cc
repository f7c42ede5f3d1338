// According to whom: tests/event/cases/attribution.txt
#include "attribution.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found speakers_of(Steps& steps) {
  std::vector<test::Line> lines;
  Speakers speakers(steps.text());
  for (std::size_t i = 0; i < steps.acts().size(); ++i) {
    const Predicate& p = *steps.acts()[i].predicate;
    const auto speaker = speakers.of(p, steps.standings()[i]);
    lines.push_back({{steps.words(p.trigger), speaker ? steps.words(speaker->span) : "-"}, {}});
    if (!speaker) continue;
    lines.back().features.push_back(speaker->mention == kNone ? "unknown" : steps.actor(speaker->mention));
    add_if(lines.back(), speaker->headline, "headline");
  }
  return {{"by", lines}};
}

TEST(Attribution, Cases) { run_steps("attribution.txt", speakers_of); }

// "Kenya's denial", "was denied by Kenya".
TEST(Attribution, BehindAWord) {
  const auto behind = [](const char* text, std::uint32_t word) {
    const test::CaseDocument document({"", "", 0, {{"text", text}}});
    const Steps steps(document);
    const auto speaker = Speakers(steps.text()).behind(word);
    return speaker ? steps.words(speaker->span) : "-";
  };
  EXPECT_EQ(behind("Kenya<denial:nmod:poss 's/PART<Kenya:case denial<came:nsubj came/VERB", 2), "Kenya");
  EXPECT_EQ(
      behind("it/PRON<denied:nsubj:pass was/AUX<denied:aux:pass denied/VERB by/ADP<Kenya:case Kenya<denied:obl", 2),
      "Kenya");
  EXPECT_EQ(behind("Kenya<denied:nsubj denied/VERB it/PRON<denied:obj", 1), "Kenya");
  EXPECT_EQ(behind("rain/NOUN fell/VERB", kNone), "-");
}

}  // namespace
}  // namespace warta::event
