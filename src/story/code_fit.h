// Whether two CAMEO codes of one root can be of one act. Tests: tests/story/code_fit_test.cc
#pragma once
#include <optional>
#include <string_view>

namespace warta::story {

// Nullopt: two kinds of act. Else what their agreement weighs (fit.h): an unspecific code (190) says little.
std::optional<double> code_fit(std::string_view a, std::string_view b);
bool is_one_kind(double fit);  // of a code_fit: both say the same kind, rather than one of them hardly any

}  // namespace warta::story
