// Whether two profiles can be of one happening, and how much speaks for it. Tests: tests/story/fit_test.cc
#pragma once
#include <optional>

#include "profile.h"

namespace warta::story {

// How the articles of the two stand to one another.
struct Kinship {
  enum class Degree : std::uint8_t { strangers, one_story, one_article } degree = Degree::strangers;
  std::size_t names = 0;  // that both articles tell
};

struct Fit {
  double weight = 0;
  bool particular = false;  // something of this happening agrees, not only what all of its kind share
};

// Nullopt: these are two, whatever else agrees: of two kinds, between others, on other days, elsewhere.
std::optional<Fit> fit(const Profile& a, const Profile& b, const Kinship& kinship);

// Whether what speaks for it is enough.
bool is_one(const Profile& a, const Profile& b, const Fit& fit, const Kinship& kinship);

// A happening of the same kind, yet another one: a story that tells of one of them is not the other's.
bool another_of_its_kind(const Profile& a, const Profile& b);

// Days before its publication on which what an article tells without a date may have happened.
int undated_reach(Kinship::Degree degree);

}  // namespace warta::story
