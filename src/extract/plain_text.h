// Values of pages as plain text: JSON-LD and meta elements hold HTML entities ("Jum&#039;at", "&amp;quot;" where a
// template escaped twice), tags and line breaks. Tests: tests/extract/json_ld_test.cc
#pragma once
#include <string>
#include <string_view>

namespace warta::extract {

// Entities decoded, tags dropped, each run of white space one blank, none at the ends. At most `limit` bytes come out.
std::string plain_text(std::string_view value, std::size_t limit = 2048);

// Entities alone, once: numbers and the names that templates write. What is none stays.
std::string without_entities(std::string_view value);

}  // namespace warta::extract
