#include "base/model_file.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

std::string small_model() {
  ModelWriter writer("tagger");
  writer.add("tags", "NOUN\nVERB\n");
  writer.add_rows("numbers", std::vector<std::uint32_t>{7, 8, 9});
  return writer.bytes();
}

void expect_refused(const std::string& bytes, const std::string& note) {
  const auto model = ModelFile::parse(bytes, "tagger");
  ASSERT_FALSE(model) << note;
  EXPECT_EQ(model.error().why, Why::bad_model);
  EXPECT_NE(model.error().note.find(note), std::string::npos) << model.error().note;
}

TEST(ModelFile, GivesItsSectionsBack) {
  const auto model = ModelFile::parse(small_model(), "tagger");
  ASSERT_TRUE(model) << model.error().message();
  EXPECT_EQ(model->text("tags"), "NOUN\nVERB\n");
  const auto numbers = model->rows<std::uint32_t>("numbers");
  ASSERT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[2], 9u);
  EXPECT_TRUE(model->text("absent").empty());
}

TEST(ModelFile, SaysWhatIsWrong) {
  const std::string good = small_model();
  expect_refused("", "shorter than its header");
  expect_refused(std::string(64, 'x'), "not a model file");
  std::string old = good;
  old[16] = 99;
  expect_refused(old, "train it again");
  std::string bent = good;
  bent.back() ^= 1;
  expect_refused(bent, "damaged");
  expect_refused(good.substr(0, good.size() - 64), "damaged");
  EXPECT_NE(ModelFile::parse(good, "parser").error().note.find("a model of kind 'tagger' where 'parser' is wanted"),
            std::string::npos);
}

TEST(ModelFile, NamesTheFile) {
  const auto absent = ModelFile::read("/nowhere/id.tagger", "tagger");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().why, Why::bad_model);
  EXPECT_EQ(absent.error().file, "/nowhere/id.tagger");
}

}  // namespace
}  // namespace warta
