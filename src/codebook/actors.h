// Actors: codes, names with dated roles, and role words. Format: docs/formats/actors.md
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "codebook/phrases.h"

namespace warta::codebook {

// In the order they are printed (plover.md's list; CODEBOOK.md, sectors).
// clang-format off
enum class Sector : std::uint8_t {
  GOV, MIL, COP, JUD, LEG, SPY, PRM, PTY, REB, UAF, AGR, BUS, CRM, CVL, EDU, ELI, JRN, LAB, MED, OPP, PRE, REF, REL,
  SOC, UNK
};
// clang-format on
inline constexpr int kSectors = 25;
std::string_view name(Sector sector);
std::optional<Sector> parse_sector(std::string_view name);

// "PRK GOV": where from, and what. `from` is an ISO 3166-1 alpha-3 code, or IGO, IGO UNO, IGO EUR, NGO, MNC, IMG;
// empty when unknown. Small and copyable: no allocation.
class ActorCode {
 public:
  ActorCode() = default;
  static std::optional<ActorCode> parse(std::string_view text);

  std::string_view from() const { return {from_.data(), size_}; }
  bool has(Sector sector) const { return sectors_ >> static_cast<int>(sector) & 1u; }
  bool has_sector() const { return sectors_ != 0; }
  bool known() const { return size_ != 0 || sectors_ != 0; }
  bool international() const {
    return size_ != 0 && (from() == "NGO" || from() == "MNC" || from() == "IMG" || from().substr(0, 3) == "IGO");
  }
  ActorCode with_from(std::string_view from) const;
  ActorCode with(Sector sector) const;
  ActorCode only(Sector sector) const;
  ActorCode without_sectors() const;
  std::string text() const;  // "PRK GOV"; "" if unknown
  friend bool operator==(const ActorCode&, const ActorCode&) = default;

 private:
  std::array<char, 8> from_{};
  std::uint8_t size_ = 0;
  std::uint32_t sectors_ = 0;
};

enum class ActorKind : std::uint8_t { country, demonym, seat, epithet, organisation, group, company, person };

// One role of one actor: it holds on days since <= day < until.
struct ActorRole {
  ActorCode code;
  std::optional<Day> since, until;
};

struct Actor {
  std::string_view name;  // canonical
  ActorKind kind{};
  std::span<const ActorRole> roles;  // in the order of the file
  // The role on a day; without a day, the last one.
  const ActorRole& role_on(std::optional<Day> day) const;
};

// Names of actors in one language, as views into the files. A match gives an actor; case rules as in
// docs/formats/actors.md.
class NameBook {
 public:
  struct Files {
    std::string_view countries, organisations, groups, companies, persons;
  };
  static Result<NameBook> read(const Files& files, std::string_view language);

  struct Entry {
    std::uint32_t actor;
    ActorKind kind;  // of this name: a demonym's actor is a country
  };
  const Actor& actor(std::uint32_t index) const { return actors_[index]; }
  const Phrases<Entry>& phrases() const { return phrases_; }
  std::size_t size() const { return actors_.size(); }

 private:
  friend class NameReader;
  std::vector<Actor> actors_;
  std::vector<ActorRole> roles_;  // of all actors, one after another
  Phrases<Entry> phrases_;
};

enum class RoleKind : std::uint8_t { title, body, people, part, former, thing, counted };

struct Role {
  RoleKind kind{};
  std::optional<Sector> sector;  // absent for part and former
};

class Morphology;

struct RoleBook {
  Phrases<Role> phrases;
  static Result<RoleBook> read(std::string_view file, const Morphology& morphology);
};

}  // namespace warta::codebook
