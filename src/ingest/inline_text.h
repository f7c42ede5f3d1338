// Titles as plain text: feeds put markup and character references into them, once or twice escaped.
// Tests: tests/ingest/feed_test.cc, cases/titles.txt
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace warta::ingest {

// Tags dropped, character references resolved, white space made one blank; nullopt if nothing is left. References that
// are not in the short table here stay as they are written. The input is valid UTF-8, and so is the output.
std::optional<std::string> inline_text(std::string_view markup);

}  // namespace warta::ingest
