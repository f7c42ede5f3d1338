// The charsets that ingest reads itself, of texts that are no page: UTF-8 and Windows-1252. Pages go to extract as they
// are. Labels as in WHATWG Encoding, section 4.2: "iso-8859-1" and "us-ascii" mean Windows-1252.
// Tests: tests/ingest/mime_test.cc, feed_test.cc
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace warta::ingest {

bool means_utf8(std::string_view label);  // an empty one too
bool means_windows_1252(std::string_view label);

std::string from_windows_1252(std::string_view bytes);

// UTF-8 of bytes in the charset of this label; nullopt: another charset, or bytes that are none of it.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view label);

// encoding="..." of an XML declaration, which must be the first thing there is (XML 1.0, 2.8); empty: there is none.
std::string_view declared_charset(std::string_view xml);

}  // namespace warta::ingest
