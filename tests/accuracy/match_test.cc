#include "match.h"

#include "rows.h"

namespace warta::accuracy {
namespace {

TEST(Country, IsTheFirstWordOrTheOrganisation) {
  EXPECT_EQ(country("PRK GOV"), "PRK");
  EXPECT_EQ(country("IGO UNO"), "UNO");
  EXPECT_EQ(country("IGO EUR GOV"), "EUR");
  EXPECT_EQ(country("NGO MED"), "NGO");
  EXPECT_EQ(country(""), "");
}

TEST(Same, AsksForRootAndCountries) {
  EXPECT_TRUE(same(gold("KEN GOV | ACCUSE 111 | UGA"), row("KEN | ACCUSE 112 | UGA MIL")));
  EXPECT_FALSE(same(gold("KEN | ACCUSE 111 | UGA"), row("KEN | REJECT 120 | UGA")));
  EXPECT_FALSE(same(gold("KEN | ACCUSE 111 | UGA"), row("UGA | ACCUSE 111 | KEN")));
  EXPECT_FALSE(same(gold("KEN | ACCUSE 111 | UGA"), row("KEN | ACCUSE 111 | -")));
  EXPECT_TRUE(same(gold("KEN | PROTEST 141 | -"), row("KEN | PROTEST 140 | -")));
}

TEST(Same, TakesReciprocalActsInEitherOrder) {
  EXPECT_TRUE(same(gold("KEN | CONSULT 040 | UGA"), row("UGA | CONSULT 042 | KEN")));
  EXPECT_FALSE(same(gold("KEN | AID 070 | UGA"), row("UGA | AID 070 | KEN")));
}

TEST(Same, TakesTheOtherReading) {
  GoldEvent event = gold("KEN | ACCUSE 111 | UGA");
  event.alternative = Alternative{codebook::Root::REJECT, std::nullopt, ""};
  EXPECT_TRUE(same(event, row("KEN | REJECT 120 | -")));
  EXPECT_TRUE(same(event, row("KEN | ACCUSE 111 | UGA")));
  EXPECT_FALSE(same(event, row("KEN | REJECT 120 | UGA")));  // an alternative is one reading, not a mixture
}

TEST(Right, ComparesFieldByField) {
  GoldEvent want = gold("KEN GOV MIL | ACCUSE 1121 | UGA");
  event::Row got = row("KEN MIL GOV | ACCUSE 112 | UGA");
  EXPECT_EQ(right(Field::sectors, want, got), true);
  EXPECT_EQ(right(Field::cameo, want, got), true);  // the fourth digit is a matter of detail
  EXPECT_EQ(right(Field::status, want, got), true);
  EXPECT_EQ(right(Field::place, want, got), std::nullopt);  // the gold does not speak of it
  EXPECT_EQ(right(Field::counts, want, got), std::nullopt);
  EXPECT_EQ(right(Field::mode, want, got), std::nullopt);
  got = row("KEN | ACCUSE 113 | UGA");
  EXPECT_EQ(right(Field::sectors, want, got), false);
  EXPECT_EQ(right(Field::cameo, want, got), false);
}

TEST(Right, ComparesSpeakersByTheirCore) {
  GoldEvent want = gold("KEN | ACCUSE 111 | UGA");
  event::Row got = row("KEN | ACCUSE 111 | UGA");
  EXPECT_EQ(right(Field::speaker, want, got), true);  // the article itself says so
  want.speaker = "the Foreign Ministry";
  EXPECT_EQ(right(Field::speaker, want, got), false);
  got.attribution = event::RowAttribution{{"foreign ministry", {}}, {}};
  EXPECT_EQ(right(Field::speaker, want, got), true);
}

TEST(Right, ComparesDatesWithinTheGoldsPrecision) {
  GoldEvent want = gold("KEN | ACCUSE 111 | UGA");
  event::Row got = row("KEN | ACCUSE 111 | UGA");
  const Day day = civil_day(2024, 5, 14).value();
  got.date = event::EventDate{single(day), event::DateBasis::text};
  EXPECT_EQ(right(Field::date, want, got), false);
  got.date->basis = event::DateBasis::publication;
  EXPECT_EQ(right(Field::date, want, got), true);  // no date is told
  for (const char* date : {"2024-05-14", "2024-05", "2024", "2024-05-13/2024-05-19"}) {
    want.date = date;
    EXPECT_EQ(right(Field::date, want, got), true) << date;
  }
  want.date = "2024-04";
  EXPECT_EQ(right(Field::date, want, got), false);
}

TEST(Right, ComparesPlacesCountsAndMode) {
  GoldEvent want = gold("KEN | ASSAULT 190 | UGA");
  event::Row got = row("KEN | ASSAULT 190 | UGA");
  want.place_asked = true;
  EXPECT_EQ(right(Field::place, want, got), true);
  want.place = "Nairobi";
  EXPECT_EQ(right(Field::place, want, got), false);
  got.place = event::RowPlace{"nairobi, Kenya", {}};
  EXPECT_EQ(right(Field::place, want, got), true);
  want.counts[0] = event::Bounds{5, std::nullopt};
  EXPECT_EQ(right(Field::counts, want, got), false);
  got.counts[0] = event::Bounds{5, 7};
  EXPECT_EQ(right(Field::counts, want, got), true);
  want.mode = "airstrike";
  EXPECT_EQ(right(Field::mode, want, got), false);
  got.mode = "airstrike";
  EXPECT_EQ(right(Field::mode, want, got), true);
}

}  // namespace
}  // namespace warta::accuracy
