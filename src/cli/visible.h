// Text made safe for a terminal: control, escape and bidirectional characters in visible form, line breaks as blanks.
// Tests: tests/cli/visible_test.cc
#pragma once
#include <string>
#include <string_view>

namespace warta::cli {

std::string visible(std::string_view text);

// At most `columns` characters of it; what is cut off is told by an ellipsis. Padded with blanks to exactly that width.
std::string fitted(std::string_view text, std::size_t columns);

}  // namespace warta::cli
