// Training on a tiny treebank: it learns it by heart, and twice the same.
#include "syntax/train.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "pipeline.h"
#include "syntax/support.h"

namespace warta::syntax {
namespace {

const std::vector<std::string>& tiny() {
  static const std::vector<std::string> files{test_path("tiny.conllu")};
  return files;
}

// A folder of models trained on the tiny treebank, made once.
const std::string& tiny_models() {
  static const std::string folder = [] {
    const std::string made =
        (std::filesystem::temp_directory_path() /
         ("warta-tiny-" + std::to_string(std::hash<std::string>()(testing::TempDir() + WARTA_SOURCE_DIR))))
            .string();
    std::filesystem::create_directories(made);
    std::ofstream(made + "/id.tagger", std::ios::binary) << train_tagger(tiny()).value();
    std::ofstream(made + "/id.parser", std::ios::binary) << train_parser(tiny()).value();
    std::ofstream(made + "/id.lemmas", std::ios::binary) << train_lemmas(tiny()).value();
    return made;
  }();
  return folder;
}

TEST(Train, TheSameFilesGiveTheSameBytes) {
  EXPECT_EQ(train_tagger(tiny()).value(), train_tagger(tiny()).value());
  EXPECT_EQ(train_parser(tiny()).value(), train_parser(tiny()).value());
  EXPECT_EQ(train_lemmas(tiny()).value(), train_lemmas(tiny()).value());
}

TEST(Train, LearnsWhatItSaw) {
  const auto scores = evaluate(tiny_models(), "id", tiny().front());
  ASSERT_TRUE(scores) << scores.error().message();
  EXPECT_EQ(scores->words, 70u);
  EXPECT_GE(scores->upos, 95);
  EXPECT_GE(scores->lemmas, 98);
  EXPECT_GE(scores->uas, 85);
  EXPECT_GE(scores->las, 80);
}

TEST(Train, RefusesWhatIsNoTreebank) {
  const auto nothing = train_tagger({});
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().why, Why::bad_usage);
  const std::vector<std::string> absent{"/nowhere/x-train.conllu"}, other{test_path("tokens.txt")};
  EXPECT_EQ(train_parser(absent).error().why, Why::cannot_open);
  EXPECT_EQ(train_lemmas(other).error().why, Why::bad_format);
}

}  // namespace
}  // namespace warta::syntax
