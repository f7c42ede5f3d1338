// Which words may tell an act: tests/event/cases/triggers.txt
#include "triggers.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Line line_of(const Predicate& p, const Steps& steps) {
  static constexpr std::array kClasses{"verb", "noun", "adjective"};
  std::string frames;
  for (const codebook::Reading* reading : p.readings)
    frames += (frames.empty() ? "" : " ") + steps.text().language.frames.frames()[reading->frame].name;
  test::Line line{{steps.words(p.trigger), kClasses[static_cast<std::size_t>(p.word_class)], frames}, {}};
  line.features.push_back("word " + steps.word(p.token));
  add_if(line, p.bare, "bare");
  return line;
}

test::Found triggers_of(Steps& steps) {
  std::vector<test::Line> lines;
  for (std::uint32_t t = 0; t < steps.text().document.tokens.size(); ++t)
    for (const Predicate& p : triggers_at(steps.text(), steps.text().sentence_number(t), t))
      lines.push_back(line_of(p, steps));
  return {{"trigger", lines}};
}

TEST(Triggers, Cases) { run_steps("triggers.txt", triggers_of); }

}  // namespace
}  // namespace warta::event
