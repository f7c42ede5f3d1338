// Meetings: what a meeting is follows from where it was held: in the country of one side it is the other's visit, in a
// third country, or brokered by one, it is held by a third party. Tests: tests/event/cases/places.txt
#pragma once
#include "text.h"

namespace warta::event {

// Settles code, mode and direction of a CONSULT event whose place is known; leaves any other as it is. `brokered`: a
// mediator is told of beside it.
void settle_meeting(const codebook::Ontology& ontology, Event& event, bool brokered);

}  // namespace warta::event
