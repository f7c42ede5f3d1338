// mention: who and where a text speaks of.
// Takes  an Article, its Document, the knowledge of its language and the gazetteer.
// Gives  mentions of actors (non-overlapping, in text order; those implied by places behind them) with codes resolved
// on the article's day: names, titles,
//        demonyms, epithets and pronouns; and mentions of places. Everything is in the caller's arena.
// Fails  never: an actor that no list knows keeps its text and an empty code.
// Costs  one pass over the tokens. Threads share nothing but the codebook.
// Tests  tests/mention/
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/arena.h"
#include "base/span.h"
#include "codebook/codebook.h"
#include "extract/extract.h"
#include "syntax/syntax.h"

namespace warta::mention {

inline constexpr std::uint32_t kNone = UINT32_MAX;

enum class Kind : std::uint8_t { name, title, demonym, pronoun, epithet, implied };
std::string_view name(Kind kind);

struct Mention {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t head = 0;             // the token that carries its role in the tree
  Kind kind = Kind::name;
  codebook::ActorCode code;  // empty: nobody known
  std::string_view name;     // canonical, in the arena; empty: none
  bool person = false;       // one human being
  bool plural = false;       // several
  bool place_like = false;   // a country, city or seat, which after "in" is a place and no actor
  bool own_country = true;   // false: the country was supplied from the context
  bool former = false;
  bool ours = false;             // "pasukan kami": of the speaker's country, which who tells it knows
  std::uint32_t second = kNone;  // "both countries": the other of the two mentions meant
};

struct PlaceMention {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;
  std::uint32_t place = kNone;  // in the gazetteer; kNone: known as a place by its shape or as a country
  std::string_view country;     // ISO alpha-3; empty: no country's
  std::uint32_t actor = kNone;  // the mention of kind `implied` that its country makes where a place suffers an act
};

struct Mentions {
  std::span<const Mention> actors;
  std::span<const PlaceMention> places;
  std::span<const std::uint32_t> actor_at;  // per token: the mention it is part of, or kNone
  std::span<const std::uint32_t> place_at;  // per token: the place it is part of, or kNone
  std::span<const codebook::CueSet> cues;   // per token: the function-word cues of the phrase that it begins
  std::span<const std::uint8_t> cue_words;  // per token: how many words that phrase has; 0: none
  std::string_view home;                    // the country that an article without a named one is about; may be empty

  const Mention* actor(std::uint32_t token) const {
    return actor_at[token] == kNone ? nullptr : &actors[actor_at[token]];
  }
};

Mentions find_mentions(const extract::Article& article, const syntax::Document& document,
                       const codebook::Language& language, const codebook::Places& places, Arena& arena);

}  // namespace warta::mention
