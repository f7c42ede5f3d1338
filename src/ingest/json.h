// JSON: an object a record (record.h).
//   lines   JSON Lines: an object a line. A line beyond the limit is passed over to its end.
//   values  JSON over several lines: an object, objects after one another, or one array of them; cut by counting
//           braces, so that even an array of any length needs the memory of one record.
// Tests: tests/ingest/reader_test.cc, fuzz/jsonl.cc
#pragma once
#include <cstdint>
#include <memory>

#include "document.h"

namespace warta::ingest {

enum class JsonShape : std::uint8_t { none, lines, values };

// Reads on until the first line that is not blank is whole, and behind a bracket until something stands there.
Result<JsonShape> json_shape(Buffered& bytes, const Limits& limits);

std::unique_ptr<Document> json_lines(std::unique_ptr<Buffered> bytes, const Limits& limits);
std::unique_ptr<Document> json_values(std::unique_ptr<Buffered> bytes, const Limits& limits);

}  // namespace warta::ingest
