// Domain: what reads like an act and is none: sports, markets, show business, figures of speech. Told from the words of
// the sentence and of the article together. Tests: tests/event/cases/domain.txt
#pragma once
#include "text.h"

namespace warta::event {

// Per sentence: why nothing in it is an event, or nullopt.
std::pmr::vector<std::optional<Why>> foreign_domains(const Text& text);

}  // namespace warta::event
