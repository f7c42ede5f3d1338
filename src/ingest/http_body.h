// An HTTP response as archives keep it: status line, fields, body; and the body with its codings undone. Archives lie:
// many store the body decoded under the fields of what was sent, so a coding is undone only where the bytes show it.
// Tests: tests/ingest/warc_test.cc
#pragma once
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "headers.h"

namespace warta::ingest {

struct HttpResponse {
  int status = 0;  // 0: no status line
  Headers headers;
  std::string_view body;  // as stored
};

HttpResponse http_response(std::string_view message);

// The body after chunks (RFC 9112, section 7.1) and content codings (RFC 9110, section 8.4.1); one that breaks off
// gives what there is. Fails with too_large beyond `limits.record_bytes`, or with bad_compression.
Result<std::string> http_body(const HttpResponse& response, const Limits& limits);

}  // namespace warta::ingest
