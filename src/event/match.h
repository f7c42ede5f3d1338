// Matching: which frame a predicate is, and who stands in its roles. Of the readings whose theme and conditions hold the
// most specific wins; among equals the earlier in the files. Tests: tests/event/, and every frame's own examples.
#pragma once
#include "roles.h"

namespace warta::event {

struct Act {
  const Predicate* predicate = nullptr;
  const codebook::Frame* frame = nullptr;
  const codebook::CameoCode* code = nullptr;  // null: only its content gives one
  std::string_view mode;
  Filler source, target;
  std::optional<Why> silent;                  // the frame itself says that this is no event
};

// nullopt: no reading's theme or conditions hold.
std::optional<Act> match(const Text& text, const Predicate& predicate);

// Whether one of the words stands in the phrase at a token, near its head.
bool phrase_has(const Text& text, std::uint32_t head, const codebook::WordSet& words);

}  // namespace warta::event
