// Arguments: who and what stands in which slot of a predicate, whatever the construction: active, passive, agentless,
// relative clauses, control, coordination, light verbs ("held talks with"), nouns with their modifiers. Where the tree
// gives no agent or patient, word order guesses one, since a parser errs in one arc of four or five.
// Tests: tests/event/cases/arguments.txt
#pragma once
#include "predicate.h"

namespace warta::event {

// Fills carrier, passive, light_passive and arguments.
void find_arguments(const Text& text, Predicate& predicate);

}  // namespace warta::event
