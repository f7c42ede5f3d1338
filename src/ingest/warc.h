// WARC 1.0 and 1.1 (ISO 28500:2017), what crawlers keep: pages and texts of `response`, `resource` and `conversion`
// records; other records are passed over. docs/formats/inputs.md tells which fields become what.
// Tests: tests/ingest/warc_test.cc, fuzz/warc.cc
#pragma once
#include <memory>

#include "document.h"

namespace warta::ingest {

std::unique_ptr<Document> warc_document(std::unique_ptr<Buffered> bytes, const Limits& limits);

}  // namespace warta::ingest
