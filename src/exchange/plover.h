// PLOVER's own JSON, one event a line (PLOVER manual 0.8, chapter 5). Tests: tests/exchange/
#pragma once
#include <string>

#include "event/row.h"

namespace warta::exchange {

void write_plover(const event::Row& row, std::string& out);

}  // namespace warta::exchange
