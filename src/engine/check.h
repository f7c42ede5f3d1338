// Codes the examples of frames and compares. Tests: tests/engine/check_test.cc
#pragma once
#include "stages.h"

namespace warta::engine {

Result<CheckReport> check_examples(const Books& books, std::string_view language);

// What the ranker learns from the examples: the pairs of those events that come out.
Result<std::vector<event::RankerExample>> pairs_of_examples(const Books& books, std::string_view language);

}  // namespace warta::engine
