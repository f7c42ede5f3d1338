// Codes the examples of frames and compares. Tests: tests/engine/check_test.cc
#pragma once
#include "stages.h"

namespace warta::engine {

Result<CheckReport> check_examples(const Books& books, std::string_view language);

}  // namespace warta::engine
