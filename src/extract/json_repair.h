// What pages publish as JSON-LD is often no JSON: trailing and missing commas, raw newlines and unescaped quotation
// marks inside strings, comments, CDATA, a cut-off end. Gives strict JSON that says the same as far as can be told:
// one array of all values that stand at the top. It never fails; what is no value becomes a string.
// Costs one pass. Tests: tests/extract/json_ld_test.cc
#pragma once
#include <string>
#include <string_view>

namespace warta::extract {

std::string repaired_json(std::string_view text);

}  // namespace warta::extract
