// Whether two profiles can be of one happening, and how much speaks for it. Tests: tests/story/cases/occurrences.txt
#pragma once
#include <optional>

#include "profile.h"

namespace warta::story {

// How the articles of the two stand to one another.
struct Kinship {
  enum class Degree : std::uint8_t { strangers, one_story, one_article } degree = Degree::strangers;
  std::size_t names = 0;     // that both articles tell
  bool other_names = false;  // each tells several, and none of them is the other's
};

Kinship kinship_of(Kinship::Degree degree, const Words& names, const Words& other_names);

struct Fit {
  double weight = 0;
  bool particular = false;  // something of this happening agrees, not only what all of its kind share
};

// Nullopt: these are two, whatever else agrees: of two kinds, between others, on other days, elsewhere.
std::optional<Fit> fit(const Profile& a, const Profile& b, const Kinship& kinship);

// Whether what speaks for it is enough.
bool is_one(const Profile& a, const Profile& b, const Fit& fit, const Kinship& kinship);

// Whether they would be one if the day of one of them, which names one side only, told carelessly or misread, were the
// other's.
bool one_but_for_a_day(const Profile& a, const Profile& b, const Kinship& kinship);

// A happening of the same kind, yet another one: a story that tells of one of them is not the other's.
bool another_of_its_kind(const Profile& a, const Profile& b);

}  // namespace warta::story
