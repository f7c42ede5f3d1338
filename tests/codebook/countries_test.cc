#include "codebook/countries.h"

#include <gtest/gtest.h>

namespace warta::codebook {
namespace {

TEST(Countries, HaveNamesInEveryLanguageOfTheFile) {
  const auto countries = parse_countries(
      "# a comment\n"
      "code\tid\tuntil\ten\ten_seat\n"
      "NLD\tBelanda\t\tNetherlands|Holland\tThe Hague\n"
      "RUS\tRusia\t\tRussia\tMoscow\n"
      "RUS PRE\t\t1991-12-26\tSoviet Union\t\n");
  ASSERT_TRUE(countries) << countries.error().message();
  ASSERT_EQ(countries->size(), 3U);
  EXPECT_EQ(countries->at(0).code, "NLD");
  EXPECT_EQ(countries->at(0).names, (std::vector<std::string>{"Belanda", "Netherlands", "Holland"}));
  EXPECT_EQ(countries->at(1).names, (std::vector<std::string>{"Rusia", "Russia"}));
}

TEST(Countries, OfSeveralRowsAreOne) {
  const auto countries = parse_countries("code\ten\nSRB\tSerbia\nIRQ\tIraq\nSRB\tYugoslavia\n");
  ASSERT_TRUE(countries) << countries.error().message();
  ASSERT_EQ(countries->size(), 2U);
  EXPECT_EQ(countries->front().names, (std::vector<std::string>{"Serbia", "Yugoslavia"}));
}

TEST(Countries, TheFileThatCannotBeReadIsNamed) {
  const auto countries = read_countries({"/nowhere"});
  ASSERT_FALSE(countries);
  EXPECT_EQ(countries.error().file, "/nowhere/actors/countries.tsv");
}

}  // namespace
}  // namespace warta::codebook
