// Bytes as a feed, as a list of feeds, as a date, a title and an address. The first byte chooses the charset of the
// HTTP header. What comes out must be valid UTF-8, whole addresses of http or https, and within the bounds.
// Seeds: fuzz/seeds/feed/, dictionary: fuzz/feed.dict
#include "ingest/feed.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "ingest/feed_date.h"

namespace {

using namespace warta;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const ingest::Url& url) {
  const auto again = ingest::parse_url(url.text());
  // Escaping may make an address longer than one that is read.
  require(url.text().size() > ingest::kLongestUrl || (again && again->text() == url.text()));
  require(url.scheme == "http" || url.scheme == "https");
  require(url.text().find_first_of(" \t\r\n") == std::string::npos && !url.host.empty() && url.path[0] == '/');
  require(ingest::identity(ingest::without_tracking(url)) == ingest::identity(url));
}

void check(const ingest::FeedItem& item) {
  require(item.link || item.content);
  if (item.link) check(*item.link);
  require(!utf8::first_invalid(item.id));
  for (const auto* text : {&item.title, &item.published, &item.updated, &item.outlet, &item.content})
    require(!*text || (!text->value().empty() && !utf8::first_invalid(**text)));
  for (const auto* date : {&item.published, &item.updated})
    require(!*date || (ingest::feed_date(**date) == **date && ingest::feed_time(**date)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array<const char*, 4> kCharsets{nullptr, "utf-8", "iso-8859-1", "shift_jis"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  Limits limits;
  limits.record_bytes = std::size_t{1} << 20;
  limits.expansion = 50;
  ingest::FeedSource source{*ingest::parse_url("https://example.org/feeds/news.xml"), {}};
  if (const char* charset = kCharsets[data[0] % kCharsets.size()]) source.charset = charset;
  if (const auto feed = ingest::parse_feed(bytes, source, limits)) {
    require(feed->items.size() <= ingest::kMostItems);
    for (const ingest::FeedItem& item : feed->items) check(item);
    for (const ingest::Url& url : feed->sitemaps) check(url);
    for (const Error& problem : feed->problems) require(!problem.message().empty());
  }
  if (const auto list = ingest::parse_feed_list(bytes, limits))
    for (const ingest::Url& url : list->feeds) check(url);
  if (const auto date = ingest::feed_date(bytes)) require(ingest::feed_date(*date) == *date);
  if (const auto url = ingest::resolve(source.url, bytes)) check(*url);
  return 0;
}
