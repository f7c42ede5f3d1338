#include "guess.h"

namespace warta::engine {
syntax::WordGuess guess_by(const codebook::Language& language) {
  return [&language](std::string_view lower) -> std::optional<syntax::Upos> {
    if (language.roles.phrases.word(lower)) return syntax::Upos::NOUN;
    if (language.names.phrases().word(lower)) return syntax::Upos::PROPN;
    return std::nullopt;
  };
}

}  // namespace warta::engine
