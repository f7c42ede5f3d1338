#include "words.h"

#include <gtest/gtest.h>

#include "mention/books.h"

namespace warta::story {
namespace {

std::vector<std::string> lower_words(std::string_view text) {
  std::vector<std::string> out;
  WordReader word(text);
  while (word.next()) out.emplace_back(word.lower());
  return out;
}

TEST(Words, AreRunsOfLettersAndDigits) {
  EXPECT_EQ(lower_words("Five-year plan, ÉTÉ 2024; it's"),
            (std::vector<std::string>{"five", "year", "plan", "été", "2024", "it", "s"}));
  EXPECT_TRUE(lower_words(" -- ").empty());
}

Words named(std::initializer_list<const char*> words) {
  Words out;
  for (const char* word : words) out.push_back(word_hash(word));
  settle(out, 100);
  return out;
}

Words names_in(std::string_view text, Piece piece = Piece::sentences) {
  Words out;
  add_names(text, piece, **warta::test::books().language("en"), out);
  settle(out, 100);
  return out;
}

TEST(Names, AreWordsWithACapitalInsideASentence) {
  EXPECT_EQ(names_in("Yesterday Odhiambo left Bondo. Nobody asked why."), named({"odhiambo", "bondo"}));
  EXPECT_EQ(names_in("Odhiambo Ouma", Piece::phrase), named({"odhiambo", "ouma"}));
}

TEST(Names, AreNoCountriesRolesAndDays) {
  EXPECT_EQ(names_in("On Monday the President of Kenya met Ouma."), named({"ouma"}));
}

TEST(Names, NumbersCountUnlessTheyAreDates) {
  EXPECT_EQ(names_in("they took 31 girls on January 14, 1988 and 17 on 20 May, not on 3/12/2024"), named({"31", "17"}));
  EXPECT_EQ(names_in("some 60,000 came, 9 stayed"), named({"60"}));
}

TEST(Words, SharedCountsEachOnce) {
  EXPECT_EQ(shared(named({"a", "b", "c"}), named({"b", "c", "d"})), 2u);
  EXPECT_EQ(shared({}, named({"b"})), 0u);
}

}  // namespace
}  // namespace warta::story
