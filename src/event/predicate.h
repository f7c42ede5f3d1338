// A predicate: a word that may tell an act, with its arguments as the sentence gives them, before any frame is chosen.
#pragma once
#include <array>
#include <span>

#include "text.h"

namespace warta::event {

struct Argument {
  codebook::SlotKind kind{};   // agent, patient, recipient or case_word
  std::string_view case_word;  // of case_word
  std::uint32_t head = kNone;  // token
  bool guessed = false;        // by word order, where the tree gave none
};

struct Predicate {
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;                      // the trigger's word in the tree
  std::uint32_t first = 0, last = 0;            // tokens of the trigger
  std::uint32_t tail_first = 0, tail_last = 0;  // its words behind a gap ("call ~ off"); equal: none
  Span trigger;
  std::uint32_t carrier = 0;  // the verb that carries the clause: itself, or a noun's light verb
  codebook::TriggerClass word_class{};
  bool passive = false;
  bool light_passive = false;  // its light verb's subject suffers the act ("faces criticism")
  bool bare = false;           // a verb without a voice affix, as headlines write it
  std::span<const codebook::Reading* const> readings;
  std::span<const Argument> arguments;
};

}  // namespace warta::event
