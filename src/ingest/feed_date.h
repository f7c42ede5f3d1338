// Dates as feeds write them: RFC 822 with its successors (RSS) and the W3C profile of ISO 8601 (Atom, JSON Feed,
// sitemaps, Dublin Core). Tests: tests/ingest/feed_test.cc, cases/feed_dates.txt
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace warta::ingest {

// "Thu, 05 Nov 15 10:08:00 +0700" -> "2015-11-05T10:08:00+07:00"; never converted to another zone. A day without a time
// stays one ("2015-11-05"). A zone that is not known is left out. nullopt: no date, or one before 1990.
std::optional<std::string> feed_date(std::string_view text);

// The same as a moment, for comparing: a time without a zone counts as UTC, a day as its first second. HTTP dates too.
std::optional<std::chrono::sys_seconds> feed_time(std::string_view text);

}  // namespace warta::ingest
