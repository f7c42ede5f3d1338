#include "truecase.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "pipeline.h"
#include "syntax/support.h"

namespace warta::syntax {
namespace {

// The words of a sentence that are still written big after truecase().
std::vector<std::string> big_words(const Pipeline& pipeline, const std::string& text, const WordGuess& guess = {}) {
  const auto forms = split(text);
  std::vector<std::string> lower;
  for (const auto& form : forms) lower.push_back(utf8::lower(form));
  std::vector<Word> words(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) words[i].form = forms[i], words[i].lower = lower[i];
  describe(words);
  truecase(words, pipeline.tagger, pipeline.lemmas, guess);
  std::vector<std::string> out;
  for (const Word& word : words)
    if ((word.shape & kUpperFirst) != 0) out.emplace_back(word.form);
  return out;
}

TEST(Truecase, Cases) {
  std::size_t count = 0;
  for (const test::Case& one : test::read_cases(test_path("truecase.txt"))) {
    const auto pipeline = Pipeline::load(models(), one.get("language"));
    ASSERT_TRUE(pipeline) << pipeline.error().message();
    const auto big = big_words(*pipeline, one.get("text"));
    const auto is_big = [&](const std::string& word) { return std::count(big.begin(), big.end(), word) != 0; };
    for (const auto& word : split(one.get("big"))) EXPECT_TRUE(is_big(word)) << one.where() << word;
    for (const auto& word : split(one.get("small"))) EXPECT_FALSE(is_big(word)) << one.where() << word;
    ++count;
  }
  EXPECT_GE(count, 4u);
}

TEST(Truecase, TheCodebooksGuessDecidesOnWordsThatAreNotLearned) {
  const auto pipeline = Pipeline::load(models(), "en");
  ASSERT_TRUE(pipeline) << pipeline.error().message();
  const WordGuess noun = [](std::string_view lower) {
    return lower == "zwerimba" ? std::optional(Upos::NOUN) : std::nullopt;
  };
  const std::string text = "Police Question Zwerimba Over Missing Money";
  EXPECT_EQ(big_words(*pipeline, text), (std::vector<std::string>{"Police", "Zwerimba"}));
  EXPECT_EQ(big_words(*pipeline, text, noun), std::vector<std::string>{"Police"});
}

}  // namespace
}  // namespace warta::syntax
