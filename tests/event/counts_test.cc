// How many: tests/event/cases/counts.txt
#include "counts.h"

#include "event/steps.h"

namespace warta::event {
namespace {

std::string bounds_of(const Bounds& bounds) {
  const auto bound = [](std::optional<std::int64_t> n) { return n ? std::to_string(*n) : std::string(); };
  return bound(bounds.low) + ".." + bound(bounds.high);
}

test::Found counts_found(Steps& steps) {
  std::vector<test::Line> counts, numbers;
  for (const Act& act : steps.acts()) {
    const auto found = counts_of(steps.text(), act);
    for (std::size_t c = 0; c < kCounts; ++c)
      if (found[c])
        counts.push_back(
            {{steps.words(act.predicate->trigger), std::string(name(static_cast<Count>(c))), bounds_of(*found[c])},
             {}});
  }
  for (std::uint32_t t = 0; t < steps.text().document.tokens.size();) {
    const auto number = number_at(steps.text(), t);
    if (number) {
      const Span span{steps.text().token(t).form.begin, steps.text().token(t + number->words - 1).form.end};
      numbers.push_back({{steps.words(span), std::to_string(number->value)}, {}});
    }
    t += number ? number->words : 1;
  }
  return {{"count", counts}, {"number", numbers}};
}

TEST(Counts, Cases) { run_steps("counts.txt", counts_found); }

}  // namespace
}  // namespace warta::event
