// What the codebook knows of single words that the tagger never saw: names and role words. (Triggers of frames, tried
// too, did more harm than good: most of their forms are other words as well.)
#pragma once
#include "codebook/codebook.h"
#include "syntax/syntax.h"

namespace warta::engine {

syntax::WordGuess guess_by(const codebook::Language& language);

}  // namespace warta::engine
