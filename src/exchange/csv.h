// One row of a table a line: RFC 4180, UTF-8, LF. A text cell that begins with = + - @ or a control character gets an
// apostrophe in front, so that no spreadsheet runs it. Tests: tests/exchange/
#pragma once
#include <string>
#include <string_view>

#include "event/row.h"

namespace warta::exchange {

std::string_view csv_header();
void write_csv(const event::Row& row, std::string& out);

}  // namespace warta::exchange
