// One element of XML as a record. Tests: tests/ingest/stories_xml_test.cc
#pragma once
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/ingest.h"

namespace warta::ingest {

// `element` is valid UTF-8, from its "<" to behind its last ">". Fails with bad_record, missing_text, too_large.
Result<Record> record_of_element(std::string_view element, const Limits& limits);

}  // namespace warta::ingest
