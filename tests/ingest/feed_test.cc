// Feeds as data: cases/feeds/NAME beside NAME.expect, which says what a careful reader takes from it:
//   kind, title, `item LINK` with `id`, `title`, `published`, `updated`, `outlet`, `text` or `page` (content, at its
//   beginning) below it, `sitemap LINK`, `problem WORDS`, `failed REASON`.
#include "ingest/feed.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "base/utf8.h"
#include "case_file.h"
#include "files.h"
#include "ingest/feed_date.h"
#include "inline_text.h"

namespace warta::ingest {
namespace {

const FeedSource kSource{*parse_url("https://example.org/feeds/news.xml"), {}};
constexpr std::size_t kContentShown = 40;

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string_view name(FeedKind kind) {
  constexpr std::string_view kNames[] = {"rss", "rdf", "atom", "json", "sitemap", "sitemap_index"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string told(const Result<Feed>& feed) {
  if (!feed) return "failed   " + std::string(word(feed.error().why)) + "\n";
  std::string out = "kind     " + std::string(name(feed->kind)) + "\n";
  const auto line = [&](std::string_view key, const std::optional<std::string>& value) {
    if (value) out.append(key).append(*value) += '\n';
  };
  line("title    ", feed->title);
  for (const FeedItem& item : feed->items) {
    out += "item     " + (item.link ? item.link->text() : std::string("-")) + "\n";
    if (!item.id.empty()) line("  id         ", item.id);
    line("  title      ", item.title);
    line("  published  ", item.published);
    line("  updated    ", item.updated);
    line("  outlet     ", item.outlet);
    if (item.content)
      line(item.content_form == Form::text ? "  text       " : "  page       ", item.content->substr(0, kContentShown));
  }
  for (const Url& url : feed->sitemaps) out += "sitemap  " + url.text() + "\n";
  for (const Error& problem : feed->problems)
    out += "problem  " + std::to_string(problem.record) + " " + problem.note + "\n";
  return out;
}

TEST(Feed, Cases) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(WARTA_SOURCE_DIR "/tests/ingest/cases/feeds")) {
    if (entry.path().extension() == ".expect") continue;
    ++count;
    EXPECT_EQ(told(parse_feed(content_of(entry.path()), kSource, {})), content_of(entry.path().string() + ".expect"))
        << entry.path();
  }
  EXPECT_GT(count, 12u);
}

TEST(Feed, Dates) {
  for (const test::Case& item : test::read_cases(WARTA_SOURCE_DIR "/tests/ingest/cases/feed_dates.txt"))
    EXPECT_EQ(feed_date(item.get("written")).value_or("none"), item.get("iso")) << item.where();
}

TEST(Feed, TimesAreComparedInUtc) {
  EXPECT_EQ(feed_time("Thu, 05 Nov 2015 10:08:00 +0700"), feed_time("2015-11-05T03:08:00Z"));
  EXPECT_EQ(feed_time("Sun, 06 Nov 1994 08:49:37 GMT")->time_since_epoch().count(), 784111777);  // RFC 9110, 5.6.7
  EXPECT_EQ(feed_time("2015-11-05"), feed_time("2015-11-05T00:00:00Z"));
  EXPECT_FALSE(feed_time("soon"));
}

TEST(Feed, Titles) {
  for (const test::Case& item : test::read_cases(WARTA_SOURCE_DIR "/tests/ingest/cases/titles.txt"))
    EXPECT_EQ(inline_text(item.get("markup")).value_or("none"), item.get("text")) << item.where();
}

// --- charsets and packing

constexpr std::string_view kOne =
    "<rss><channel><item><title>Harga \xE2\x82\xAC</title><link>/a</link></item></channel></rss>";

std::string title_of(std::string_view bytes, const std::optional<std::string>& charset = {}) {
  const auto feed = parse_feed(bytes, {kSource.url, charset}, {});
  if (!feed) return std::string(word(feed.error().why));
  return feed->items.empty() ? "no item" : feed->items[0].title.value_or("no title");
}

TEST(Feed, Charsets) {
  const std::string windows = "<rss><channel><item><title>Harga \x80</title><link>/a</link></item></channel></rss>";
  EXPECT_EQ(title_of(kOne), "Harga €");
  EXPECT_EQ(title_of("\xef\xbb\xbf" + std::string(kOne)), "Harga €");
  EXPECT_EQ(title_of(kOne, "iso-8859-1"), "Harga €") << "what is UTF-8 is UTF-8, whatever the server calls it";
  EXPECT_EQ(title_of(windows, "ISO-8859-1"), "Harga €");
  EXPECT_EQ(title_of("<?xml version='1.0' encoding='windows-1252'?>" + windows), "Harga €");
  EXPECT_EQ(title_of(windows), "Harga \xef\xbf\xbd") << "what cannot be read is U+FFFD";
  EXPECT_EQ(title_of(windows, "shift_jis"), "bad_encoding");
  const std::u16string wide = u"<rss><channel><item><title>Harga \u20ac</title><link>/a</link></item></channel></rss>";
  EXPECT_EQ(title_of(utf16(wide, true)), "Harga €");
  EXPECT_EQ(title_of(utf16(wide, false)), "Harga €");
}

TEST(Feed, Gzip) {
  EXPECT_EQ(title_of(gzip(kOne)), "Harga €");
  EXPECT_EQ(title_of(gzip(std::string(kOne) + std::string(64u << 20, ' '))), "too_large");
  EXPECT_EQ(title_of(gzip(kOne).substr(0, 40)), "truncated");
}

// --- bounds

TEST(Feed, TooLarge) {
  Limits limits;
  limits.record_bytes = 100;
  EXPECT_EQ(parse_feed(std::string(101, ' '), kSource, limits).error().why, Why::too_large);
  EXPECT_EQ(title_of("<rss>" + std::string(kMostTags + 1, '<')), "too_large");
}

TEST(Feed, LongIdsAndTitlesAreCut) {
  const std::string title = std::string(1023, 'a') + "\xC3\xA9" + std::string(100'000, 'b');
  const auto feed = parse_feed("<rss><channel><item><link>/a</link><title>" + title + "</title><guid>" + title +
                                   "</guid></item></channel></rss>",
                               kSource, {});
  ASSERT_EQ(feed->items.size(), 1u);
  EXPECT_EQ(feed->items[0].title, std::string(1023, 'a')) << "no character is cut in two";
  EXPECT_EQ(feed->items[0].id.size(), 16u);
}

TEST(Feed, DepthCostsNothing) {
  std::string deep = "<rss><channel><item><link>/a</link><title>";
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  EXPECT_EQ(parse_feed(deep, kSource, {})->problems.size(), 1u);
  std::string closed = deep + "x";
  for (int i = 0; i < 100'000; ++i) closed += "</b>";
  EXPECT_EQ(title_of(closed + "</title></item></channel></rss>"), "x");
}

TEST(Feed, TheNewestStay) {
  std::string text = "<urlset>";
  for (int i = 0; i < 1500; ++i)
    text += "<url><loc>/" + std::to_string(i) + "</loc><lastmod>20" + std::to_string(10 + i / 150) +
            "-01-01</lastmod></url>";
  const auto feed = parse_feed(text + "</urlset>", kSource, {});
  ASSERT_EQ(feed->items.size(), kMostItems);
  EXPECT_EQ(feed->left_out, 500u);
  EXPECT_EQ(feed->items.back().link->path, "/1499");
  EXPECT_EQ(feed->items.front().link->path, "/450") << "of the same day the first";
}

TEST(Feed, EntitiesAreNotExpanded) {
  const std::string bomb =
      R"(<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>)"
      "<rss><channel><item><link>/a</link><title>&b;&f;</title></item></channel></rss>";
  EXPECT_EQ(title_of(bomb), "&b;&f;");
}

TEST(Feed, CutAnywhereNeverGivesACutLink) {
  const std::string whole = content_of(WARTA_SOURCE_DIR "/tests/ingest/cases/feeds/rss2.xml");
  std::set<std::string> links;
  const auto complete = parse_feed(whole, kSource, {});
  for (const FeedItem& item : complete->items) links.insert(item.link->text());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto feed = parse_feed(whole.substr(0, size), kSource, {});
    if (!feed) continue;
    for (const FeedItem& item : feed->items) {
      EXPECT_TRUE(item.link && links.contains(item.link->text())) << "cut at " << size;
    }
  }
}

}  // namespace
}  // namespace warta::ingest
