// exchange: rows in the formats that other programs read.
// Takes  a Row.
// Gives  its bytes in a format, with a line end. JSON Lines is warta's own form and holds the whole row
//        (docs/formats/row.md, docs/formats/row.schema.json); the others hold what their format has room for.
// Fails  never: any text is escaped. A CSV cell that a spreadsheet could take for a formula is made harmless.
// Costs  one pass over the row's texts. Threads share nothing.
// Tests  tests/exchange/
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "event/row.h"

namespace warta::exchange {

enum class Format : std::uint8_t { jsonl, csv, plover };
std::optional<Format> parse_format(std::string_view name);

// What stands before the first row; empty for formats without a header.
std::string_view header(Format format);

// Appends a row and its line end.
void write(Format format, const event::Row& row, std::string& out);

// A JSON string with its quotation marks; the input is valid UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace warta::exchange
