#include "query/asked.h"

#include <gtest/gtest.h>

namespace warta::query {
namespace {

const std::vector<codebook::Country> kCountries{{"RUS", {"Russia", "Russian Federation", "Rusia"}},
                                                {"PRK", {"North Korea", "Korea Utara"}},
                                                {"RWA", {"Rwanda"}},
                                                {"GEO PRE", {"Abkhazia"}}};

std::string actor(const std::string& text) {
  Asked asked;
  asked.actor = text;
  const auto filter = understand(asked, kCountries);
  if (!filter) return filter.error().note;
  return filter->actor ? filter->actor->text() : "any";
}

TEST(Asked, ActorsAreCodesOrNamesOfCountries) {
  EXPECT_EQ(actor(""), "any");
  EXPECT_EQ(actor("RUS"), "RUS");
  EXPECT_EQ(actor(" rus gov "), "RUS GOV");
  EXPECT_EQ(actor("Rusia"), "RUS");
  EXPECT_EQ(actor("north korea"), "PRK");
  EXPECT_EQ(actor("Korea Utara mil"), "PRK MIL");
  EXPECT_EQ(actor("Abkhazia"), "GEO PRE");
  EXPECT_EQ(actor("IGO UNO"), "IGO UNO");
  EXPECT_EQ(actor("REB"), "REB");
}

TEST(Asked, AnUnknownActorIsAnErrorThatNamesWhatIsNear) {
  EXPECT_EQ(actor("RUSS"),
            "--actor wants a country or a code such as RUS or RUS GOV, and 'RUSS' is none; "
            "near it: RUS (Russia), Russia (RUS), Rusia (RUS)");
  EXPECT_EQ(actor("XQZ"), "--actor wants a country or a code such as RUS or RUS GOV, and 'XQZ' is none");
  EXPECT_NE(actor("RUS GVO").find("'RUS GVO' is none"), std::string::npos);
  EXPECT_NE(actor("RUS GOV GOV").find("is none"), std::string::npos);
}

TEST(Asked, RootsAndStatuses) {
  Asked asked;
  asked.root = "accuse, Reject";
  asked.status = "denied";
  const auto filter = understand(asked, kCountries, kHappened);
  ASSERT_TRUE(filter);
  EXPECT_EQ(filter->roots, (std::vector<codebook::Root>{codebook::Root::ACCUSE, codebook::Root::REJECT}));
  EXPECT_EQ(filter->statuses, std::vector<event::Status>{event::Status::denied});
  asked.status = "all";
  EXPECT_TRUE(understand(asked, kCountries, kHappened)->statuses.empty());
  asked.status = "";
  EXPECT_EQ(understand(asked, kCountries, kHappened)->statuses, kHappened);
}

TEST(Asked, UnknownRootsAndStatusesNameThoseThereAre) {
  Asked asked;
  asked.root = "ACUSE";
  EXPECT_EQ(understand(asked, kCountries).error().note,
            "--root wants a root of PLOVER, and 'ACUSE' is none; near it: ACCUSE");
  asked.root = "FROWN";
  EXPECT_NE(understand(asked, kCountries).error().note.find("there are: AGREE, CONSULT"), std::string::npos);
  asked.root = "";
  asked.status = "rumoured";
  EXPECT_EQ(
      understand(asked, kCountries).error().note,
      "--status 'rumoured' is none of reported, alleged, denied, planned, requested, hypothetical, historical, all");
}

TEST(Asked, DaysMonthsAndYearsBoundAtTheirEnds) {
  Asked asked;
  asked.since = "2024-02";
  asked.until = "2024";
  const auto filter = understand(asked, kCountries);
  ASSERT_TRUE(filter);
  EXPECT_EQ(iso(*filter->since), "2024-02-01");
  EXPECT_EQ(iso(*filter->until), "2024-12-31");
  for (const char* wrong : {"2024-02-30", "2024-13", "May", "2024-2", "20240501"}) {
    asked.since = wrong;
    EXPECT_FALSE(understand(asked, kCountries)) << wrong;
  }
  asked.since = "2025";
  EXPECT_EQ(understand(asked, kCountries).error().note, "--since 2025 is after --until 2024");
}

TEST(Asked, PlacesAreCountriesOrWords) {
  Asked asked;
  asked.place = "Rwanda";
  EXPECT_EQ(understand(asked, kCountries)->place_country, "RWA");
  asked.place = "Lake Kivu";
  EXPECT_EQ(understand(asked, kCountries)->place_words, "lake kivu");
}

}  // namespace
}  // namespace warta::query
