// The network and the clock as the loop sees them, so that a test can put its own in their place.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "ingest/url.h"

namespace warta::watch {

// Of the system's calendar at the start, then of the steady clock: it never jumps. In microseconds, since
// a pause that begins with an answer and is counted in whole milliseconds is short by up to one.
using Time = std::chrono::sys_time<std::chrono::microseconds>;

struct Request {
  std::uint64_t id = 0;  // chosen by who asks, given back with the answer
  ingest::Url url;
  std::string etag, last_modified;  // of what we have: If-None-Match, If-Modified-Since; empty if nothing
  std::size_t limit_bytes = 0;      // of the body, unpacked; more is refused with too_large
  bool cut = false;                 // more is no error: the beginning will do (robots.txt)
};

// An answer of whatever status; redirects are answers too.
struct Response {
  unsigned status = 0;
  std::string body;
  // Header fields as they stand, empty if absent.
  std::string content_type, location, etag, last_modified, retry_after;
};

struct Answer {
  std::uint64_t id = 0;
  // Errors: fetch_failed (no connection, no answer in time), too_large, private_address.
  Result<Response> response;
};

class Net {
 public:
  virtual ~Net() = default;
  virtual Time now() = 0;
  virtual void start(Request request) = 0;
  // An answer, waiting at most until `until`; may return earlier with none.
  virtual std::optional<Answer> wait(Time until) = 0;
};

}  // namespace warta::watch
