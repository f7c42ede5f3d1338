// What batches make of a store: src/store/store.h
#include "store/store.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "store/made_store.h"
#include "store/scratch.h"

namespace warta::store {
namespace {

// While it lives, no file grows beyond 100 bytes.
class FullDisk {
 public:
  FullDisk() {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    struct rlimit small = before_;
    small.rlim_cur = 100;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  struct rlimit before_ {};
};

const Told kFirst{"a", "https://example.org/a", "2024-05-14"};
const Told kCopy{"b", "https://example.org/b", "2024-05-15"};
const Told kOther{"c", "https://example.org/c", "2024-05-15", "CHL", "PER", "Chile expelled another."};

TEST(Store, KeepsEveryFieldOfARow) {
  const Scratch scratch;
  Store store = open(scratch.path());
  write(store, {kFirst});
  EXPECT_EQ(rows(scratch.path(),
                 "SELECT id, url, outlet, title, language, published, published_day, authors, text, file "
                 "FROM articles"),
            (Rows{{"a",
                   "https://example.org/a",
                   {},
                   "Envoy of UGA",
                   "en",
                   "2024-05-14",
                   "2024-05-14",
                   Value::List{"A. Writer"},
                   "Kenya expelled an envoy.",
                   "made.jsonl"}}));
  EXPECT_EQ(rows(scratch.path(),
                 "SELECT source_code, source_sectors, target_country, cameo, quad, goldstein, status, date, "
                 "date_end, date_basis, place_name, killed_low, evidence_text, trigger_begin, rule FROM events"),
            (Rows{{"KEN",
                   Value::List{},
                   "UGA",
                   "161",
                   4,
                   -5.5,
                   "reported",
                   "2024-05-14",
                   "2024-05-14",
                   "publication",
                   {},
                   {},
                   "Kenya expelled an envoy.",
                   6,
                   "en/expel"}}));
  EXPECT_EQ(rows(scratch.path(), "SELECT articles, events, known, finished, version, codebook FROM runs"),
            (Rows{{1, 1, 0, false, "0", "c1"}}));
  EXPECT_TRUE(store.finish());
  EXPECT_EQ(rows(scratch.path(), "SELECT finished FROM runs"), (Rows{{true}}));
}

TEST(Store, AnArticleStandsOnce) {
  const Scratch scratch;
  Store store = open(scratch.path());
  write(store, {kFirst, kFirst, kOther});
  write(store, {kFirst});
  EXPECT_EQ(store.counts().articles, 2U);
  EXPECT_EQ(store.counts().known, 2U);
  EXPECT_EQ(rows(scratch.path(), "SELECT count(*) FROM events"), (Rows{{2}}));
  const std::uint64_t key = article(kFirst).report.key;
  EXPECT_FALSE(store.knows(key)) << "only what was there when it was opened";
  EXPECT_TRUE(open(scratch.path()).knows(key));
}

TEST(Store, ANewerTextSupersedesTheOlder) {
  const Scratch scratch;
  Told revised = kFirst;
  revised.text = "Kenya expelled two envoys.";
  for (const bool together : {true, false}) {
    const std::string path = scratch.path(together ? "1" : "2");
    Store store = open(path);
    if (together) {
      write(store, {kFirst, revised});
    } else {
      write(store, {kFirst});
      write(store, {revised});
    }
    EXPECT_EQ(store.counts().revisions, 1U);
    EXPECT_EQ(rows(path, "SELECT text FROM articles"), (Rows{{revised.text}}));
    EXPECT_EQ(rows(path, "SELECT evidence_text FROM events"), (Rows{{revised.text}}));
    EXPECT_EQ(rows(path, "SELECT events, articles FROM occurrences"), (Rows{{1, 1}}));
    EXPECT_EQ(rows(path, "SELECT articles FROM stories"), (Rows{{1}}));
    EXPECT_EQ(rows(path, "SELECT a.text FROM article a JOIN articles b ON a.superseded_by = b.key"),
              (Rows{{kFirst.text}}));
    write(store, {kFirst});  // what was superseded does not come back
    EXPECT_EQ(rows(path, "SELECT text FROM articles"), (Rows{{revised.text}}));
  }
}

// In whatever batches, and whether or not the program that wrote the first is still there for the second.
TEST(Store, BatchesInOrderOfPublicationMakeOneStore) {
  const Scratch scratch;
  const std::vector<Told> all{kFirst, kCopy, kOther};
  Store whole = open(scratch.path("whole"));
  write(whole, all);
  EXPECT_EQ(
      rows(scratch.path("whole"), "SELECT events, articles, first_day, statuses FROM occurrences ORDER BY events"),
      (Rows{{1, 1, "2024-05-15", Value::List{"reported"}}, {2, 2, "2024-05-14", Value::List{"reported"}}}));
  Store kept = open(scratch.path("kept"));
  for (const Told& told : all) {
    write(kept, {told});
    Store anew = open(scratch.path("anew"));
    write(anew, {told});
  }
  Store shuffled = open(scratch.path("shuffled"));
  write(shuffled, {kOther, kCopy, kFirst});
  EXPECT_EQ(content(scratch.path("kept")), content(scratch.path("whole")));
  EXPECT_EQ(content(scratch.path("anew")), content(scratch.path("whole")));
  EXPECT_EQ(content(scratch.path("shuffled")), content(scratch.path("whole")));
}

// Rows made anew count what was told long before the window too, and what has no day.
TEST(Store, WhatIsToldForWeeksIsCountedWhole) {
  const Scratch scratch;
  const auto told_on = [](const std::string& id, const std::optional<std::string>& day) {
    Article out = article({id, "https://example.org/" + id, day.value_or("2024-05-14"), "KEN", "UGA",
                           "Kenya expelled an envoy on 14 May 2024."});
    if (!day) out.published = out.report.published = std::nullopt;
    out.report.happenings.front().date = event::EventDate{single(*parse_iso_day("2024-05-14")), event::DateBasis::text};
    return out;
  };
  const std::vector<std::optional<std::string>> days{"2024-05-14", "2024-05-24", "2024-06-03", std::nullopt,
                                                     "2024-06-13"};
  for (std::size_t i = 0; i < days.size(); ++i) {
    Store store = open(scratch.path());
    Batch batch;
    batch.articles.push_back(told_on("w" + std::to_string(i), days[i]));
    batch.articles.push_back(article({"o" + std::to_string(i), "", days[i].value_or("2024-06-10"), "CHL", "PER",
                                      "Chile expelled number " + std::to_string(i)}));
    ASSERT_TRUE(store.write(batch));
  }
  EXPECT_EQ(
      rows(scratch.path(), "SELECT events, articles, first_day, last_day FROM occurrences WHERE source_code = 'KEN'"),
      (Rows{{5, 5, "2024-05-14", "2024-06-13"}}));
  EXPECT_EQ(rows(scratch.path(), "SELECT first_day, last_day FROM stories WHERE articles = 5"),
            (Rows{{"2024-05-14", "2024-06-13"}}));
  EXPECT_EQ(*remove(scratch.path(), {"w0", std::nullopt}), 1U);
  EXPECT_EQ(
      rows(scratch.path(), "SELECT events, articles, first_day, last_day FROM occurrences WHERE source_code = 'KEN'"),
      (Rows{{4, 4, "2024-05-24", "2024-06-13"}}));
}

TEST(Store, WhatAnotherProgramWroteIsSeen) {
  const Scratch scratch;
  Store one = open(scratch.path());
  Store two = open(scratch.path());
  write(one, {kFirst});
  write(two, {kCopy});
  EXPECT_EQ(rows(scratch.path(), "SELECT events FROM occurrences"), (Rows{{2}}));
  EXPECT_EQ(rows(scratch.path(), "SELECT id, articles FROM runs ORDER BY id"), (Rows{{1, 1}, {2, 1}}));
}

// The name of a file may be any bytes.
TEST(Store, WhatIsNoUtf8IsMended) {
  const Scratch scratch;
  Store store = open(scratch.path());
  Batch batch;
  batch.articles.push_back(article(kFirst));
  batch.articles[0].file = "f\xff.html";
  batch.refused = {{Why::bad_json, "", "g\xc3.html", 1, 0}};
  ASSERT_TRUE(store.write(batch));
  EXPECT_EQ(rows(scratch.path(), "SELECT file, (SELECT file FROM refusals) FROM articles"),
            (Rows{{"f\xef\xbf\xbd.html", "g\xef\xbf\xbd.html"}}));
}

TEST(Store, ARefusalStandsOnce) {
  const Scratch scratch;
  Batch batch;
  batch.refused = {{Why::bad_json, "it's ' OR 1=1; --", "x'.jsonl", 7, 120}, {Why::no_body, "menus", "y.html", 0, 0}};
  for (int run = 0; run < 2; ++run) {
    Store store = open(scratch.path());
    ASSERT_TRUE(store.write(batch));
    EXPECT_EQ(store.counts().refused, 2U);
  }
  EXPECT_EQ(rows(scratch.path(), "SELECT run, file, record, byte, reason, note FROM refusals ORDER BY file"),
            (Rows{{1, "x'.jsonl", 7, 120, "bad_json", "it's ' OR 1=1; --"}, {1, "y.html", 0, 0, "no_body", "menus"}}));
}

TEST(Store, TextsCanBeLeftOut) {
  const Scratch scratch;
  Options without = options();
  without.keep_text = false;
  Store store = open(scratch.path(), without);
  write(store, {kFirst});
  EXPECT_EQ(rows(scratch.path(), "SELECT text, (SELECT evidence_text FROM events) FROM articles"),
            (Rows{{{}, kFirst.text}}));
  Options other = options("c2");
  other.recode = true;
  const auto refused = Store::open(scratch.path(), other);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Why::other_codebook);
}

TEST(Store, AnotherCodebookRecodes) {
  const Scratch scratch;
  {
    Store store = open(scratch.path());
    Told older = kCopy;
    older.text = "An earlier text.";
    write(store, {kFirst, older});
    write(store, {kCopy, kOther});
  }
  const Rows before = content(scratch.path());
  ASSERT_FALSE(Store::open(scratch.path(), options("c2")));
  EXPECT_EQ(Store::open(scratch.path(), options("c2")).error().why, Why::other_codebook);
  Options again = options("c2");
  again.recode = true;
  std::size_t recoded = 0;
  while (true) {  // broken off after each
    Store store = open(scratch.path(), again);
    const auto old = store.old(1);
    ASSERT_TRUE(old) << old.error().message();
    if (old->empty()) break;
    Batch batch;
    batch.articles.push_back(
        article({old->front().id, old->front().url.value_or(""), old->front().published.value_or(""),
                 old->front().id == "c" ? "CHL" : "KEN", old->front().id == "c" ? "PER" : "UGA", old->front().text}));
    EXPECT_EQ(batch.articles.front().report.key, old->front().key);
    const auto done = store.rewrite(*old, batch);
    ASSERT_TRUE(done) << done.error().message();
    ASSERT_LE(++recoded, 4U);
  }
  EXPECT_EQ(recoded, 4U);
  EXPECT_EQ(content(scratch.path()), before) << "the same codes again";
  EXPECT_TRUE(Store::open(scratch.path(), options("c2")));
}

TEST(Store, RemovesAnArticleAndWhatRestsOnIt) {
  const Scratch scratch;
  Store store = open(scratch.path("both"));
  write(store, {kFirst, kOther});
  write(store, {kCopy});
  Store without = open(scratch.path("without"));
  write(without, {kFirst, kOther});
  EXPECT_EQ(*remove(scratch.path("both"), {std::nullopt, kCopy.url}), 1U);
  EXPECT_EQ(content(scratch.path("both")), content(scratch.path("without")));
  EXPECT_EQ(*remove(scratch.path("both"), {"c", std::nullopt}), 1U);
  EXPECT_EQ(rows(scratch.path("both"), "SELECT count(*) FROM occurrences"), (Rows{{1}}));
  EXPECT_EQ(*remove(scratch.path("both"), {hex16(article(kFirst).report.key), std::nullopt}), 1U);
  EXPECT_EQ(*remove(scratch.path("both"), {"nobody'; --", std::nullopt}), 0U);
  EXPECT_TRUE(content(scratch.path("both")).empty());
  write(store, {kCopy});  // and a store that was open meanwhile goes on
  EXPECT_EQ(rows(scratch.path("both"), "SELECT events FROM occurrences"), (Rows{{1}}));
}

// A batch that fails leaves nothing, and the next one goes on as if it had not been tried.
TEST(Store, ABatchIsWholeOrNothing) {
  const Scratch scratch;
  Store store = open(scratch.path());
  write(store, {kFirst});
  const Rows before = content(scratch.path());
  Batch broken;
  broken.articles = {article(kCopy), article(kOther)};
  {
    const FullDisk full;
    const auto failed = store.write(broken);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().why, Why::store_failed) << failed.error().message();
  }
  EXPECT_EQ(content(scratch.path()), before);
  write(store, {kCopy, kOther});
  EXPECT_EQ(rows(scratch.path(), "SELECT count(*), max(events) FROM occurrences"), (Rows{{2, 2}}));
  EXPECT_EQ(store.counts().articles, 3U);
}

}  // namespace
}  // namespace warta::store
