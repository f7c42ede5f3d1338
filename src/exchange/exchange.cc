#include "exchange/exchange.h"

#include "csv.h"
#include "jsonl.h"
#include "plover.h"

namespace warta::exchange {

std::optional<Format> parse_format(std::string_view name) {
  if (name == "jsonl") return Format::jsonl;
  if (name == "csv") return Format::csv;
  if (name == "plover") return Format::plover;
  return std::nullopt;
}

std::string_view header(Format format) { return format == Format::csv ? csv_header() : std::string_view{}; }

void write(Format format, const event::Row& row, std::string& out) {
  switch (format) {
    case Format::jsonl:
      return write_jsonl(row, out);
    case Format::csv:
      return write_csv(row, out);
    case Format::plover:
      return write_plover(row, out);
  }
}

}  // namespace warta::exchange
