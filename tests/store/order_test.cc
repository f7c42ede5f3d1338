// The order in which articles come and go does not matter: src/store/clusters.h
#include <algorithm>
#include <random>

#include "store/made_store.h"
#include "store/scratch.h"

namespace warta::store {
namespace {

// Reports of few happenings, many of them near the border between one and two: with and without a day of their own, a
// place, names in common, copied texts.
std::vector<Article> reports(std::mt19937& random, std::size_t count, int days) {
  const auto one_of = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  std::vector<Article> out;
  for (std::size_t i = 0; i < count; ++i) {
    const Day day = *parse_iso_day("2024-05-01") + std::chrono::days(one_of(static_cast<std::size_t>(days)));
    const std::string number = std::to_string(i);
    Article made = article({"r" + number, "https://example.org/" + number, iso(day), one_of(2) ? "KEN" : "CHL",
                            one_of(3) ? "UGA" : "PER", "It expelled envoy " + std::to_string(one_of(6)) + "."});
    story::Happening& happening = made.report.happenings.front();
    happening.evidence = {one_of(3), 10 + one_of(3), 20 + one_of(3)};
    if (one_of(2))
      happening.date = event::EventDate{single(day - std::chrono::days(one_of(3))), event::DateBasis::text};
    if (one_of(2))
      happening.place = event::EventPlace{{}, one_of(2) ? "Arua" : "Gulu", "UGA", "", 2.8, 32.3, 7 + one_of(2)};
    for (std::uint32_t name = 100; name < 108; ++name)
      if (one_of(2)) made.report.names.push_back(name);
    out.push_back(std::move(made));
  }
  return out;
}

void write_split(const std::string& path, const std::vector<Article>& articles, std::mt19937& random) {
  std::optional<Store> store;
  for (std::size_t at = 0; at < articles.size();) {
    if (!store || random() % 2) store.emplace(open(path));
    Batch batch;
    for (const std::size_t end = std::min(articles.size(), at + 1 + random() % 8); at < end; ++at)
      batch.articles.push_back(articles[at]);
    ASSERT_TRUE(store->write(batch));
  }
}

TEST(Order, AnyOrderInAnyBatchesMakesOneStore) {
  const Scratch scratch;
  std::mt19937 random(11);
  for (int set = 0; set < 4; ++set) {
    std::vector<Article> articles = reports(random, 36, set % 2 ? 60 : 12);
    const std::string whole = scratch.path("whole" + std::to_string(set));
    ASSERT_TRUE(open(whole).write({articles, {}, 0}));
    const Rows expected = content(whole);
    const Rows most = rows(whole, "SELECT max(articles) FROM occurrences");
    EXPECT_GT(most.front().front().integer(), 1) << "some are one";
    for (int turn = 0; turn < 3; ++turn) {
      std::shuffle(articles.begin(), articles.end(), random);
      if (turn == 0)  // as news comes
        std::stable_sort(articles.begin(), articles.end(),
                         [](const Article& a, const Article& b) { return a.published < b.published; });
      const std::string path = scratch.path(std::to_string(set) + "-" + std::to_string(turn));
      write_split(path, articles, random);
      EXPECT_TRUE(content(path) == expected) << "set " << set << ", turn " << turn;
    }
  }
}

TEST(Order, WhatIsRemovedHoldsNothingTogether) {
  const Scratch scratch;
  std::mt19937 random(12);
  for (int set = 0; set < 3; ++set) {
    const std::vector<Article> articles = reports(random, 24, set % 2 ? 40 : 8);
    const std::string left = scratch.path("left" + std::to_string(set)), path = scratch.path(std::to_string(set));
    ASSERT_TRUE(open(left).write({{articles.begin() + 3, articles.end()}, {}, 0}));
    ASSERT_TRUE(open(path).write({articles, {}, 0}));
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(*remove(path, {articles[i].facts.id, std::nullopt}), 1U);
    EXPECT_TRUE(content(path) == content(left)) << "set " << set;
  }
}

}  // namespace
}  // namespace warta::store
