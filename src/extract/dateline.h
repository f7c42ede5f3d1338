// Datelines: "REPUBLIKA.CO.ID, MOSKOW -- ", "JAKARTA, KOMPAS.com - ", "GENEVA (Reuters) - ",
// "TALLINN, Estonia (P&W) – ", "Jakarta - ", "NEW DELHI: ", "VIVA – ". Tests: tests/extract/cases/
#pragma once
#include <optional>
#include <string>

#include "lines.h"

namespace warta::extract {

struct Dateline {
  Span place;  // empty: only an outlet is named
  std::optional<std::string> agency, outlet;
  std::uint32_t body = 0;  // where the sentence begins
  bool sure = false;       // names an outlet, an agency or a known place
};

std::optional<Dateline> find_dateline(const LinedText& page, const Line& line);

}  // namespace warta::extract
