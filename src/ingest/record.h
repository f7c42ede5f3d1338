// A record of JSON: {"id", "text" (else "html", a page), "title", "date_published" | "published" | "date", "url",
// "outlet", "language"}; other fields are ignored, null is absent. Tests: tests/ingest/reader_test.cc, fuzz/jsonl.cc
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/ingest.h"

namespace warta::ingest {

class RecordParser {
 public:
  RecordParser();
  ~RecordParser();
  RecordParser(RecordParser&&) noexcept;

  // id, text and metadata of one object; offsets of errors count from the start of `json`.
  Result<Record> parse(std::string_view json, const Limits& limits);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace warta::ingest
