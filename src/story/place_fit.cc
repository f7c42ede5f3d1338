#include "place_fit.h"

#include <cmath>

namespace warta::story {
namespace {

using event::EventPlace;

constexpr double kSameTown = 2, kSameRegion = 1.5, kNear = 0.5;
// Kilometres within which two names may tell of one place: a town and its outskirts; an island and its group; a town
// and the waters before it; two waters, each of which has one point in the gazetteer.
constexpr double kTownReach = 25, kIslandReach = 150, kCoastReach = 250, kSeaReach = 1000;

double kilometres(const EventPlace& a, const EventPlace& b) {
  constexpr double kRadius = 6371, kDegree = 3.14159265358979323846 / 180;
  const double dy = (*a.latitude - *b.latitude) * kDegree;
  const double dx = std::remainder(*a.longitude - *b.longitude, 360) * kDegree;  // the shorter way around
  const double flat = dx * std::cos((*a.latitude + *b.latitude) / 2 * kDegree);  // good enough for hundreds of km
  return kRadius * std::sqrt(dy * dy + flat * flat);
}

bool located(const EventPlace& place) { return place.latitude && place.longitude; }

bool same_place(const EventPlace& a, const EventPlace& b) {
  if (a.geonames_id && b.geonames_id) return *a.geonames_id == *b.geonames_id;
  return !a.name.empty() && a.name == b.name;
}

// The division that a place lies in, or that it is.
const std::string& division(const EventPlace& place) { return place.admin1.empty() ? place.name : place.admin1; }

std::optional<double> by_distance(const EventPlace& a, const EventPlace& b) {
  if (!located(a) || !located(b)) return 0;
  const double apart = kilometres(a, b);
  if (apart <= kTownReach) return kNear;
  if (!a.country.empty() && !b.country.empty()) return std::nullopt;
  const bool both_wide = a.country.empty() && b.country.empty();
  if (apart <= kIslandReach) return both_wide ? kNear : 0;
  return apart <= (both_wide ? kSeaReach : kCoastReach) ? std::optional<double>(0) : std::nullopt;
}

}  // namespace

Exactness exactness(const EventPlace& place) {
  if (!located(place)) return place.country.empty() ? Exactness::none : Exactness::country;
  const bool division_itself = place.name == place.admin1 && !place.geonames_id;
  if (place.country.empty() || division_itself || !place.geonames_id) return Exactness::wide;
  return Exactness::town;
}

std::optional<double> place_fit(const std::optional<EventPlace>& a, const std::optional<EventPlace>& b) {
  if (!a || !b || exactness(*a) == Exactness::none || exactness(*b) == Exactness::none) return 0;
  if (!a->country.empty() && !b->country.empty() && a->country != b->country) return std::nullopt;
  if (exactness(*a) == Exactness::country || exactness(*b) == Exactness::country) return 0;
  if (same_place(*a, *b)) return exactness(*a) == Exactness::town ? kSameTown : kSameRegion;
  const bool one_division = !a->country.empty() && !b->country.empty() && division(*a) == division(*b);
  const bool wide = exactness(*a) == Exactness::wide || exactness(*b) == Exactness::wide;
  if (one_division && wide) return kSameRegion;
  return by_distance(*a, *b);
}

}  // namespace warta::story
