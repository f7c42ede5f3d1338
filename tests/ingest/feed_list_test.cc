#include <gtest/gtest.h>

#include "ingest/feed.h"

namespace warta::ingest {
namespace {

std::string told(std::string_view bytes) {
  const auto list = parse_feed_list(bytes, {});
  if (!list) return std::string(word(list.error().why));
  std::string out;
  for (const Url& url : list->feeds) out += url.text() + " ";
  for (const Error& problem : list->problems) out += "!" + std::to_string(problem.record) + " ";
  return out;
}

TEST(FeedList, Opml) {
  EXPECT_EQ(told(R"(<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
      <outline text="Asia"><outline text="deeper"><outline type="rss" xmlUrl="https://example.org/a"/></outline>
      <outline text="no feed" htmlUrl="https://example.org/"/></outline>
      <outline xmlUrl="https://example.net/b?x=1&amp;y=2"/><outline xmlUrl="https://example.org/a"/>
      <outline xmlUrl="feed:nothing"/></body></opml>)"),
            "https://example.org/a https://example.net/b?x=1&y=2 !7 ");
}

TEST(FeedList, Lines) {
  EXPECT_EQ(
      told("# mine\r\nhttps://example.org/a\r\n\r\n  http://example.net \r\nexample.com/feed\nhttps://example.org/a"),
      "https://example.org/a http://example.net/ !5 ");
}

TEST(FeedList, EmptyAndOther) {
  EXPECT_EQ(told(""), "");
  EXPECT_EQ(told("<opml/>"), "");
  EXPECT_EQ(told("<rss/>"), "bad_feed");
  EXPECT_EQ(told("<opml><body>"), "bad_feed");
}

TEST(FeedList, Depth) {
  std::string text = "<opml><body>", end;
  for (int i = 0; i < 50'000; ++i) text += "<outline>", end += "</outline>";
  EXPECT_EQ(told(text + "<outline xmlUrl='http://example.org/'/>" + end + "</body></opml>"), "http://example.org/ ");
}

}  // namespace
}  // namespace warta::ingest
