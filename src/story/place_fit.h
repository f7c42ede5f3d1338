// Whether two places can be where one thing happened. Tests: tests/story/place_fit_test.cc
#pragma once
#include <optional>

#include "event/row.h"

namespace warta::story {

// How closely a place says where: a country; a region, a water or another wide place; a town.
enum class Exactness : std::uint8_t { none, country, wide, town };
Exactness exactness(const event::EventPlace& place);

// Nullopt: these are two places. Else what their agreement weighs (fit.h); 0 where one may lie in the other, or one is
// not told.
std::optional<double> place_fit(const std::optional<event::EventPlace>& a, const std::optional<event::EventPlace>& b);

}  // namespace warta::story
