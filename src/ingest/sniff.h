// What bytes are, told by their beginning and never by a name. Tests: tests/ingest/sniff_test.cc
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "source.h"

namespace warta::ingest {

inline constexpr std::size_t kSniff = 4096;  // bytes that are enough to look at

enum class Kind : std::uint8_t { undecided, page, warc, json, stories, mail, mailbox, table, text };

// `whole`: nothing comes behind it, or it is as much as is looked at; then the answer is never `undecided`. What begins
// like JSON may still be a text (json.h); UTF-16 is only told from a page once it is decoded.
Kind kind_of(std::string_view begin, bool whole);

// Reads as little as tells the kind, so that the first record of a slow pipe comes when it is there.
Result<Kind> sniff(Buffered& bytes);

// An HTML or XHTML page in whatever encoding: behind a byte order mark, white space, comments and an XML declaration
// stands a document type or an element of HTML (WHATWG MIME Sniffing, section 7.1).
bool is_page(std::string_view begin, bool whole = true);

}  // namespace warta::ingest
