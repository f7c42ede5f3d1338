// A row of events as a row of a table (csv_writer.h): the columns, and their cells. Tests: tests/exchange/
#pragma once
#include <string>
#include <string_view>

#include "event/row.h"

namespace warta::exchange {

std::string_view csv_header();
void write_csv(const event::Row& row, std::string& out);

}  // namespace warta::exchange
