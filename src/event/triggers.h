// Triggers: the words and phrases of a sentence that some frame knows, with the readings that their form and part of
// speech allow. Tests: tests/event/
#pragma once
#include "predicate.h"

namespace warta::event {

// Predicates that begin at a token, those with most words first; found arguments and frames decide which of them it is.
std::pmr::vector<Predicate> triggers_at(const Text& text, std::uint32_t sentence, std::uint32_t token);

}  // namespace warta::event
