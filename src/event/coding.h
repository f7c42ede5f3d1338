// Coding: the code and status of each act of a sentence, from its frame, its standing and the act that it is content
// of. "agreed to send troops", "urged X to release Y", "threatened to cut": the outer act takes its code from the inner
// one by data/ontology/compose.tsv; what becomes of the inner one is decision 5 of CODEBOOK.md. Tests: tests/event/
#pragma once
#include "standing.h"

namespace warta::event {

struct Coded {
  const codebook::CameoCode* code = nullptr;
  std::string_view mode;
  Status status = Status::reported;
  std::optional<Why> refused;   // no event, and why
  bool urged = false;           // "X must stop, said Y": Y asks it of X
  std::uint32_t inner = kNone;  // the act that is its content (index)
  std::uint32_t cry = kNone;    // of a protest: the act that tells what it demands or denounces, no event of its own
};

// For every act of the document, in its order.
std::pmr::vector<Coded> code_acts(const Text& text, const Acts& acts, std::span<const Standing> standings);

}  // namespace warta::event
