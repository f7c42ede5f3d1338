// Places: the gazetteer. Format: docs/formats/places.md
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "codebook/phrases.h"

namespace warta::codebook {

enum class PlaceKind : std::uint8_t { city, region, country, water, island, landmark };

struct Place {
  std::string_view name, country, admin1;  // country: ISO alpha-3, empty for a sea; admin1 empty if unknown
  PlaceKind kind{};
  double latitude = 0, longitude = 0;
  std::uint32_t geonames_id = 0;  // 0: none
  std::uint32_t population = 0;
};

class Places {
 public:
  struct File {
    std::string name, text;
  };
  // Several files of one format; the texts are kept, since the places are views into them.
  static Result<Places> read(std::vector<File> files);

  // All places of that name, most populous first. Indices into place().
  using Candidates = std::span<const std::uint32_t>;
  const Phrases<Candidates>& phrases() const { return phrases_; }
  const Place& place(std::uint32_t index) const { return places_[index]; }
  std::size_t size() const { return places_.size(); }

 private:
  std::vector<File> files_;
  std::vector<Place> places_;
  std::vector<std::uint32_t> candidates_;  // of all names, one after another
  Phrases<Candidates> phrases_;
};

}  // namespace warta::codebook
