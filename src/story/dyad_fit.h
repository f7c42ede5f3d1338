// Whether two dyads can be of one act. Tests: tests/story/dyad_fit_test.cc
#pragma once
#include <optional>

#include "profile.h"

namespace warta::story {

struct DyadFit {
  double weight = 0;                                // fit.h
  bool source_names = false, target_names = false;  // a name that both tell; by the order of the first
};

// Nullopt: two dyads. `either_order`: who is source and who is target does not matter.
std::optional<DyadFit> dyad_fit(const Dyad& a, const Dyad& b, bool either_order);

bool domestic(const Dyad& dyad);  // within one country

}  // namespace warta::story
