#include "place_fit.h"

#include <gtest/gtest.h>

namespace warta::story {
namespace {

using event::EventPlace;

EventPlace place(std::string name, std::string country, std::string division, double latitude, double longitude,
                 std::uint32_t geonames) {
  EventPlace out;
  out.name = std::move(name);
  out.country = std::move(country);
  out.admin1 = std::move(division);
  out.latitude = latitude;
  out.longitude = longitude;
  if (geonames != 0) out.geonames_id = geonames;
  return out;
}

EventPlace country(std::string code) {
  EventPlace out;
  out.name = out.country = std::move(code);
  return out;
}

const EventPlace kKisumu = place("Kisumu", "KEN", "Kisumu", -0.1, 34.75, 191245);
const EventPlace kMombasa = place("Mombasa", "KEN", "Mombasa", -4.05, 39.66, 186301);
const EventPlace kKassala = place("Kassala", "SDN", "Kassala", 15.45, 36.4, 372753);
const EventPlace kKassalaState = place("Kassala state", "SDN", "Kassala", 15.4, 36.0, 0);
const EventPlace kGedarefState = place("Gedaref state", "SDN", "Gedaref", 14.0, 35.4, 0);
const EventPlace kIslands = place("Paracel Islands", "", "", 16.5, 112.0, 0);
const EventPlace kIsland = place("Woody Island", "", "", 16.83, 112.33, 0);
const EventPlace kSea = place("South China Sea", "", "", 13.0, 114.0, 0);
const EventPlace kDaNang = place("Da Nang", "VNM", "Da Nang", 16.07, 108.22, 1583992);

void expect(const std::optional<EventPlace>& a, const std::optional<EventPlace>& b, bool one) {
  EXPECT_EQ(place_fit(a, b).has_value(), one) << (a ? a->name : "-") << ", " << (b ? b->name : "-");
  EXPECT_EQ(place_fit(a, b), place_fit(b, a));
}

TEST(PlaceFit, TownsAreOneOrTwo) {
  expect(kKisumu, kKisumu, true);
  expect(kKisumu, kMombasa, false);
  expect(kKisumu, kKassala, false);
  EXPECT_GT(*place_fit(kKisumu, kKisumu), 1);
}

TEST(PlaceFit, ADivisionHoldsItsTowns) {
  expect(kKassalaState, kKassala, true);
  expect(kKassalaState, kGedarefState, false);
  EXPECT_GT(*place_fit(kKassalaState, kKassala), 1);
}

TEST(PlaceFit, ACountryHoldsAllAndSaysNothing) {
  expect(country("KEN"), kKisumu, true);
  expect(country("KEN"), kKassala, false);
  EXPECT_EQ(place_fit(country("KEN"), kKisumu), 0.0);
  EXPECT_EQ(place_fit(std::nullopt, kKisumu), 0.0);
}

TEST(PlaceFit, WatersAndIslandsAreWide) {
  expect(kIslands, kIsland, true);
  expect(kIslands, kSea, true);
  expect(kIslands, kDaNang, false);
  EXPECT_GT(*place_fit(kIslands, kIsland), 0);
}

TEST(PlaceFit, NothingIsTwiceAsFarBecauseTheDateLineLiesBetween) {
  expect(place("East", "", "", -17.0, 179.9, 0), place("West", "", "", -17.0, -179.9, 0), true);
}

}  // namespace
}  // namespace warta::story
