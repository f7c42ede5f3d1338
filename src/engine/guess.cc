#include "guess.h"

namespace warta::engine {
namespace {

using syntax::Upos;

// Whether a word alone is a phrase of the book, in whatever case it asks for.
template <class Value>
bool has_word(const codebook::Phrases<Value>& phrases, std::string_view lower) {
  return phrases
      .longest([&](std::uint32_t n) { return n == 0 ? lower : std::string_view{}; },
               [](codebook::Case, std::uint32_t) { return true; })
      .has_value();
}

}  // namespace

syntax::WordGuess guess_by(const codebook::Language& language) {
  return [&language](std::string_view lower) -> std::optional<Upos> {
    if (has_word(language.roles.phrases, lower)) return Upos::NOUN;
    if (has_word(language.names.phrases(), lower)) return Upos::PROPN;
    return std::nullopt;
  };
}

}  // namespace warta::engine
