// Which words may tell an act: tests/event/cases/triggers.txt
#include "triggers.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found triggers_of(Steps& steps) {
  std::vector<test::Line> lines;
  for (const Predicate& p : find_triggers(steps.text())) {
    static constexpr std::array kClasses{"verb", "noun", "adjective"};
    std::string frames;
    for (const codebook::Reading* reading : p.readings)
      frames += (frames.empty() ? "" : " ") + steps.text().language.frames.frames()[reading->frame].name;
    test::Line line{{steps.words(p.trigger), kClasses[static_cast<std::size_t>(p.word_class)], frames}, {}};
    line.features.push_back("word " + steps.word(p.token));
    add_if(line, p.bare, "bare");
    lines.push_back(line);
  }
  return {{"trigger", lines}};
}

TEST(Triggers, Cases) { run_steps("triggers.txt", triggers_of); }

}  // namespace
}  // namespace warta::event
