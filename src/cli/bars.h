// Bars of a plot in a terminal: block elements to the eighth of a character, or # where --ascii asks for it.
// Tests: tests/cli/bars_test.cc
#pragma once
#include <cstdint>
#include <string>

namespace warta::cli {

// `value` of `most`, which fills `columns`; what is above 0 shows at least the thinnest mark.
std::string bar(std::int64_t value, std::int64_t most, std::size_t columns, bool ascii);

}  // namespace warta::cli
