// How mails write bytes that are not ASCII: transfer encodings of bodies, encoded words of header fields. Nothing here
// fails: what is not encoded as it says stays as it is.
// Tests: tests/ingest/mime_test.cc
#pragma once
#include <string>
#include <string_view>

namespace warta::ingest {

std::string from_base64(std::string_view text);            // RFC 2045, section 6.8; other characters are passed over
std::string from_quoted_printable(std::string_view text);  // RFC 2045, section 6.7

// A header field unfolded, its encoded words (RFC 2047) as UTF-8; empty if one is in a charset that is not
// read.
std::string unfolded(std::string_view value);

}  // namespace warta::ingest
