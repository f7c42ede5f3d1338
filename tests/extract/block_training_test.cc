// Labels and training of the block model: which blocks a text is aligned with, and that a model learns what it is
// shown.
#include <gtest/gtest.h>

#include <filesystem>

#include "block_labels.h"
#include "extract/train.h"
#include "shingles.h"
#include "tables_of_data.h"

namespace warta::extract {
namespace {

constexpr std::string_view kFirst = "Kenya and Uganda signed a pact on joint patrols of the lake in Kisumu on Tuesday.";
constexpr std::string_view kSecond =
    "The two navies will patrol together from July, the ministers of both countries told reporters.";

std::string states_of(std::string_view html, std::string_view gold) {
  static const ClassWords classes = ClassWords::load({WARTA_SOURCE_DIR "/data"}).value();
  Arena arena;
  const Page page = read_page(html, classes, arena).value();
  std::string out;
  for (const BlockState state : labels_of(page, word_hashes(gold))) out += "bkia"[static_cast<std::size_t>(state)];
  return out;
}

TEST(BlockLabels, BeforeKeptInsideAfter) {
  const std::string page = "<p>Home</p><p>" + std::string(kFirst) + "</p><p>Advertisement for new boats</p><p>" +
                           std::string(kSecond) + "</p><p>Read more about the lake</p>";
  EXPECT_EQ(states_of(page, std::string(kFirst) + "\n" + std::string(kSecond)), "bkika");
  EXPECT_EQ(states_of(page, kSecond), "bbbka");
}

// A short block is the article's where the text goes on with its very words.
TEST(BlockLabels, ShortBlocksBetweenPlacedOnes) {
  const std::string page = "<p>" + std::string(kFirst) + "</p><h2>What follows</h2><p>" + std::string(kSecond) + "</p>";
  EXPECT_EQ(states_of(page, std::string(kFirst) + " What follows " + std::string(kSecond)), "kkk");
  EXPECT_EQ(states_of(page, std::string(kFirst) + " " + std::string(kSecond)), "kik");
}

TEST(BlockLabels, NothingInCommon) { EXPECT_EQ(states_of("<p>Home</p><p>Sport</p>", kFirst), "bb"); }

GoldPage gold_page(int number) {
  GoldPage out;
  out.page.id = "page" + std::to_string(number), out.page.form = ingest::Form::page;
  const std::string tail = " It was the meeting number " + std::to_string(number) + " of its kind, they said.";
  out.text = std::string(kFirst) + tail + "\n" + std::string(kSecond);
  out.page.text =
      "<body><ul class=menu><li><a href=/>Home</a><li><a href=/>World</a></ul><h1>Pact of the lake</h1><div "
      "class=story><p>" +
      std::string(kFirst) + tail + "</p><p>" + std::string(kSecond) +
      "</p></div><div class=related><a href=/x>Six smugglers held in Entebbe</a></div></body>";
  return out;
}

TEST(BlockTraining, TheSamePagesGiveTheSameFileAndPagesOfTheirKindAreRight) {
  std::vector<GoldPage> pages;
  pages.reserve(6);
  for (int i = 0; i < 6; ++i) pages.push_back(gold_page(i));
  const std::vector<std::string> data{WARTA_SOURCE_DIR "/data"};
  const auto once = train_blocks(pages, data), again = train_blocks(pages, data);
  ASSERT_TRUE(once) << once.error().message();
  EXPECT_EQ(*once, *again);
  EXPECT_EQ(once->rfind("feature\tbefore\tkept\tinside\tafter\n", 0), 0u);
  const auto scores = validate_blocks(pages, data, 3);
  ASSERT_TRUE(scores) << scores.error().message();
  ASSERT_EQ(scores->size(), pages.size());
  EXPECT_EQ(mean(*scores).exact, 1.0);
}

}  // namespace
}  // namespace warta::extract
