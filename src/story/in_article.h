// The happenings of one article: which of its events are mentions of one. Tests: tests/story/cases/occurrences.txt
#pragma once
#include <cstdint>
#include <vector>

#include "profile.h"

namespace warta::story {

struct Told {
  Profile profile;
  std::vector<std::uint32_t> mentions;  // indices into the report's happenings, ascending
  std::uint32_t sentence = 0;           // of the first mention
};

// In the order of their first mentions. Costs a bounded number of comparisons for an event.
std::vector<Told> tell_apart(const Report& report);

}  // namespace warta::story
