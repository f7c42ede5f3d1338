// Counts: how many were killed, injured, arrested, displaced or took part, as bounds. Numbers in digits and words ("at
// least 27", "tiga puluh dua", "12 ribu"); vague ones ("dozens", "ratusan") give none. Rules: CODEBOOK.md, counts
// (plover.md, 22). Tests: tests/event/cases/counts.txt
#pragma once
#include "match.h"

namespace warta::event {

std::array<std::optional<Bounds>, kCounts> counts_of(const Text& text, const Act& act);

// A number that begins at a token: its value and how many tokens it takes.
struct Number {
  std::int64_t value = 0;
  std::uint32_t words = 0;
};
std::optional<Number> number_at(const Text& text, std::uint32_t token);

}  // namespace warta::event
