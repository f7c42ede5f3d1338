// Tables with named columns: RFC 4180 with comma, semicolon or tab, which the header tells. Which names are read:
// fields.h. A row whose quotes do not close, or with another number of fields than the header, is refused; so is what
// follows it up to the next whole row, without a word of its own, since it is the same damage.
// Tests: tests/ingest/csv_test.cc, fuzz/table.cc
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "document.h"

namespace warta::ingest {

// The delimiter, if the first line is a header with at least two columns, one of which holds texts or pages.
std::optional<char> csv_delimiter(std::string_view begin);

// `bytes` holds the header.
std::unique_ptr<Document> csv_document(std::unique_ptr<Buffered> bytes, const Limits& limits);

}  // namespace warta::ingest
