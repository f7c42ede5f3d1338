// The row as one JSON object a line (docs/formats/row.md). Tests: tests/exchange/
#pragma once
#include <string>

#include "event/row.h"

namespace warta::exchange {

void write_jsonl(const event::Row& row, std::string& out);

}  // namespace warta::exchange
