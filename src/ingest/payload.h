// What an archived answer holds: a page, a text, or a JSON Feed with the texts of its items. The media type is a claim:
// where it is missing, or says plain text, the bytes tell. Tests: tests/ingest/warc_test.cc
#pragma once
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/ingest.h"

namespace warta::ingest {

struct Claim {
  std::string_view url;         // of the page; links of a feed are seen from it
  std::string_view media_type;  // of what is stored itself, or as the archive has identified it
};

// Fails with not_served, other_media, and whatever refuses a body or a text.
Result<std::vector<Record>> records_of_response(std::string_view message, const Claim& claim, const Limits& limits);
Result<std::vector<Record>> records_of_resource(std::string_view body, const Claim& claim, const Limits& limits);

}  // namespace warta::ingest
