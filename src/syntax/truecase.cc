#include "truecase.h"

namespace warta::syntax {
namespace {

// Whether a word was learned, or is guessed, as something else than a name and never as one.
bool is_common(const Word& word, const Tagger& tagger, const Lemmas& lemmas, const WordGuess& guess) {
  if (const auto names = tagger.knows_as_name(word)) return !*names;
  if (guess) {
    if (const auto upos = guess(word.lower)) return *upos != Upos::PROPN;
  }
  return lemmas.knows(word.lower);
}

}  // namespace

void truecase(std::span<Word> sentence, const Tagger& tagger, const Lemmas& lemmas, const WordGuess& guess) {
  if (sentence.empty() || (sentence.front().shape & kHeadline) == 0) return;
  for (Word& word : sentence) {
    if (is_common(word, tagger, lemmas, guess)) word.shape &= ~std::uint32_t{kUpperFirst | kHeadline};
  }
}

}  // namespace warta::syntax
