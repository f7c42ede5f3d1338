#include "naming.h"

namespace warta::mention {
namespace {

using codebook::ActorCode;
using codebook::ActorKind;
using codebook::RoleKind;
using codebook::Sector;

bool names_country(const Piece& piece) {
  return piece.kind == PieceKind::name &&
         (piece.name_kind == ActorKind::country || piece.name_kind == ActorKind::demonym ||
          piece.name_kind == ActorKind::seat || piece.name_kind == ActorKind::epithet);
}

struct Parts {
  const Piece* person = nullptr;
  const Piece* body = nullptr;  // organisation, group or company
  const Piece* country = nullptr;
  const Piece* role = nullptr;  // the one that gives the sector
  const Piece* counted = nullptr;
  bool part = false, former = false, title = false;
};

// Of several roles the head's counts: the first in a head-first language ("juru bicara kepolisian" apart, where the
// first is a mere part), the last in a head-last one ("student protesters").
Parts sort_out(std::span<const Piece* const> pieces, bool head_first) {
  Parts parts;
  for (const Piece* piece : pieces) {
    parts.former = parts.former || piece->former;
    if (piece->kind == PieceKind::role && piece->role.kind == RoleKind::counted) {
      parts.counted = piece;
    } else if (piece->kind == PieceKind::role) {
      if (piece->role.kind == RoleKind::part)
        parts.part = true;
      else if (piece->role.kind == RoleKind::former)
        parts.former = true;
      else if (!parts.role || !head_first)
        parts.role = piece;
      if (piece->role.kind == RoleKind::title) parts.title = true;
    } else if (names_country(*piece)) {
      if (!parts.country || (!head_first && !parts.role)) parts.country = piece;
    } else if (piece->name_kind == ActorKind::person) {
      parts.person = piece;
    } else if (!parts.body || !head_first) {
      parts.body = piece;
    }
  }
  if (!parts.role && !parts.part && !parts.body && !parts.person)
    parts.role = parts.counted;  // "tiga orang wartawan": journalists
  return parts;
}

bool joins(const ActorCode& code) {
  return code.has(Sector::REB) || code.has(Sector::PTY) || code.has(Sector::PRM) || code.has(Sector::CRM);
}

ActorCode with_role(ActorCode code, const Parts& parts) {
  if (parts.former) return code.only(Sector::ELI);
  if (code.international()) return code;  // officials of the UN are the UN
  if (parts.role && parts.role->role.sector) {
    const RoleKind kind = parts.role->role.kind;
    // "Houthi fighters", "BJP workers": who belongs to a group or party acts for it.
    const bool own = code.has_sector() && (kind == RoleKind::title || kind == RoleKind::thing || joins(code));
    return own ? code : code.only(*parts.role->role.sector);
  }
  if (parts.part && !code.has_sector()) return code.with(Sector::GOV);
  return code;
}

Kind kind_of(const Parts& parts, std::size_t pieces) {
  if (parts.person) return Kind::name;
  if (parts.role || parts.part || parts.former) return Kind::title;
  if (parts.body) return Kind::name;
  if (pieces == 1 && parts.country && parts.country->name_kind == ActorKind::demonym) return Kind::demonym;
  if (parts.country && parts.country->name_kind == ActorKind::epithet) return Kind::epithet;
  return Kind::name;
}

}  // namespace

Naming name_of(std::span<const Piece* const> pieces, bool head_first) {
  const Parts parts = sort_out(pieces, head_first);
  Naming naming;
  naming.kind = kind_of(parts, pieces.size());
  naming.person = parts.person || parts.title;
  naming.title = parts.role || parts.part || parts.former;
  naming.part = parts.part && !parts.role && !parts.body && !parts.person && !parts.country;
  naming.former = parts.former;
  naming.counted = parts.role && parts.role == parts.counted;
  const Piece* named = parts.person ? parts.person : parts.body ? parts.body : parts.country;
  if (named) {
    naming.name = named->actor->name;
    naming.code = named->code;
  }
  if (parts.person) {
    if (parts.former) naming.code = naming.code.only(Sector::ELI);
    return naming;
  }
  naming.code = with_role(naming.code, parts);
  // "Mahkamah Agung Pakistan": the country that is named goes before the one whose institution the list takes it for.
  const bool elsewhere =
      parts.body && parts.body->name_kind == ActorKind::organisation && parts.country && !naming.code.international();
  if (elsewhere && !parts.country->code.from().empty()) naming.code = naming.code.with_from(parts.country->code.from());
  naming.place_like = !parts.body && parts.country && !naming.title;
  return naming;
}

}  // namespace warta::mention
