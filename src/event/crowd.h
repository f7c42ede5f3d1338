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

  // Whether a sentence and at most `reach` before it name so many countries that any of them may be meant.
  bool several(std::uint32_t sentence, std::uint32_t reach) const { return countries(sentence, reach) >= kSeveral; }

  // Whether the text has spoken of many countries by the end of a sentence.
  bool of_the_world(std::uint32_t sentence) const { return sentence >= many_from_; }

  // Whether a sentence names this country and no other.
  bool only(std::uint32_t sentence, std::string_view country) const;

 private:
  // On judged rows of real text and of the gold sets: docs/accuracy.md.
  static constexpr std::size_t kSeveral = 3, kMany = 5;

  std::size_t countries(std::uint32_t sentence, std::uint32_t reach) const;  // different ones

  struct Named {
    std::uint32_t sentence;
    std::string_view country;
  };
  std::pmr::vector<Named> named_;         // in text order
  std::uint32_t many_from_ = UINT32_MAX;  // the sentence that names the last of so many different ones
};

}  // namespace warta::event
