// Roles: which actors fill a slot. Candidates come in the order in which a reader would think of them: the phrase
// itself, its other halves ("X and Y"), then an actor inside it ("condemned Israel's strikes": Israel). Tests:
// tests/event/
#pragma once
#include "predicate.h"

namespace warta::event {

struct Filler {
  std::pmr::vector<std::uint32_t> mentions;  // one or more actors of one slot, in text order; empty: no actor
  std::uint32_t head = kNone;                // the phrase asked; kNone: the slot is empty
  bool guessed = false;                      // from word order
  bool inside = false;                       // an actor inside the phrase, not the phrase itself
};

// The first slot of the list that has an actor; else the first that is filled at all. Inside a phrase the actor of the
// `other` side is passed over: "Chad lifted its blockade of Niger".
Filler fill(const Text& text, const Predicate& predicate, const std::vector<codebook::Slot>& slots,
            const Filler* other);

// The argument of one slot, or nullptr.
const Argument* argument_of(const Predicate& predicate, const codebook::Slot& slot);

// Actors of the phrase at a token: see above. `inside` is set when none is the phrase's own.
// "tawaran yang diajukan Mesir", "an offer made by Egypt": the token of who put a thing forward or holds it; kNone:
// nobody is told.
std::uint32_t maker_in_clause(const Text& text, std::uint32_t noun);

std::pmr::vector<std::uint32_t> actors_of(const Text& text, std::uint32_t head, bool* inside,
                                          const Filler* other = nullptr);

}  // namespace warta::event
