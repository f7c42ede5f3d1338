#include "language.h"

#include <gtest/gtest.h>

#include <map>

#include "tables_of_data.h"

namespace warta::extract {
namespace {

struct Score {
  std::size_t right = 0, all = 0;
  double share() const { return static_cast<double>(right) / static_cast<double>(all); }
};

// id, en, ms; all languages that warta does not read are one class: only Malay must be told by name.
std::string class_of(const std::string& language) {
  return language == "id" || language == "en" || language == "ms" ? language : "other";
}

TEST(LanguageSet, EveryClass) {
  const auto rows = read_table(case_path("languages.tsv"), 2);
  ASSERT_TRUE(rows) << rows.error().message();
  ASSERT_GE(rows->size(), 150u);
  std::map<std::string, Score> scores;
  std::string wrong;
  for (const TableRow& row : *rows) {
    const std::string expected = class_of(row.cells[0]), guess = extractor().language_of(row.cells[1]).language;
    Score& score = scores[expected];
    ++score.all;
    if (class_of(guess) == expected)
      ++score.right;
    else
      wrong += row.cells[0] + " taken for " + guess + ": " + row.cells[1] + "\n";
  }
  // What warta reads must never be refused; of the others a short text may slip through.
  EXPECT_EQ(scores["id"].right, scores["id"].all) << wrong;
  EXPECT_EQ(scores["en"].right, scores["en"].all) << wrong;
  EXPECT_GE(scores["ms"].share(), 0.85) << wrong;  // a sentence of words that both have cannot be told
  EXPECT_GE(scores["other"].share(), 0.97) << wrong;
}

TEST(LanguageSet, LongerTextsAreTold) {
  const auto rows = read_table(case_path("languages.tsv"), 2);
  ASSERT_TRUE(rows);
  std::map<std::string, std::string> joined;
  for (const TableRow& row : *rows) joined[row.cells[0]] += row.cells[1] + "\n";
  for (const auto& [language, text] : joined) EXPECT_EQ(extractor().language_of(text).language, language) << text;
  for (const char* language : {"id", "en", "ms"})
    EXPECT_GT(extractor().language_of(joined[language]).probability, 0.999);
}

TEST(LanguageSet, NothingToGoBy) {
  for (const std::string text : {"", " ", "12 34", "...", "?!"}) {
    const LanguageGuess guess = extractor().language_of(text);
    EXPECT_GT(guess.probability, 0) << text;
    EXPECT_LT(guess.probability, 0.6) << text;
  }
}

TEST(LanguageNames, CodesOfWhatPeopleWrite) {
  for (const char* name : {"id", "ID", "id-ID", "id_ID", "ind", "in", "Indonesian", "Bahasa Indonesia", "indonesia"})
    EXPECT_EQ(languages().code_of(name), "id") << name;
  for (const char* name : {"en", "en-GB", "en_US", "eng", "English", " english "})
    EXPECT_EQ(languages().code_of(name), "en") << name;
  for (const char* name : {"ms", "ms-MY", "msa", "zsm", "Malay", "Bahasa Melayu"})
    EXPECT_EQ(languages().code_of(name), "ms") << name;
  for (const char* name : {"", "xx", "klingon"}) EXPECT_EQ(languages().code_of(name), "") << name;
  EXPECT_EQ(languages().name_of("ms"), "Malay (ms)");
  EXPECT_EQ(languages().name_of("xx"), "xx");
}

}  // namespace
}  // namespace warta::extract
