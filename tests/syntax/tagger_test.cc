#include "tagger.h"

#include <gtest/gtest.h>

#include "syntax/support.h"
#include "table.h"

namespace warta::syntax {
namespace {

std::vector<Word> described(const std::vector<std::string_view>& forms, std::vector<std::string>& lower) {
  std::vector<Word> words(forms.size());
  lower.resize(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    lower[i] = forms[i];
    for (char& c : lower[i]) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    words[i].form = forms[i];
    words[i].lower = lower[i];
  }
  describe(words);
  return words;
}

TEST(Words, ShapesAndKeys) {
  std::vector<std::string> lower;
  const auto words = described({"Kenya", "PBB", "16/1", "2024", "2031", "non-blok", "kenya"}, lower);
  EXPECT_TRUE(words[0].shape & kUpperFirst);
  EXPECT_TRUE(words[0].shape & kFirstWord);
  EXPECT_TRUE(words[1].shape & kAllUpper);
  EXPECT_TRUE(words[2].shape & kDigit);
  EXPECT_FALSE(words[2].shape & kOnlyDigits);
  EXPECT_TRUE(words[3].shape & kOnlyDigits);
  EXPECT_EQ(words[3].key, words[4].key) << "digits count as 0";
  EXPECT_TRUE(words[5].shape & kHyphen);
  EXPECT_EQ(words[0].key, words[6].key) << "case does not count";
  EXPECT_EQ(words[0].key, word_key("kenya"));
}

TEST(Words, AHeadlineIsKnownByItsCapitals) {
  std::vector<std::string> lower;
  EXPECT_TRUE(described({"Police", "Arrest", "Three", "in", "Oslo"}, lower)[0].shape & kHeadline);
  EXPECT_FALSE(described({"Police", "arrest", "three", "in", "Oslo"}, lower)[0].shape & kHeadline);
}

TEST(TagList, ReadsWhatItWrites) {
  const auto list = TagList::parse("NOUN|Number=Plur\nVERB\n");
  ASSERT_TRUE(list);
  EXPECT_EQ(list->lines(), "NOUN|Number=Plur\nVERB\n");
  EXPECT_EQ(list->upos[0], Upos::NOUN);
  EXPECT_FALSE(TagList::parse("THING\n"));
  EXPECT_FALSE(TagList::parse(""));
}

TEST(Tables, FindWhatTheyHold) {
  std::vector<WideRow> rows(8);
  const std::uint64_t key = feature(1, 42);
  rows[place_of(key, 8)] = {check_of(key), {}};
  rows[place_of(key, 8)].weights[3] = -5;
  WideTable::Sum sum{};
  WideTable table(rows);
  table.add(key, sum);
  table.add(feature(1, 43), sum);
  EXPECT_EQ(sum[4], -5);
  EXPECT_EQ(sum[3], 0);
  std::vector<NarrowRow> narrow(4);
  narrow[place_of(key, 4)].checks[6] = check_of(key);
  narrow[place_of(key, 4)].weights[6] = {1, 2, 3};
  EXPECT_EQ(NarrowTable(narrow).find(key)[2], 3);
  EXPECT_EQ(NarrowTable(narrow).find(feature(1, 44))[2], 0);
}

}  // namespace
}  // namespace warta::syntax
