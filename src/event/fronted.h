// A clause before the subject of its sentence: "Usai bertemu Presiden Turki, Menlu Mesir mengunjungi Athena", "Urged by
// the EU, Belarus ...": who acts in it is named behind the comma. Tests: tests/event/cases/arguments.txt
#pragma once
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <vector>

namespace warta::event {

class Text;

struct Fronted {
  std::uint32_t verb = 0;     // of the clause
  std::uint32_t comma = 0;    // that ends it
  std::uint32_t subject = 0;  // head of the main clause's subject
};

// Of each sentence; nullopt: none. Asks the text for its asides.
std::pmr::vector<std::optional<Fronted>> find_fronted(const Text& text);

}  // namespace warta::event
