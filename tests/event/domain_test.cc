// What reads like an act and is none: tests/event/cases/domain.txt
#include "domain.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found domains_of(Steps& steps) {
  std::vector<test::Line> lines;
  for (const auto& why : foreign_domains(steps.text()))
    lines.push_back({{why ? std::string(word(*why)) : "politics"}, {}});
  return {{"domain", lines}};
}

TEST(Domain, Cases) { run_steps("domain.txt", domains_of); }

}  // namespace
}  // namespace warta::event
