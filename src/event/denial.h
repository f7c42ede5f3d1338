// Denials: which words say that something told is not so. "denied", "rejected Niger's accusation that ...", "menolak
// tuduhan memasok senjata", and behind what is denied: "Kabar bahwa ... ditepis X". Tests: tests/event/cases/status.txt
#pragma once
#include "match.h"

namespace warta::event {

// The claim (a noun such as accusation, report) that a verb denies or refuses, or kNone.
std::uint32_t claim_refused(const Text& text, std::uint32_t verb);

// A passive verb of denial behind an act, whose subject the act's clause or the claim about it is; or kNone.
std::uint32_t denied_behind(const Text& text, const Predicate& predicate);

// "Serangan itu tidak terjadi": an act told by a noun, and the negated verb above it says nothing but whether it was.
bool did_not_happen(const Text& text, const Predicate& predicate, std::uint32_t verb);

}  // namespace warta::event
