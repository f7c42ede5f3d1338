#include "ingest/url.h"

#include <gtest/gtest.h>

#include "case_file.h"

namespace warta::ingest {
namespace {

TEST(Url, Cases) {
  const auto cases = test::read_cases(WARTA_SOURCE_DIR "/tests/ingest/cases/url.txt");
  ASSERT_GT(cases.size(), 20u);
  for (const test::Case& item : cases) {
    const auto base = parse_url(item.get("base"));
    const auto url = base ? resolve(*base, item.get("url")) : parse_url(item.get("url"));
    EXPECT_EQ(url ? url->text() : "none", item.get("text")) << item.where();
    if (url && !item.get("identity").empty()) {
      EXPECT_EQ(identity(*url), item.get("identity")) << item.where();
    }
    if (!url) continue;
    const auto again = parse_url(url->text());  // what was read once is read the same again
    ASSERT_TRUE(again) << item.where();
    EXPECT_EQ(again->text(), url->text()) << item.where();
  }
}

TEST(Url, TooLongIsRefused) {
  EXPECT_TRUE(parse_url("https://example.org/" + std::string(kLongestUrl - 20, 'a')));
  EXPECT_FALSE(parse_url("https://example.org/" + std::string(kLongestUrl, 'a')));
  EXPECT_FALSE(resolve(*parse_url("https://example.org/"), std::string(kLongestUrl + 1, 'a')));
}

TEST(Url, WhiteSpaceAroundIsNoPartOfIt) {
  EXPECT_EQ(parse_url(" \r\n\thttps://example.org/a\n ")->text(), "https://example.org/a");
}

TEST(Url, WithoutTracking) {
  EXPECT_EQ(without_tracking(*parse_url("https://example.org/a?utm_source=x")).text(), "https://example.org/a");
  EXPECT_EQ(without_tracking(*parse_url("https://example.org/a?b=1&&utm_source=x&c")).text(),
            "https://example.org/a?b=1&c");
}

}  // namespace
}  // namespace warta::ingest
