#include "dyad_fit.h"

#include <gtest/gtest.h>

#include "set.h"

namespace warta::story {
namespace {

Side side(std::string text) {
  Side out;
  if (text == "-") return out;
  std::replace(text.begin(), text.end(), ':', ' ');
  out.code = codebook::ActorCode::parse(text).value();
  return out;
}

TEST(DyadFit, Cases) {
  const auto cases = warta::test::read_cases(std::string(WARTA_SOURCE_DIR) + "/tests/story/cases/dyads.txt");
  ASSERT_FALSE(cases.empty());
  for (const auto& item : cases) {
    for (const auto& [key, value] : item.fields) {
      const auto words = test::parted(value, ' ');
      ASSERT_EQ(words.size(), 4u) << item.where();
      const Dyad a{side(words[0]), side(words[1])}, b{side(words[2]), side(words[3])};
      for (const auto& [x, y] : {std::pair(a, b), std::pair(b, a)}) {
        EXPECT_EQ(dyad_fit(x, y, false).has_value(), key == "one") << item.where() << ": " << value;
        if (key != "apart") {
          EXPECT_TRUE(dyad_fit(x, y, true)) << item.where() << ": " << value;
        }
      }
    }
  }
}

TEST(DyadFit, TwoOrganisationsWithoutACodeOfTheirOwnAreTwo) {
  Dyad a{side("IGO"), side("KEN")}, b = a;
  a.source.names = test::words_of("asean");
  b.source.names = test::words_of("nato");
  EXPECT_FALSE(dyad_fit(a, b, false));
  b.source.names = a.source.names;
  ASSERT_TRUE(dyad_fit(a, b, false));
  EXPECT_TRUE(dyad_fit(a, b, false)->source_names);
}

TEST(DyadFit, ANameThatBothTellWeighsMoreThanNone) {
  Dyad a{side("KEN:GOV"), side("UGA")}, b = a, c = a;
  a.source.names = b.source.names = test::words_of("wanjala");
  c.source.names = test::words_of("barasa");
  EXPECT_GT(dyad_fit(a, b, false)->weight, dyad_fit(a, Dyad{side("KEN:GOV"), side("UGA")}, false)->weight);
  EXPECT_LT(dyad_fit(a, c, false)->weight, dyad_fit(a, Dyad{side("KEN:GOV"), side("UGA")}, false)->weight);
}

}  // namespace
}  // namespace warta::story
