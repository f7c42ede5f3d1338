// Who and what stands in which slot: tests/event/cases/arguments.txt
#include "arguments.h"

#include "event/steps.h"

namespace warta::event {
namespace {

std::string slot_of(const Argument& a) {
  static constexpr std::array kSlots{"none", "agent", "patient", "recipient", "content.agent", "content.patient"};
  return a.kind == codebook::SlotKind::case_word ? std::string(a.case_word) : kSlots[static_cast<std::size_t>(a.kind)];
}

test::Found arguments_of(Steps& steps) {
  std::vector<test::Line> predicates, arguments;
  for (const Act& act : steps.acts()) {
    const Predicate& p = *act.predicate;
    const std::string trigger = steps.words(p.trigger);
    predicates.push_back({{trigger, p.passive ? "passive" : "active"}, {"carrier " + steps.word(p.carrier)}});
    add_if(predicates.back(), p.light_passive, "suffers");
    std::vector<Argument> in_order(p.arguments.begin(), p.arguments.end());
    std::stable_sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) { return a.head < b.head; });
    for (const Argument& a : in_order) {
      if (a.head == p.token) continue;  // a light verb's object is the trigger itself
      arguments.push_back({{trigger, slot_of(a), steps.word(a.head)}, {}});
      add_if(arguments.back(), a.guessed, "guessed");
    }
  }
  return {{"predicate", predicates}, {"argument", arguments}};
}

TEST(Arguments, Cases) { run_steps("arguments.txt", arguments_of); }

}  // namespace
}  // namespace warta::event
