// Asides: who speaks, told between commas or behind a quotation, outside the clause that is told: "Troops, witnesses
// said, shelled ...", "..., kata Presiden Rumania". Read off the words, since the tree often makes the speaker the
// act's subject or object. Tests: tests/event/cases/attribution.txt
#pragma once
#include <cstdint>
#include <memory_resource>
#include <vector>

namespace warta::event {

class Text;

struct Aside {
  std::uint32_t first = 0, last = 0;  // tokens without the marks around them
  std::uint32_t verb = 0;             // the word of saying
  std::uint32_t speaker = 0;          // head of the phrase that names the speaker
};

// Of all sentences, in text order.
std::pmr::vector<Aside> find_asides(const Text& text);

}  // namespace warta::event
