// Domain: what reads like an act and is none: sports, markets, show business, figures of speech. Told from the words of
// the sentence and of the article together. Tests: tests/event/cases/domain.txt
#pragma once
#include "text.h"

namespace warta::event {

// Officials, soldiers, parties: who appears in politics and seldom in a match report.
bool of_politics(const codebook::ActorCode& code);

// Per sentence: why nothing in it is an event, or nullopt.
std::pmr::vector<std::optional<Why>> foreign_domains(const Text& text);

}  // namespace warta::event
