// Charset: bytes of a page in any encoding to UTF-8.
// Takes  the bytes, and the charset that the HTTP or MIME header names, if any.
// Gives  valid UTF-8 whatever the bytes are. What decides, in this order: a byte order mark; bytes that are UTF-8 (by
// chance
//        hardly ever so); the header; <meta charset> among the first bytes; the look of the bytes (uchardet). A name
//        that the bytes contradict is passed over. A few foreign bytes inside UTF-8 are read as Windows-1252, what
//        editors paste. Names mean what browsers take them for (WHATWG Encoding Standard, 4.2: "iso-8859-1" is
//        Windows-1252).
// Costs  one look at each byte; a copy only where bytes are not UTF-8. Threads share nothing here.
// Tests  tests/extract/charset_test.cc, fuzz/page.cc
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace warta::extract {

struct Decoded {
  std::string_view text;  // the bytes as they were, or `made`
  std::string made;
  std::string charset;  // what they were read as: "UTF-8", "windows-1252", ...
};

// The result may be moved only while `text` is the input; so it is made in place.
void decode(std::string_view bytes, const std::optional<std::string>& named, Decoded& out);

// The charset that a page names in its first 4 KiB, as written; empty if none.
std::string_view named_in_page(std::string_view bytes);

}  // namespace warta::extract
