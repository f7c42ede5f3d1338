// Which known names a mistyped one may have meant. Tests: tests/query/nearest_test.cc
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace warta::query {

// Edits that lead from one to the other, where two letters that changed places are one edit (Damerau 1964, of adjacent
// letters that are not edited again). Bytes, without case; what is longer than 64 of them counts as cut off there.
std::size_t distance(std::string_view a, std::string_view b);

// The known names within a third of the word's length, the nearest first, `most` of them; equals in their order.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known, std::size_t most = 3);

}  // namespace warta::query
