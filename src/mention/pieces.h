// Pieces: the words and phrases of a document that the books know, before any grammar: names of actors, role words,
// places, and cues (function words). One pass, one hash look-up a word and book. Tests: tests/mention/
#pragma once
#include <memory_resource>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "codebook/codebook.h"
#include "mention/mention.h"
#include "syntax/syntax.h"

namespace warta::mention {

enum class PieceKind : std::uint8_t { name, role };

struct Piece {
  std::uint32_t first = 0, last = 0;  // tokens
  Span span;                          // narrower than the tokens where a hyphen joins two names ("Rusia-Ukraina")
  PieceKind kind{};
  const codebook::Actor* actor = nullptr;  // of a name
  codebook::ActorKind name_kind{};
  codebook::ActorCode code;       // of a name, on the article's day
  codebook::Role role;            // of a role word
  std::uint32_t partner = kNone;  // the other half of a hyphenated pair of names
  bool former = false;            // "ex-" is written before it
};

struct Pieces {
  std::pmr::vector<Piece> list;
  std::span<std::uint32_t> at;        // per token: index in list of the piece it is part of, or kNone
  std::span<codebook::CueSet> cues;   // per token
  std::span<std::uint8_t> cue_words;  // per token
};

// A longer name of a place takes its words: no actor is in "Latin America" or "Laut Cina Selatan".
Pieces find_pieces(const syntax::Document& document, const codebook::Language& language, const codebook::Places& places,
                   std::optional<Day> day, Arena& arena);

// Whether tokens [first, first + words) are written with the capitals that a phrase asks for.
bool written_as(const syntax::Document& document, std::uint32_t first, std::uint32_t words, codebook::Case needs);

}  // namespace warta::mention
