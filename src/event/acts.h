// The acts of a document: triggers with their arguments, matched with frames. Tests: tests/event/match_test.cc
#pragma once
#include "standing.h"

namespace warta::event {

struct FoundActs {
  std::pmr::vector<Act> list;
  std::span<const std::uint32_t> at;
  Acts all() const { return {list, at}; }
};

FoundActs find_acts(const Text& text);

}  // namespace warta::event
