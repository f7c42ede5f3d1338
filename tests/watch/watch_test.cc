// The loop over a network and a clock of the test's own.
#include "watch/watch.h"

#include <gtest/gtest.h>

#include "fake_net.h"

namespace warta::watch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Words = std::vector<std::string>;

const std::string kFeed = "https://example.org/rss", kRobots = "https://example.org/robots.txt";

class Watching : public ::testing::Test {
 protected:
  Watch open(const Words& feeds = {kFeed}) {
    std::vector<ingest::Url> urls;
    for (const std::string& feed : feeds) urls.push_back(*ingest::parse_url(feed));
    auto watch = Watch::open(std::move(urls), state_, options_, std::make_unique<FakeNet>(site_));
    EXPECT_TRUE(watch);
    return std::move(*watch);
  }

  // Runs to the end, delivering everything; what came: addresses of records, reasons of errors. Keeps the state.
  Words run(const Words& feeds = {kFeed}) {
    site_.asked.clear();
    Watch watch = open(feeds);
    Words came;
    while (auto result = watch.next()) {
      came.push_back(told(*result));
      watch.delivered();
    }
    state_ = watch.state();
    return came;
  }

  static std::string told(const Result<ingest::Record>& result) {
    return result ? result->id : std::string(word(result.error().why)) + " " + result.error().file;
  }
  Words asked_but_for(const Words& without) const {
    Words out;
    for (const std::string& url : site_.urls())
      if (std::find(without.begin(), without.end(), url) == without.end()) out.push_back(url);
    return out;
  }

  FakeNet::Site site_;
  Options options_;
  std::string state_;
};

TEST_F(Watching, EachItemOnce) {
  site_.pages[kFeed] = serves(rss({"/1", "/2", "https://www.example.org/1?utm_source=x"}), "text/xml", "\"v1\"");
  site_.pages["https://example.org/1"] = serves("One.");
  site_.pages["https://example.org/2"] = serves("Two.");
  EXPECT_EQ(run(), (Words{"https://example.org/1", "https://example.org/2"}));
  EXPECT_EQ(site_.urls(), (Words{kRobots, kFeed, "https://example.org/1", "https://example.org/2"}));
  EXPECT_EQ(run(), Words{});
  EXPECT_EQ(site_.asked.at(1).etag, "\"v1\"");
  site_.pages[kFeed] = serves(rss({"/3", "/2"}), "text/xml", "\"v2\"");
  site_.pages["https://example.org/3"] = serves("Three.");
  EXPECT_EQ(run(), Words{"https://example.org/3"});
}

TEST_F(Watching, WhatWasNotDeliveredComesAgain) {
  site_.pages[kFeed] = serves(rss({"/1", "/2"}), "text/xml", "\"v1\"");
  site_.pages["https://example.org/1"] = serves("One.");
  site_.pages["https://example.org/2"] = serves("Two.");
  Watch watch = open();
  ASSERT_TRUE(watch.next());
  watch.delivered();
  ASSERT_TRUE(watch.next());  // the second is handed out, and then the power fails
  state_ = watch.state();
  EXPECT_EQ(run(), Words{"https://example.org/2"});
  EXPECT_EQ(site_.asked.at(1).etag, "") << "the feed is read whole, since an item was open";
}

TEST_F(Watching, OneRequestAtATimeAndAPauseBehindEach) {
  Words links;
  for (int i = 0; i < 5; ++i) {
    links.push_back("/" + std::to_string(i));
    site_.pages["https://example.org/" + std::to_string(i)] = serves("Text.");
    site_.pages["https://host" + std::to_string(i) + ".example/rss"] = serves(rss({}));
  }
  site_.pages[kFeed] = serves(rss(links));
  site_.takes = milliseconds(300);
  EXPECT_EQ(run({kFeed, "https://host0.example/rss", "https://host1.example/rss"}).size(), 5u);
  EXPECT_EQ(site_.most_at_once, 3u) << "hosts side by side";
  Time last = kStart - seconds(10);
  for (const Asked& asked : site_.asked) {
    if (asked.url.find("example.org") == std::string::npos) continue;
    EXPECT_GE(asked.at - last, milliseconds(1300)) << asked.url << ": the answer takes 300 ms, the pause is 1 s";
    last = asked.at;
  }
}

TEST_F(Watching, RobotsAndCrawlDelay) {
  site_.pages[kRobots] = serves("User-agent: *\nDisallow: /2\nCrawl-delay: 7\n");
  site_.pages[kFeed] = serves(rss({"/1", "/2", "/3"}));
  site_.pages["https://example.org/1"] = site_.pages["https://example.org/3"] = serves("Text.");
  EXPECT_EQ(run(),
            (Words{"forbidden_by_robots https://example.org/2", "https://example.org/1", "https://example.org/3"}));
  EXPECT_GE(site_.asked.at(3).at - site_.asked.at(2).at, seconds(7));
  EXPECT_EQ(run(), Words{}) << "what is forbidden is not asked for again";
}

TEST_F(Watching, NoAnswerToRobotsTxt) {
  site_.pages[kFeed] = serves(rss({"/1"}));
  site_.pages[kRobots] = says(500);
  EXPECT_EQ(run(), Words{"fetch_failed " + kFeed});
  EXPECT_EQ(site_.urls(), Words{kRobots});
  site_.pages[kRobots] = breaks(Why::private_address);
  EXPECT_EQ(run(), Words{"private_address " + kFeed});
  site_.pages[kRobots] = says(301, "/robots.txt");  // five redirects are followed, then there are no rules
  site_.pages["https://example.org/1"] = serves("One.");
  EXPECT_EQ(run(), Words{"https://example.org/1"});
  EXPECT_EQ(site_.urls().size(), 6u + 2u);
}

TEST_F(Watching, RobotsOfTheHostThatARedirectLeadsTo) {
  site_.pages[kFeed] = serves(rss({"/1"}));
  site_.pages["https://example.org/1"] = says(302, "https://other.example/secret");
  site_.pages["https://other.example/robots.txt"] = serves("User-agent: warta\nDisallow: /secret");
  EXPECT_EQ(run(), Words{"forbidden_by_robots https://other.example/secret"});
}

TEST_F(Watching, Redirects) {
  site_.pages[kFeed] = serves(rss({"/1", "/2", "/3", "/4"}));
  site_.pages["https://example.org/1"] = says(301, "/end");
  site_.pages["https://example.org/2"] = says(301, "http://www.example.org/end");  // the same article
  site_.pages["https://example.org/3"] = says(302, "/3");
  site_.pages["https://example.org/4"] = says(302, "file:///etc/passwd");
  site_.pages["https://example.org/end"] = serves("Text.");
  Words came = run();
  std::sort(came.begin(), came.end());
  EXPECT_EQ(came, (Words{"fetch_failed https://example.org/3", "fetch_failed https://example.org/4",
                         "https://example.org/end"}));
  const Words urls = site_.urls();
  EXPECT_EQ(std::count(urls.begin(), urls.end(), std::string("https://example.org/3")), 6);
  EXPECT_EQ(run(), Words{});
}

TEST_F(Watching, TroubleOfAServerIsTriedAgainAtTheNextPoll) {
  site_.pages[kFeed] = serves(rss({"/1", "/2"}), "text/xml", "\"v1\"");
  site_.pages["https://example.org/1"] = says(502);
  site_.pages["https://example.org/2"] = says(404);
  EXPECT_EQ(run(), (Words{"fetch_failed https://example.org/1", "fetch_failed https://example.org/2"}));
  EXPECT_EQ(run(), Words{"fetch_failed https://example.org/1"});
  site_.pages["https://example.org/1"] = serves("One.");
  EXPECT_EQ(run(), Words{"https://example.org/1"});
  EXPECT_EQ(run(), Words{});
  EXPECT_EQ(site_.asked.at(1).etag, "\"v1\"");
}

TEST_F(Watching, AnItemThatNeverComesIsGivenUp) {
  site_.pages[kFeed] = serves(rss({"/1"}));
  site_.pages["https://example.org/1"] = breaks(Why::fetch_failed);
  int tries = 0;
  while (!run().empty()) ASSERT_LT(++tries, 20);
  EXPECT_EQ(tries, 5);
}

TEST_F(Watching, RetryAfter) {
  site_.pages[kFeed] = serves(rss({"/1"}));
  int asked = 0;
  site_.pages["https://example.org/1"] = [&](const Request& request) {
    return ++asked == 1 ? says(503, {}, "120")(request) : serves("One.")(request);
  };
  EXPECT_EQ(run(), Words{"https://example.org/1"});
  EXPECT_GE(site_.asked.at(3).at - site_.asked.at(2).at, seconds(120));
  site_.pages[kFeed] = says(429, {}, "7200");
  site_.now = kStart;
  EXPECT_EQ(run({kFeed, "https://example.org/other"}),
            (Words{"fetch_failed " + kFeed, "fetch_failed https://example.org/other"}));
  EXPECT_LT(site_.now - kStart, seconds(60)) << "two hours are not waited for";
}

TEST_F(Watching, ThePageIsMissingAndTheFeedHasTheText) {
  site_.pages[kFeed] = serves(
      R"({"items": [{"id": "a", "url": "/1", "content_text": "Full."}, {"id": "b", "content_text": "No page."}]})");
  EXPECT_EQ(run(), (Words{"b", "https://example.org/1"}));
  EXPECT_EQ(run(), Words{});
}

TEST_F(Watching, IndexOfSitemaps) {
  site_.pages["https://example.org/index"] = serves(
      "<sitemapindex><sitemap><loc>/a</loc></sitemap><sitemap><loc>/index</loc></sitemap><sitemap><loc>/b</loc></"
      "sitemap></sitemapindex>");
  site_.pages["https://example.org/a"] = serves("<urlset><url><loc>/1</loc></url></urlset>");
  site_.pages["https://example.org/b"] = serves("<sitemapindex><sitemap><loc>/c</loc></sitemap></sitemapindex>");
  site_.pages["https://example.org/1"] = serves("One.");
  EXPECT_EQ(run({"https://example.org/index"}), Words{"https://example.org/1"});
  EXPECT_EQ(asked_but_for({kRobots, "https://example.org/1"}),
            (Words{"https://example.org/index", "https://example.org/a", "https://example.org/b"}));
}

TEST_F(Watching, EveryQuarterOfAnHourUntilStopped) {
  std::atomic<bool> stop = false;
  options_.every = std::chrono::minutes(15);
  options_.stop = &stop;
  int polls = 0;
  site_.pages[kFeed] = [&](const Request& request) {
    stop = ++polls == 96;
    return serves(rss({"/" + std::to_string(polls)}))(request);
  };
  for (int i = 0; i < 100; ++i) site_.pages["https://example.org/" + std::to_string(i)] = serves("Text.");
  EXPECT_EQ(run().size(), 95u);
  EXPECT_NEAR((std::chrono::duration<double, std::milli>(site_.now - kStart).count()), 95 * 15 * 60e3, 60e3);
  const Words urls = site_.urls();
  EXPECT_EQ(std::count(urls.begin(), urls.end(), kRobots), 1) << "a day is how long robots.txt is kept";
}

TEST_F(Watching, TheStateIsSavedNowAndThen) {
  site_.pages[kFeed] = serves(rss({"/1", "/2", "/3"}));
  for (int i = 1; i < 4; ++i) site_.pages["https://example.org/" + std::to_string(i)] = serves("Text.");
  int saved = 0;
  options_.delay = seconds(4);
  options_.save = [&](std::string_view text) { saved += text.starts_with("warta-watch\t1\n"); };
  EXPECT_EQ(run().size(), 3u);
  EXPECT_GE(saved, 2);
}

TEST_F(Watching, DatesInTheFutureAreNone) {
  site_.pages[kFeed] = serves(
      "<rss><channel><item><link>/1</link><pubDate>Wed, 15 May 2124 00:00:00 GMT</pubDate></item>"
      "<item><link>/2</link><pubDate>Wed, 15 May 2024 00:00:00 GMT</pubDate></item></channel></rss>");
  site_.pages["https://example.org/1"] = site_.pages["https://example.org/2"] = serves("Text.");
  Watch watch = open();
  EXPECT_FALSE((*watch.next())->date);
  EXPECT_EQ((*watch.next())->date, "2024-05-15T00:00:00+00:00");
}

TEST_F(Watching, AStateThatIsNone) {
  EXPECT_EQ(Watch::open({}, "nonsense", {}, std::make_unique<FakeNet>(site_)).error().why, Why::bad_format);
}

}  // namespace
}  // namespace warta::watch
