// Feeds: from the bytes of a feed to its items, and from a list of feeds to their addresses (docs/formats/feeds.md).
// Takes  RSS 0.9 to 2.0 and 1.0 (RDF), Atom, JSON Feed, sitemaps with or without Google's news elements, indexes of
//        sitemaps; OPML and plain lists. What it is, the root tells. UTF-8, UTF-16, ISO 8859-1 and Windows-1252; gzip.
// Gives  items in the order of the feed, links made whole (xml:base, address of the feed), titles as plain text, dates
//        as ISO 8601; every text is valid UTF-8. An item that breaks the XML is taken out, and a feed that breaks off
//        gives what stands before the break.
// Fails  bad_feed, too_large, bad_encoding, and those of the unpacking. Entities of a document type are never expanded.
// Costs  one tree of the feed, bounded by Limits::record_bytes and kMostTags; gone when the call returns.
// Tests  tests/ingest/feed_test.cc, feed_list_test.cc, cases/feeds/, fuzz/feed.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/ingest.h"
#include "ingest/url.h"

namespace warta::ingest {

inline constexpr std::size_t kMostItems = 1000;      // of one feed: what Google asks of a news sitemap; the newest stay
inline constexpr std::size_t kMostTags = 1'000'000;  // "<" in one feed; a sitemap of 50,000 addresses has half of it

enum class FeedKind : std::uint8_t { rss, rdf, atom, json, sitemap, sitemap_index };

struct FeedItem {
  std::string id;                        // guid, id, rdf:about: as it stands; empty if there is none
  std::optional<Url> link;               // of the page
  std::optional<std::string> title;      // plain text in one line
  std::optional<std::string> published;  // ISO 8601 with the feed's own zone
  std::optional<std::string> updated;    // likewise: atom:updated, lastmod
  std::optional<std::string> outlet;     // news:publication
  // The text where the feed carries it: content:encoded, Atom content, content_html, content_text; summaries are none.
  std::optional<std::string> content;
  Form content_form = Form::page;
};

struct Feed {
  FeedKind kind{};
  std::optional<std::string> title;
  std::vector<FeedItem> items;  // each has a link or a content
  std::vector<Url> sitemaps;    // of an index, the newest first
  std::vector<Error> problems;  // items without link and content, counted from 1; where a broken feed breaks off
  std::size_t left_out = 0;     // items beyond kMostItems, the oldest by their date
};

struct FeedSource {
  Url url;                             // where it was found: links are seen from here
  std::optional<std::string> charset;  // of the HTTP header; it stands above the XML declaration (RFC 7303)
};

Result<Feed> parse_feed(std::string_view bytes, const FeedSource& source, const Limits& limits);

// Addresses in OPML (xmlUrl, outlines in any depth) or in a list of one a line, "#" begins a comment; each once. What
// is no address of http or https comes as a problem with its number (outline or line).
struct FeedList {
  std::vector<Url> feeds;
  std::vector<Error> problems;
};
Result<FeedList> parse_feed_list(std::string_view bytes, const Limits& limits);

}  // namespace warta::ingest
