// Code and status of each act: tests/event/cases/coding.txt
#include "coding.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found codes_of(Steps& steps) {
  std::vector<test::Line> lines;
  const auto coded = steps.coded();
  for (std::size_t i = 0; i < coded.size(); ++i) {
    const Coded& c = coded[i];
    const std::string status = c.refused ? "refused " + std::string(word(*c.refused)) : std::string(name(c.status));
    lines.push_back({{steps.words(steps.acts()[i].predicate->trigger), c.code ? c.code->code : "-", status}, {}});
    add_if(lines.back(), c.inner != kNone,
           c.inner == kNone ? "" : "of " + steps.words(steps.acts()[c.inner].predicate->trigger));
    add_if(lines.back(), !c.mode.empty(), "mode " + std::string(c.mode));
  }
  return {{"coded", lines}};
}

TEST(Coding, Cases) { run_steps("coding.txt", codes_of); }

}  // namespace
}  // namespace warta::event
