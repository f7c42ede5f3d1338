#include "profile.h"

#include <algorithm>

#include "place_fit.h"

namespace warta::story {
namespace {

// Bounds of what is compared; a happening told in more ways than these is recognised by the first or latest of them.
constexpr std::size_t kMostDyads = 8, kMostCameos = 4, kMostEvidence = 3;

bool same(const Side& a, const Side& b) { return a.code == b.code && a.names == b.names; }
bool same(const Dyad& a, const Dyad& b) { return same(a.source, b.source) && same(a.target, b.target); }

void add_dyad(std::vector<Dyad>& dyads, const Dyad& dyad) {
  const bool had_both = !dyads.empty() && names_both(dyads.front());
  if (had_both && !names_both(dyad)) return;
  if (!had_both && names_both(dyad)) dyads.clear();
  const bool known = std::any_of(dyads.begin(), dyads.end(), [&](const Dyad& d) { return same(d, dyad); });
  if (!known && dyads.size() < kMostDyads) dyads.push_back(dyad);
}

void widen(std::optional<Interval>& days, const std::optional<Interval>& others) {
  if (!others) return;
  days = days ? Interval{std::min(days->first, others->first), std::max(days->last, others->last)} : *others;
}

void narrow(std::optional<Interval>& days, const std::optional<Interval>& others) {
  if (!others) return;
  days = days ? Interval{std::max(days->first, others->first), std::min(days->last, others->last)} : *others;
}

}  // namespace

bool unnamed(const Side& side) { return side.code.from().empty(); }
bool names_both(const Dyad& dyad) { return !unnamed(dyad.source) && !unnamed(dyad.target); }
bool told_itself(const event::EventDate& date) { return date.basis != event::DateBasis::publication; }

Sort sort_of(const Happening& happening) {
  const bool dated = happening.date && told_itself(*happening.date);
  switch (happening.status) {
    case event::Status::requested:
      return Sort::request;
    case event::Status::hypothetical:
      return Sort::condition;
    case event::Status::planned:
      return dated ? Sort::act : Sort::plan;
    case event::Status::historical:
      return dated ? Sort::act : Sort::memory;
    default:
      return Sort::act;
  }
}

Profile profile_of(const Happening& happening, std::optional<Day> published) {
  Profile out;
  out.root = happening.root;
  out.sort = sort_of(happening);
  out.cameos.push_back(happening.cameo);
  out.dyads.push_back({happening.source, happening.target});
  if (happening.date && told_itself(*happening.date)) out.told = happening.date->days;
  if (published) out.published = single(*published);
  out.place = happening.place;
  out.counts = happening.counts;
  if (!happening.evidence.empty()) out.evidence.push_back(happening.evidence);
  return out;
}

void absorb(Profile& profile, const Profile& other) {
  for (const std::string& cameo : other.cameos) {
    const bool known = std::find(profile.cameos.begin(), profile.cameos.end(), cameo) != profile.cameos.end();
    if (!known && profile.cameos.size() < kMostCameos) profile.cameos.push_back(cameo);
  }
  for (const Dyad& dyad : other.dyads) add_dyad(profile.dyads, dyad);
  narrow(profile.told, other.told);
  widen(profile.published, other.published);
  if (other.place && exactness(*other.place) > (profile.place ? exactness(*profile.place) : Exactness::none))
    profile.place = other.place;
  for (std::size_t i = 0; i < profile.counts.size(); ++i)
    if (other.counts[i]) profile.counts[i] = other.counts[i];
  for (const Words& words : other.evidence) {
    if (std::find(profile.evidence.begin(), profile.evidence.end(), words) != profile.evidence.end()) continue;
    if (profile.evidence.size() == kMostEvidence) profile.evidence.erase(profile.evidence.begin());
    profile.evidence.push_back(words);
  }
}

}  // namespace warta::story
