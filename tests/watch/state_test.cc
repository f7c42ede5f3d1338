#include "state.h"

#include <gtest/gtest.h>

namespace warta::watch {
namespace {

constexpr std::string_view kUrl = "https://example.org/rss";
const Key kFeed = key_of("feed", kUrl);
const Time kNow{std::chrono::sys_days(std::chrono::year(2024) / 5 / 15)};
constexpr auto kDay = std::chrono::days(1);

TEST(State, WhatIsWrittenIsReadAgain) {
  State state = *State::parse("");
  state.feed(std::string(kUrl)) = {"\"v1\"", "Wed, 15 May 2024 00:00:00 GMT", kNow};
  state.keep(1, kFeed, kNow);
  state.failed(2, kFeed, kNow);
  const std::string text = state.text(kNow);
  EXPECT_EQ(text,
            "warta-watch\t1\n"
            "feed\thttps://example.org/rss\t1715731200\t\"v1\"\tWed, 15 May 2024 00:00:00 GMT\n"
            "item\t0000000000000001\t" +
                text.substr(text.find("\t", text.find("item") + 5) + 1, 16) +
                "\t1715731200\t0\n"
                "item\t0000000000000002\t" +
                text.substr(text.find("\t", text.find("item") + 5) + 1, 16) + "\t1715731200\t1\n");
  State again = *State::parse(text);
  EXPECT_TRUE(again.read(1));
  EXPECT_FALSE(again.read(2));
  EXPECT_EQ(again.feed(std::string(kUrl)).etag, "\"v1\"");
  EXPECT_EQ(again.text(kNow), text);
}

TEST(State, AnItemThatFailsTooOftenCountsAsRead) {
  State state;
  for (unsigned i = 0; i < kMostFailures; ++i) {
    EXPECT_FALSE(state.read(1));
    state.failed(1, kFeed, kNow);
  }
  EXPECT_TRUE(state.read(1));
}

TEST(State, WhatNoFeedListsIsForgotten) {
  State state;
  state.feed(std::string(kUrl)).listed = kNow + 40 * kDay;
  state.keep(1, kFeed, kNow);  // no longer listed when the feed was last read
  state.keep(2, kFeed, kNow + 39 * kDay);
  State later = *State::parse(state.text(kNow + 40 * kDay));
  EXPECT_FALSE(later.read(1));
  EXPECT_TRUE(later.read(2));
}

// "Not modified" for months: the feed still lists what it listed then.
TEST(State, AFeedThatDoesNotChangeKeepsItsItems) {
  State state;
  state.feed(std::string(kUrl)).listed = kNow;
  state.keep(1, kFeed, kNow);
  state.keep(2, key_of("feed", "gone"), kNow);  // of a feed that is watched no more
  State later = *State::parse(state.text(kNow + 90 * kDay));
  EXPECT_TRUE(later.read(1));
  EXPECT_FALSE(later.read(2));
}

TEST(State, ValidatorsWithControlCharactersAreNotKept) {
  State state;
  state.feed(std::string(kUrl)) = {"a\tb", "c\nd", kNow};
  EXPECT_EQ(State::parse(state.text(kNow))->feed(std::string(kUrl)).etag, "");
}

TEST(State, OtherFilesAreRefused) {
  for (const std::string_view text :
       {"hello\n", "warta-watch\t2\n", "warta-watch\t1\nitem\tx\n", "warta-watch\t1\nfeed\ta\tb\tc\td\n",
        "warta-watch\t1\nitem\t1\t2\t3\t4\t5\n", "warta-watch\t1\n\n"}) {
    const auto state = State::parse(text);
    ASSERT_FALSE(state) << text;
    EXPECT_EQ(state.error().why, Why::bad_format);
  }
}

}  // namespace
}  // namespace warta::watch
