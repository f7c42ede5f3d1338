// Places of a text: names in the gazetteer, countries and seats of government. Of several towns of one name the one in
// a country that the article speaks of is meant, else the most populous. Tests: tests/mention/cases/places.txt
#pragma once
#include "phrases.h"

namespace warta::mention {

struct FoundPlaces {
  std::pmr::vector<PlaceMention> list;
  std::span<std::uint32_t> at;  // per token
};

FoundPlaces find_places(const syntax::Document& document, const Pieces& pieces, std::span<const Phrase> phrases,
                        const codebook::Places& places, Arena& arena);

}  // namespace warta::mention
