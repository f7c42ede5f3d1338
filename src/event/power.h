// Power: who shares it out and fights for it, and which acts are words rather than force. What private people promise,
// ask and give one another is no politics (CODEBOOK.md, 1). Tests: tests/engine/cases/*-unpolitical.txt
#pragma once
#include "codebook/codebook.h"

namespace warta::event {

// Officials, soldiers, police, parties, rebels and the like.
bool governs(const codebook::ActorCode& code);

// A state, a body of states, or one who holds power, fights for it, or stands for many (unions, clergy).
bool political(const codebook::ActorCode& code);

// Of words and goods rather than force: what people and firms do to one another every day.
bool of_words(codebook::Root root);

// Done to somebody, so that one is meant where none is named.
bool directed(codebook::Root root);

}  // namespace warta::event
