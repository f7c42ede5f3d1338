// What a sentence says of two marked phrases, as features of a linear model: which acts have them in their roles, which
// words stand between them in the tree and in the text, and what kinds of actors they are. Tests:
// tests/event/pair_features_test.cc
#pragma once
#include <vector>

#include "coding.h"
#include "event/ranker.h"

namespace warta::event {

Features pair_features(const Text& text, const Acts& acts, std::span<const Coded> coded, const Pair& pair);

}  // namespace warta::event
