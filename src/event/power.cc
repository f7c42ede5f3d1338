#include "power.h"

#include <algorithm>
#include <array>

#include "domain.h"

namespace warta::event {
namespace {

using codebook::Root;
using codebook::Sector;

constexpr std::array kPowers{Sector::GOV, Sector::LEG, Sector::MIL, Sector::COP, Sector::PTY,
                             Sector::OPP, Sector::ELI, Sector::REB, Sector::PRM};
constexpr std::array kOfWords{Root::AGREE, Root::CONSULT, Root::SUPPORT, Root::CONCEDE, Root::COOPERATE,
                              Root::AID,   Root::RETREAT, Root::REQUEST, Root::REJECT,  Root::THREATEN};

}  // namespace

bool governs(const codebook::ActorCode& code) {
  return std::any_of(kPowers.begin(), kPowers.end(), [&](Sector sector) { return code.has(sector); });
}

bool political(const codebook::ActorCode& code) {
  const bool state = code.known() && !code.has_sector() && !code.international();
  return state || of_politics(code) || governs(code) || code.from().substr(0, 3) == "IGO" || code.has(Sector::UAF) ||
         code.has(Sector::PRE) || code.has(Sector::LAB) || code.has(Sector::REL);
}

bool of_words(Root root) { return std::find(kOfWords.begin(), kOfWords.end(), root) != kOfWords.end(); }

bool directed(Root root) {
  return root != Root::PROTEST && root != Root::MOBILIZE && root != Root::RETREAT && root != Root::CONCEDE &&
         root != Root::AGREE;
}

}  // namespace warta::event
