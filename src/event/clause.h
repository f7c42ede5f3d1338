// Kinds of clauses, by what the tree and the words around them show. Tokens are verbs of clauses; h: the verb above.
// Tests: tests/event/cases/status.txt
#pragma once
#include "text.h"

namespace warta::event {

bool on_timetable(const Text& text, std::uint32_t verb);                     // "travels to Manila on Friday"
bool serial(const Text& text, std::uint32_t t, std::uint32_t h);             // verbs in a row
bool conditional(const Text& text, std::uint32_t clause);                    // "if ..."
bool told(const Text& text, std::uint32_t clause);                           // "that ..."
bool purpose(const Text& text, std::uint32_t clause);                        // "to ..."
bool after_object(const Text& text, std::uint32_t clause, std::uint32_t h);  // "accused X | of doing"
bool set_apart(const Text& text, std::uint32_t clause);                      // behind a comma or a mark

}  // namespace warta::event
