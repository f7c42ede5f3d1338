// Resolution: from phrases to mentions, in text order, with what the article has said before.
// The order of the attempts for a phrase without a country stands in Resolver::complete. Tests: tests/mention/
#pragma once
#include "memory.h"
#include "phrases.h"
#include "places.h"

namespace warta::mention {

struct Resolved {
  std::pmr::vector<Mention> list;
  std::span<std::uint32_t> at;  // per token
};

Resolved resolve(const syntax::Document& document, const codebook::Language& language, const Pieces& pieces,
                 const std::pmr::vector<Phrase>& phrases, const FoundPlaces& places, std::string_view home,
                 Arena& arena);

}  // namespace warta::mention
