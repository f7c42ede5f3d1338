// Where an act was: tests/event/cases/places.txt
#include "place.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found places_of(Steps& steps) {
  std::vector<test::Line> lines;
  const auto coded = steps.coded();
  for (std::size_t i = 0; i < coded.size(); ++i) {
    if (coded[i].refused) continue;
    const Act& act = steps.acts()[i];
    const auto place = place_of(steps.text(), act, coded[i].status);
    lines.push_back({{steps.words(act.predicate->trigger), place ? steps.words(place->span) : "-"}, {}});
    if (!place) continue;
    add_if(lines.back(), !place->country.empty(), place->country);
    lines.back().features.push_back("name " + place->name);
    add_if(lines.back(), !place->admin1.empty(), "in " + place->admin1);
    add_if(lines.back(), place->latitude.has_value(), "point");
  }
  return {{"place", lines}};
}

TEST(PlaceOf, Cases) { run_steps("places.txt", places_of); }

}  // namespace
}  // namespace warta::event
