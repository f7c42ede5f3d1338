// Matching: which frame a predicate is, and who stands in its roles. Of the readings whose theme and conditions hold
// the most specific wins; among equals the earlier in the files. Tests: tests/event/, and every frame's own examples.
#pragma once
#include "roles.h"

namespace warta::event {

struct Act {
  const Predicate* predicate = nullptr;
  const codebook::Frame* frame = nullptr;
  const codebook::CameoCode* code = nullptr;  // null: only its content gives one
  std::string_view mode;
  const codebook::CameoCode* also = nullptr;  // a second event of the same actors
  Filler source, target;
  std::optional<Why> silent;  // the frame itself says that this is no event
  std::uint32_t absorbed =
      kNone;  // token: the word that made the verb this act ("lift *sanctions*"), no act of its own
};

// nullopt: no reading's theme or conditions hold.
std::optional<Act> match(const Text& text, const Predicate& predicate);

// The token in the phrase at `head`, near it, that is one of the words; kNone: none is.
std::uint32_t word_in_phrase(const Text& text, std::uint32_t head, const codebook::WordSet& words);

}  // namespace warta::event
