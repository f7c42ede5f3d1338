#include "actors.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "codebook/files.h"
#include "lexicon.h"

namespace warta::codebook {
namespace {

TEST(ActorCode, ParsesAndPrints) {
  for (const char* text :
       {"PRK GOV", "USA", "IGO UNO", "IGO EUR LEG", "IGO", "NGO MED", "MNC", "REB", "IMG", "KOS MIL COP"}) {
    const auto code = ActorCode::parse(text);
    ASSERT_TRUE(code) << text;
    EXPECT_EQ(code->text(), text);
    EXPECT_EQ(ActorCode::parse(code->text()), code);
  }
}

TEST(ActorCode, PrintsSectorsInOneOrder) {
  EXPECT_EQ(ActorCode::parse("IDN JRN COP MIL")->text(), "IDN MIL COP JRN");
  EXPECT_EQ(ActorCode::parse("UNK GOV")->text(), "GOV UNK");
}

TEST(ActorCode, RoundTripOfEverySetOfTwoSectors) {
  for (int a = 0; a < kSectors; ++a)
    for (int b = 0; b < kSectors; ++b) {
      const ActorCode code = ActorCode().with_from("KEN").with(static_cast<Sector>(a)).with(static_cast<Sector>(b));
      const auto again = ActorCode::parse(code.text());
      ASSERT_TRUE(again) << code.text();
      EXPECT_EQ(*again, code);
      EXPECT_TRUE(again->has(static_cast<Sector>(a)) && again->has(static_cast<Sector>(b)));
    }
}

TEST(ActorCode, RefusesWhatIsNone) {
  for (const char* text :
       {"", "   ", "US", "usa", "USAX", "USA gov", "USA USA", "GOV USA", "USA GOV GOV", "IGO UNO EUR", "NGO UNO"})
    EXPECT_FALSE(ActorCode::parse(text)) << text;
}

TEST(ActorCode, Parts) {
  const ActorCode code = *ActorCode::parse("IGO UNO MIL");
  EXPECT_EQ(code.from(), "IGO UNO");
  EXPECT_TRUE(code.international());
  EXPECT_FALSE(ActorCode::parse("USA MIL")->international());
  EXPECT_EQ(code.only(Sector::COP).text(), "IGO UNO COP");
  EXPECT_EQ(code.without_sectors().text(), "IGO UNO");
  EXPECT_EQ(ActorCode::parse("MIL")->with_from("KEN").text(), "KEN MIL");
  EXPECT_EQ(ActorCode().text(), "");
  EXPECT_FALSE(ActorCode().known());
  EXPECT_TRUE(ActorCode::parse("MIL")->known());
}

TEST(Sector, NamesRoundTrip) {
  for (int i = 0; i < kSectors; ++i) EXPECT_EQ(parse_sector(name(static_cast<Sector>(i))), static_cast<Sector>(i));
  EXPECT_FALSE(parse_sector("XXX"));
  EXPECT_FALSE(parse_sector(""));
}

class Names : public ::testing::Test {
 protected:
  static NameBook read(const char* language) {
    static const std::string countries = base("actors/countries.tsv"), organisations = base("actors/organisations.tsv"),
                             groups = base("actors/groups.tsv"), persons = base("actors/persons.tsv");
    auto book = NameBook::read({countries, organisations, groups, "", persons}, language);
    EXPECT_TRUE(book) << book.error().message();
    return book ? std::move(*book) : NameBook();
  }
  // The actor of a phrase as it is written, and what kind of name it is: "USA demonym" on a day.
  static std::string found(const NameBook& book, const std::string& text, std::optional<Day> day = std::nullopt) {
    const auto words = words_of(text);
    std::vector<std::string> lower;
    for (const auto word : words) lower.push_back(utf8::lower(word));
    const auto match = book.phrases().longest(
        [&](std::uint32_t n) { return n < lower.size() ? std::string_view(lower[n]) : std::string_view{}; },
        [&](Case needs, std::uint32_t n) {
          for (std::uint32_t i = 0; needs == Case::capitals && i < n; ++i)
            if (!utf8::all_upper(words[i])) return false;
          return needs != Case::capitalised || utf8::starts_upper(words[0]);
        });
    if (!match || match->words != words.size()) return "";
    static constexpr std::array<const char*, 8> kKinds{"country",      "demonym", "seat",    "epithet",
                                                       "organisation", "group",   "company", "person"};
    return book.actor(match->value->actor).role_on(day).code.text() + " " +
           kKinds[static_cast<std::size_t>(match->value->kind)];
  }
};

TEST_F(Names, OfOneLanguage) {
  const NameBook id = read("id"), en = read("en");
  EXPECT_EQ(found(id, "Amerika Serikat"), "USA country");
  EXPECT_EQ(found(id, "Gedung Putih"), "USA seat");
  EXPECT_EQ(found(id, "Negeri Paman Sam"), "USA epithet");
  EXPECT_EQ(found(en, "Americans"), "USA demonym");
  EXPECT_EQ(found(en, "Kremlin"), "RUS seat");
  EXPECT_EQ(found(id, "United States"), "") << "countries are known in the language's own words";
  EXPECT_EQ(found(id, "PBB"), "IGO UNO organisation");
  EXPECT_EQ(found(en, "PBB"), "");
  EXPECT_EQ(found(id, "UN"), "") << "one word of another language may mean anything";
  EXPECT_EQ(found(en, "Uni Eropa"), "IGO EUR organisation") << "several words of another language do not";
  EXPECT_EQ(found(id, "European Union"), "IGO EUR organisation") << "the canonical name is good everywhere";
  EXPECT_EQ(found(id, "Tbilisi"), "GEO seat") << "an empty cell falls back to English";
}

TEST_F(Names, CaseRules) {
  const NameBook id = read("id"), en = read("en");
  EXPECT_EQ(found(id, "AS"), "USA country");
  EXPECT_EQ(found(id, "As"), "");
  EXPECT_EQ(found(en, "US"), "USA country");
  EXPECT_EQ(found(en, "us"), "");
  EXPECT_EQ(found(en, "Georgia"), "GEO country");
  EXPECT_EQ(found(en, "georgia"), "");
  EXPECT_EQ(found(en, "GEORGIA"), "GEO country");
  EXPECT_EQ(found(en, "WHO"), "IGO UNO organisation");
  EXPECT_EQ(found(en, "who"), "");
}

TEST_F(Names, HyphensPartedOrNot) {
  const NameBook en = read("en");
  EXPECT_EQ(found(en, "Al-Bahr"), "KEN REB group");
  EXPECT_EQ(found(en, "Al - Bahr"), "KEN REB group");
}

TEST_F(Names, RolesOverTime) {
  const NameBook en = read("en");
  const auto day = [](int y, unsigned m, unsigned d) { return civil_day(y, m, d); };
  EXPECT_EQ(found(en, "Lakeside Front", day(2020, 5, 31)), "UGA REB group");
  EXPECT_EQ(found(en, "Lakeside Front", day(2020, 6, 1)), "UGA GOV group");
  EXPECT_EQ(found(en, "Lakeside Front"), "UGA GOV group") << "without a day, the last row";
  EXPECT_EQ(found(en, "Amina Baraka", day(2012, 1, 1)), "KEN LEG person");
  EXPECT_EQ(found(en, "Amina Baraka", day(2015, 1, 20)), "KEN GOV person");
  EXPECT_EQ(found(en, "Amina Baraka", day(2020, 1, 20)), "KEN ELI person") << "out of office";
  EXPECT_EQ(found(en, "Amina Baraka", day(1990, 1, 1)), "KEN LEG person") << "before all roles: the first to come";
  EXPECT_EQ(found(en, "River Militia", day(2012, 1, 1)), "KEN REB group") << "between two roles: the one that ended";
  EXPECT_EQ(found(en, "Joseph Mukasa", day(2030, 1, 1)), "UGA OPP person");
  EXPECT_EQ(found(en, "USSR", day(2024, 1, 1)), "RUS country") << "after all roles: the last one";
}

TEST(RoleOn, NobodyWithoutRoles) { EXPECT_FALSE(Actor{}.role_on(std::nullopt).code.known()); }

std::optional<Role> role(const RoleBook& book, const std::vector<std::string>& lower, Case written) {
  const auto match = book.phrases.longest(
      [&](std::uint32_t n) { return n < lower.size() ? std::string_view(lower[n]) : std::string_view{}; },
      [&](Case needs, std::uint32_t) { return needs <= written; });
  if (!match || match->words != lower.size()) return std::nullopt;
  return *match->value;
}

TEST(Roles, InflectAndKeepTheirCase) {
  const auto id = RoleBook::read(base("lang/id/roles.tsv"), *Morphology::read(base("lang/id/morphology.tsv")));
  const auto en = RoleBook::read(base("lang/en/roles.tsv"), *Morphology::read(base("lang/en/morphology.tsv")));
  ASSERT_TRUE(id && en);
  EXPECT_EQ(role(*id, {"menteri", "luar", "negeri"}, Case::any)->sector, Sector::GOV);
  EXPECT_EQ(role(*id, {"menteri-menteri", "luar", "negeri"}, Case::any)->kind, RoleKind::title);
  EXPECT_EQ(role(*id, {"juru", "bicara"}, Case::any)->kind, RoleKind::part);
  EXPECT_FALSE(role(*id, {"juru", "bicara"}, Case::any)->sector);
  EXPECT_EQ(role(*en, {"foreign", "ministers"}, Case::any)->sector, Sector::GOV);
  EXPECT_FALSE(role(*en, {"mp"}, Case::any)) << "MP asks for capitals";
  EXPECT_TRUE(role(*en, {"mp"}, Case::capitals));
  EXPECT_TRUE(role(*en, {"mps"}, Case::capitalised)) << "MPs";
}

}  // namespace
}  // namespace warta::codebook
