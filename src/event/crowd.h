// How many countries the text names around a sentence. Where it names several, a word that names nobody ("they",
// "officials", a target left unsaid) may mean any of them. Tests: tests/engine/cases/en-unproven.txt
#pragma once
#include <memory_resource>
#include <string_view>

#include "text.h"

namespace warta::event {

class Crowd {
 public:
  explicit Crowd(const Text& text);

  // Different countries named in a sentence and in at most `reach` sentences before it.
  std::size_t countries(std::uint32_t sentence, std::uint32_t reach) const;

 private:
  struct Named {
    std::uint32_t sentence;
    std::string_view country;
  };
  std::pmr::vector<Named> named_;  // in text order
};

}  // namespace warta::event
