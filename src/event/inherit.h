// Dates within an article: what a headline or a retelling tells again happened when it was told with a date
// (CODEBOOK.md, 8). Tests: tests/engine/cases/*-dates-places.txt
#pragma once
#include <vector>

#include "event/event.h"

namespace warta::event {

// Gives a date to reported events that have none of their own words. One pass over the pairs of an article's events.
void inherit_dates(std::vector<Event>& events);

}  // namespace warta::event
