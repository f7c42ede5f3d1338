#include "dyad_fit.h"

#include <algorithm>
#include <array>

#include "words.h"

namespace warta::story {
namespace {

using codebook::ActorCode;
using codebook::Sector;

constexpr double kSameSide = 1, kSameSector = 0.5, kOtherSector = -0.75, kSameName = 1, kOtherName = -0.75,
                 kWithinCountry = -0.5;

// What one report calls police another calls soldiers, bandits are gunmen, a pupil is a child: reports agree on who
// serves a state, who bears arms against it and who does neither.
constexpr std::array<Sector, 6> kState = {Sector::GOV, Sector::MIL, Sector::COP, Sector::JUD, Sector::LEG, Sector::SPY};
constexpr std::array<Sector, 5> kArmed = {Sector::REB, Sector::UAF, Sector::CRM, Sector::PRE, Sector::PRM};

enum Camp : unsigned { kNoCamp = 0, kOfState = 1, kOfArmed = 2, kOfPeople = 4 };

unsigned camps(const ActorCode& code) {
  unsigned out = kNoCamp;
  for (int s = 0; s < codebook::kSectors; ++s) {
    const auto sector = static_cast<Sector>(s);
    if (!code.has(sector) || sector == Sector::UNK) continue;
    const auto among = [&](const auto& list) { return std::find(list.begin(), list.end(), sector) != list.end(); };
    out |= among(kState) ? kOfState : among(kArmed) ? kOfArmed : kOfPeople;
  }
  return out;
}

bool share_sector(const ActorCode& a, const ActorCode& b) {
  for (int s = 0; s < codebook::kSectors; ++s)
    if (a.has(static_cast<Sector>(s)) && b.has(static_cast<Sector>(s))) return true;
  return false;
}

struct SideFit {
  double weight = 0;
  bool agree = false, names = false;
};

std::optional<SideFit> side_fit(const Side& a, const Side& b, bool one_country) {
  SideFit out;
  if (shared(a.names, b.names) > 0) {
    out.names = true;
    out.weight += kSameName;
  } else if (!a.names.empty() && !b.names.empty()) {
    if (a.code.international() && b.code.international() && a.code == b.code && a.code.from() == "IGO")
      return std::nullopt;  // two organisations, which have no code of their own
    out.weight += kOtherName;
  }
  const unsigned camps_a = camps(a.code), camps_b = camps(b.code);
  const bool other_camp = camps_a != 0 && camps_b != 0 && (camps_a & camps_b) == 0;
  if (unnamed(a) || unnamed(b)) return other_camp && !out.names ? std::nullopt : std::optional<SideFit>(out);
  if (a.code.from() != b.code.from()) return std::nullopt;
  if (other_camp && one_country) return std::nullopt;  // there the sectors alone tell the sides apart
  out.agree = true;
  out.weight += kSameSide + (other_camp ? kOtherSector : share_sector(a.code, b.code) ? kSameSector : 0);
  return out;
}

std::optional<DyadFit> in_order(const Side& source, const Side& target, const Dyad& b) {
  const bool one_country = domestic(b) || domestic({source, target});
  const auto left = side_fit(source, b.source, one_country);
  const auto right = side_fit(target, b.target, one_country);
  if (!left || !right) return std::nullopt;
  DyadFit out{left->weight + right->weight, left->names, right->names};
  if (left->agree && right->agree && one_country) out.weight += kWithinCountry;
  return out;
}

}  // namespace

bool domestic(const Dyad& dyad) { return names_both(dyad) && dyad.source.code.from() == dyad.target.code.from(); }

std::optional<DyadFit> dyad_fit(const Dyad& a, const Dyad& b, bool either_order) {
  auto best = in_order(a.source, a.target, b);
  if (!either_order) return best;
  const auto turned = in_order(a.target, a.source, b);
  if (turned && (!best || turned->weight > best->weight)) best = turned;
  return best;
}

}  // namespace warta::story
