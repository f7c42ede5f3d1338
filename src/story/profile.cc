#include "profile.h"

#include <algorithm>

#include "place_fit.h"

namespace warta::story {
namespace {

// Bounds of what is compared; a happening told in more ways than these is recognised by the first or latest of them.
constexpr std::size_t kMostDyads = 8, kMostCameos = 4, kMostEvidence = 4;

// Days before its publication on which what an article tells without a date may have been: a headline and a first
// sentence tell of yesterday, what follows also of the days before, a denial of what was said last week.
constexpr int kHeadlineReach = 1, kBodyReach = 3, kDenialReach = 7;
constexpr std::uint32_t kHeadlines = 2;  // sentences

int reach(const Happening& happening) {
  if (!happening.date || happening.status == event::Status::denied) return kDenialReach;
  return happening.sentence < kHeadlines ? kHeadlineReach : kBodyReach;
}

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

// To what both allow; what they told in other ways of one thing, though their days do not meet, changes nothing.
void narrow(std::optional<Interval>& days, const std::optional<Interval>& others) {
  if (!others) return;
  const Interval both =
      days ? Interval{std::max(days->first, others->first), std::min(days->last, others->last)} : *others;
  if (both.first <= both.last) days = both;
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
      return dated ? Sort::dated_plan : Sort::plan;
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
  out.dateless = !happening.date;
  if (published) {
    out.published = single(*published);
    if (!out.told) out.possible = Interval{*published - std::chrono::days(reach(happening)), *published};
  }
  out.place = happening.place;
  out.counts = happening.counts;
  if (!happening.evidence.empty()) out.evidence.push_back(happening.evidence);
  return out;
}

void absorb(Profile& profile, const Profile& other) {
  profile.sort = std::min(profile.sort, other.sort);  // a plan whose day is told is dated, one that was done an act
  profile.dateless = profile.dateless || other.dateless;
  for (const std::string& cameo : other.cameos) {
    const bool known = std::find(profile.cameos.begin(), profile.cameos.end(), cameo) != profile.cameos.end();
    if (!known && profile.cameos.size() < kMostCameos) profile.cameos.push_back(cameo);
  }
  for (const Dyad& dyad : other.dyads) add_dyad(profile.dyads, dyad);
  narrow(profile.told, other.told);
  narrow(profile.possible, other.possible);
  widen(profile.published, other.published);
  if (other.place && exactness(*other.place) > (profile.place ? exactness(*profile.place) : Exactness::none))
    profile.place = other.place;
  for (std::size_t i = 0; i < profile.counts.size(); ++i)
    if (other.counts[i]) profile.counts[i] = other.counts[i];
  for (const Words& words : other.evidence) {
    if (std::find(profile.evidence.begin(), profile.evidence.end(), words) != profile.evidence.end()) continue;
    if (profile.evidence.size() < kMostEvidence) profile.evidence.push_back(words);
  }
}

}  // namespace warta::story
