// Naming: from the pieces of one noun phrase to the code of the actor it names.
// Rules: CODEBOOK.md, "actor codes" (a title is its country plus GOV, the United Nations take no sector, "former" is
// ELI). Tests: tests/mention/cases/naming.txt
#pragma once
#include <span>

#include "pieces.h"

namespace warta::mention {

struct Naming {
  codebook::ActorCode code;
  std::string_view name;  // canonical name of what the phrase names, if a list knows it
  bool person = false;    // a title or a known person
  bool title = false;     // a role word is part of it
  bool part = false;      // nothing but a word that belongs to whom it stands with ("head", "delegation")
  bool former = false;
  bool counted = false;     // only a word that needs a number to be an actor ("people")
  bool place_like = false;  // nothing but a country or a city
  Kind kind = Kind::name;
};

// The pieces of one phrase in text order. `head_first`: the language puts a noun before what modifies it.
Naming name_of(std::span<const Piece* const> pieces, bool head_first);

}  // namespace warta::mention
