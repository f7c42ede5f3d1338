// The place of an act: a named place in its own clause, else in the sentence, else the dateline where the act is the
// article's first; never an actor's capital. Rules: CODEBOOK.md, places (plover.md, 21). Tests:
// tests/event/cases/places.txt
#pragma once
#include "match.h"

namespace warta::event {

std::optional<EventPlace> place_of(const Text& text, const Act& act, Status status);

}  // namespace warta::event
