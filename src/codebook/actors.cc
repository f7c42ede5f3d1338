#include "actors.h"

#include <algorithm>

#include "lines.h"

namespace warta::codebook {
namespace {

constexpr std::array<std::string_view, kSectors> kNames{"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "PTY", "REB",
                                                        "UAF", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB",
                                                        "MED", "OPP", "PRE", "REF", "REL", "SOC", "UNK"};

// Organisations with a code of their own within IGO (CODEBOOK.md, actors).
bool is_body_of_igo(std::string_view word) { return word == "UNO" || word == "EUR"; }

bool is_country_shaped(std::string_view word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string_view name(Sector sector) { return kNames[static_cast<std::size_t>(sector)]; }

std::optional<Sector> parse_sector(std::string_view name) {
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<Sector>(at - kNames.begin());
}

std::optional<ActorCode> ActorCode::parse(std::string_view text) {
  const std::vector<std::string_view> words = blanks(text);
  if (words.empty()) return std::nullopt;
  ActorCode code;
  std::size_t i = 0;
  if (!parse_sector(words[0])) {
    if (!is_country_shaped(words[0])) return std::nullopt;
    const bool body = words[0] == "IGO" && words.size() > 1 && is_body_of_igo(words[1]);
    code = code.with_from(body ? "IGO " + std::string(words[1]) : std::string(words[0]));
    i = body ? 2 : 1;
  }
  for (; i < words.size(); ++i) {
    const auto sector = parse_sector(words[i]);
    if (!sector || code.has(*sector)) return std::nullopt;
    code = code.with(*sector);
  }
  return code;
}

ActorCode ActorCode::with_from(std::string_view from) const {
  ActorCode out = *this;
  out.from_ = {};
  out.size_ = static_cast<std::uint8_t>(std::min(from.size(), out.from_.size()));
  std::copy_n(from.begin(), out.size_, out.from_.begin());
  return out;
}

ActorCode ActorCode::with(Sector sector) const {
  ActorCode out = *this;
  out.sectors_ |= 1u << static_cast<int>(sector);
  return out;
}

ActorCode ActorCode::only(Sector sector) const { return without_sectors().with(sector); }

ActorCode ActorCode::without_sectors() const {
  ActorCode out = *this;
  out.sectors_ = 0;
  return out;
}

std::string ActorCode::text() const {
  std::string out(from());
  for (int i = 0; i < kSectors; ++i) {
    if (!has(static_cast<Sector>(i))) continue;
    if (!out.empty()) out += ' ';
    out += kNames[static_cast<std::size_t>(i)];
  }
  return out;
}

const ActorRole& Actor::role_on(std::optional<Day> day) const {
  static const ActorRole kNobody{};
  if (roles.empty()) return kNobody;
  if (!day) return roles.back();
  for (const ActorRole& role : roles)
    if ((!role.since || *role.since <= *day) && (!role.until || *day < *role.until)) return role;
  // None holds: the one that ended last before the day, else the one that begins first after it.
  const ActorRole* ended = nullptr;
  const ActorRole* coming = nullptr;
  for (const ActorRole& role : roles) {
    if (role.until && *role.until <= *day && (!ended || *role.until > *ended->until)) ended = &role;
    if (role.since && *role.since > *day && (!coming || *role.since < *coming->since)) coming = &role;
  }
  return ended ? *ended : coming ? *coming : roles.back();
}

}  // namespace warta::codebook
