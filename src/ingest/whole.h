// A file that is one record: an HTML page, or a plain text. Other formats use the same checks for what they hold.
// Tests: tests/ingest/reader_test.cc
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "document.h"

namespace warta::ingest {

// Refuses what is no text (binary, not UTF-8, blank) or too large; offsets of errors count from its start.
Result<Record> plain_text(std::string_view bytes, const Limits& limits);

// A page with the address that a browser or mirroring program wrote into a comment at its beginning, if one did.
Result<Record> page(std::string_view bytes, const Limits& limits);

// The whole of `bytes` is one record.
std::unique_ptr<Document> whole_document(Opened opened, const Limits& limits);

}  // namespace warta::ingest
