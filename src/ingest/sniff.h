// What bytes are, told by their beginning and never by a name. Tests: tests/ingest/sniff_test.cc
#pragma once
#include <cstddef>
#include <string_view>

namespace warta::ingest {

inline constexpr std::size_t kSniff = 4096;  // bytes that are enough to look at

// An HTML or XHTML page in whatever encoding: behind a byte order mark, white space, comments and an XML declaration
// stands a document type or an element of HTML (WHATWG MIME Sniffing, section 7.1).
bool is_page(std::string_view begin);

bool is_warc(std::string_view begin);

}  // namespace warta::ingest
