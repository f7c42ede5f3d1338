// From an answer to a record. Tests: tests/watch/page_test.cc
#pragma once
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/feed.h"
#include "ingest/feed_date.h"
#include "ingest/ingest.h"
#include "net.h"

namespace warta::watch {

// "Text/HTML; charset=UTF-8" -> "text/html", "utf-8" (RFC 9110, 8.3.1).
struct MediaType {
  std::string type;
  std::optional<std::string> charset;
};
MediaType media_type(std::string_view content_type);

// Seconds or a date (RFC 9110, 10.2.3) -> a time; nullopt if it says none.
std::optional<Time> retry_after(std::string_view field, Time now);

// The page of an item: HTML in any charset, or plain text. Fails with binary, bad_encoding, too_large.
Result<ingest::Record> record_of(const ingest::FeedItem& item, const ingest::Url& url, Response page,
                                 const Limits& limits);
// The item alone, where its feed carries the text.
std::optional<ingest::Record> record_of(const ingest::FeedItem& item, const ingest::Url& feed);

}  // namespace warta::watch
