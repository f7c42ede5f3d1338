// The bytes of a feed as UTF-8: unpacked, decoded, with what cannot be read as U+FFFD. Tests: tests/ingest/feed_test.cc
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace warta::ingest {

// By byte order mark, else `charset` (of the HTTP header), else the encoding of an XML declaration, else UTF-8. Labels
// as in WHATWG Encoding, 4.2: "iso-8859-1" and "us-ascii" mean Windows-1252. Fails with bad_encoding for other
// charsets.
Result<std::string> feed_text(std::string_view bytes, const std::optional<std::string>& charset, const Limits& limits);

}  // namespace warta::ingest
