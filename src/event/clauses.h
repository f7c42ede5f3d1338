// Clauses: what a clause is to the one that the tree hangs it on. Each takes the token of a clause's verb. Tests:
// tests/event/cases/status.txt
#pragma once
#include "text.h"

namespace warta::event {

// "Akan Kunjungi Manila Bahas Keamanan": verbs in a row have one auxiliary.
bool serial(const Text& text, std::uint32_t t, std::uint32_t h);

bool conditional(const Text& text, std::uint32_t clause);

// "menuduh Azerbaijan menembaki tentaranya": right behind the verb's object, with no conjunction.
bool after_object(const Text& text, std::uint32_t clause, std::uint32_t h);

// "membantu pemberontak merebut kota", "membantah Rusia menyerang kota": behind the object of helping, forcing, letting
// or denying, which does what the clause tells.
bool caused(const Text& text, std::uint32_t clause, std::uint32_t h);

bool purpose(const Text& text, std::uint32_t clause);

// A clause without a conjunction behind a comma or quotation mark.
bool set_apart(const Text& text, std::uint32_t clause);

// "She travels to Manila on Friday": the present tense with a weekday tells what is to come.
bool on_timetable(const Text& text, std::uint32_t verb);

// "Kenya to send troops to Haiti": an infinitive is the future tense of English headlines.
bool headline_plan(const Text& text, std::uint32_t t);

}  // namespace warta::event
