#include "watch/robots.h"

#include <gtest/gtest.h>

#include "case_file.h"

namespace warta::watch {
namespace {

std::string file_of(const test::Case& item, std::string_view end) {
  std::string out;
  for (const std::string& line : item.all("line")) out.append(line).append(end);
  return out;
}

TEST(Robots, Cases) {
  const auto cases = test::read_cases(WARTA_SOURCE_DIR "/tests/watch/cases/robots.txt");
  ASSERT_GT(cases.size(), 15u);
  for (const test::Case& item : cases) {
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
      const Robots robots = Robots::parse(file_of(item, end), "warta");
      for (const std::string& path : item.all("yes")) EXPECT_TRUE(robots.allows(path)) << item.where() << " " << path;
      for (const std::string& path : item.all("no")) EXPECT_FALSE(robots.allows(path)) << item.where() << " " << path;
      const std::string delay = robots.crawl_delay() ? std::to_string(robots.crawl_delay()->count()) : "none";
      if (!item.get("delay").empty()) {
        EXPECT_EQ(delay, item.get("delay")) << item.where();
      }
    }
  }
}

TEST(Robots, ByteOrderMark) {
  EXPECT_FALSE(Robots::parse("\xef\xbb\xbfUser-agent: *\nDisallow: /a", "warta").allows("/a"));
}

TEST(Robots, WhatIsBeyondTheLimitIsNotRead) {
  std::string text = "User-agent: *\nDisallow: /a\n" + std::string(kRobotsBytes, '#') + "\nDisallow: /b\n";
  const Robots robots = Robots::parse(text, "warta");
  EXPECT_FALSE(robots.allows("/a"));
  EXPECT_TRUE(robots.allows("/b"));
}

// Rules and an address that match in very many ways, and in the end do not.
TEST(Robots, HostileWildcardsAreLinear) {
  std::string text = "User-agent: *\n";
  for (int i = 0; i < 100; ++i) {
    text += "Disallow: /";
    for (int star = 0; star < 1000; ++star) text += "*a";
    text += "*b$\n";
  }
  EXPECT_TRUE(Robots::parse(text, "warta").allows("/" + std::string(4000, 'a')));
}

}  // namespace
}  // namespace warta::watch
