#include "engine/engine.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "exchange/exchange.h"

namespace warta {
namespace {

engine::Engine load(unsigned threads) {
  engine::Options options;
  options.threads = threads;
  auto loaded = engine::Engine::load({WARTA_SOURCE_DIR "/data"}, options);
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message());
  return std::move(*loaded);
}

std::string bytes_of(unsigned threads, Ledger* ledger) {
  const engine::Engine coder = load(threads);
  ingest::Reader reader({WARTA_SOURCE_DIR "/examples", WARTA_SOURCE_DIR "/no such file"});
  std::string out;
  *ledger = coder.run(reader, [&](engine::Outcome&& outcome) {
    for (const event::Row& row : outcome.rows) exchange::write(exchange::Format::jsonl, row, out);
    if (outcome.refused) out += outcome.refused->message() + "\n";
    return true;
  });
  return out;
}

TEST(Engine, GivesTheSameBytesForAnyNumberOfThreads) {
  Ledger one, eight;
  const std::string expected = bytes_of(1, &one);
  EXPECT_EQ(bytes_of(8, &eight), expected);
  EXPECT_EQ(one.summary(), eight.summary());
  EXPECT_NE(expected.find("no such file"), std::string::npos);
  EXPECT_GT(one.events(), 10u);
  EXPECT_EQ(one.of(Why::cannot_open), 1u);
}

TEST(Engine, HandsOutTheArticleWhetherItTellsAnEventOrNone) {
  const engine::Engine coder = load(1);
  ingest::Reader reader({WARTA_SOURCE_DIR "/examples", WARTA_SOURCE_DIR "/no such file"});
  coder.run(reader, [&](engine::Outcome&& outcome) {
    EXPECT_NE(outcome.coded.has_value(), outcome.refused.has_value());
    if (!outcome.coded) return true;
    const engine::CodedArticle& coded = *outcome.coded;
    EXPECT_NE(coded.report.key, 0u);
    EXPECT_LE(coded.body_begin, coded.body_end);
    for (const event::Row& row : outcome.rows) {
      EXPECT_EQ(row.article.id, coded.article.id);
      EXPECT_EQ(row.article.published, coded.article.published);
      const std::string_view body = std::string_view(coded.text).substr(coded.body_begin);
      const Span span = row.trigger.span;
      EXPECT_TRUE(span.of(body) == row.trigger.text || span.of(coded.text) == row.trigger.text);
    }
    return true;
  });
}

TEST(Engine, StopsWhenTheSinkWantsNoMore) {
  for (const unsigned threads : {1u, 4u}) {
    const engine::Engine coder = load(threads);
    ingest::Reader reader({WARTA_SOURCE_DIR "/examples"});
    int outcomes = 0;
    coder.run(reader, [&](engine::Outcome&&) { return ++outcomes < 2; });
    EXPECT_EQ(outcomes, 2);
  }
}

TEST(Engine, RefusesAFolderWithoutACodebook) {
  const auto loaded = engine::Engine::load({WARTA_SOURCE_DIR "/tests"}, {});
  ASSERT_FALSE(loaded);
  EXPECT_FALSE(loaded.error().message().empty());
}

TEST(Engine, ChecksNoExamplesThatItPassedOver) {
  engine::Options options;
  options.examples = codebook::Examples::passed_over;
  const auto loaded = engine::Engine::load({WARTA_SOURCE_DIR "/data"}, options);
  ASSERT_TRUE(loaded) << loaded.error().message();
  ASSERT_FALSE(loaded->check("id"));
  EXPECT_EQ(loaded->check("id").error().why, Why::bad_usage);
  ASSERT_FALSE(loaded->pairs_of_examples("id"));
  EXPECT_EQ(loaded->pairs_of_examples("id").error().why, Why::bad_usage);
}

TEST(Engine, AddsTheLedgerUp) {
  Ledger ledger;
  bytes_of(2, &ledger);
  std::size_t records = 0;
  for (ingest::Reader reader({WARTA_SOURCE_DIR "/examples"}); reader.next();) ++records;
  EXPECT_EQ(ledger.articles() + ledger.inputs_refused(), records + 1);  // and the file that is not there
}

}  // namespace
}  // namespace warta
