// The parts of a frame's lines: slots, codes, conditions and outcomes. An error is the note alone; the reader of frames
// adds file and line.
#pragma once
#include <string_view>
#include <vector>

#include "codebook/frames.h"

namespace warta::codebook {

Result<std::vector<Slot>> parse_slots(std::string_view list);  // "patient, against"; "none" is a list of SlotKind::none

struct NamedCode {
  const CameoCode* code = nullptr;
  std::string mode;
};
Result<NamedCode> parse_code(std::string_view text, const Ontology& ontology);  // "173 mode arrest"

// "patient: @ship; to is MIL COP => code 1711 target ke".
Result<When> parse_when(std::string_view text, const Lexicon& lexicon, Inflector& inflector, const Ontology& ontology);

// "KEN COP | COERCE 173 | UGA JRN | reported".
Result<ExpectedEvent> parse_expected(std::string_view text, const Ontology& ontology);

}  // namespace warta::codebook
