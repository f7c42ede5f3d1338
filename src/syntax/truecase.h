// Headlines in title case, where a capital says nothing: words that are known for other than names are read as if they
// were written small. On treebank sentences put into title case this gives back most of what the capitals cost:
// 2 to 3 points of LAS. Tests: tests/syntax/truecase_test.cc
#pragma once
#include <span>

#include "lemmas.h"
#include "tagger.h"
#include "words.h"

namespace warta::syntax {

// Changes the shapes of words that describe() found to be a headline; any other sentence is left as it is.
void truecase(std::span<Word> sentence, const Tagger& tagger, const Lemmas& lemmas, const WordGuess& guess);

}  // namespace warta::syntax
