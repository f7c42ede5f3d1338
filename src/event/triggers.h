// Triggers: which words of a sentence may tell an act, by the form tables of the frames. Where a form is both verb and
// noun the tagger decides. Tests: tests/event/
#pragma once
#include "predicate.h"

namespace warta::event {

// Predicates of the whole document in text order, without arguments.
std::pmr::vector<Predicate> find_triggers(const Text& text);

}  // namespace warta::event
