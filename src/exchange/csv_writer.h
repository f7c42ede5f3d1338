// Cells of a table, one row a line: RFC 4180, UTF-8, LF. A text cell that begins with = + - @ or a control character
// gets an apostrophe in front, so that no spreadsheet runs it. Part of the door. Tests: tests/exchange/
#pragma once
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

namespace warta::exchange {

class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  void text(std::string_view value) {
    comma();
    const bool formula = !value.empty() && (std::string_view("=+-@").find(value[0]) != std::string_view::npos ||
                                            static_cast<unsigned char>(value[0]) < 0x20);
    const bool quote = formula || value.find_first_of(",\"\r\n") != std::string_view::npos;
    if (!quote) {
      out_ += value;
      return;
    }
    out_ += '"';
    if (formula) out_ += '\'';
    for (const char c : value) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void maybe(const std::optional<std::string>& value) { text(value ? std::string_view(*value) : std::string_view{}); }
  template <class Number>
  void number(const std::optional<Number>& value) {
    comma();
    if (value) fmt::format_to(std::back_inserter(out_), "{}", *value);
  }
  void decimal(std::optional<double> value, int digits) {
    comma();
    if (value) fmt::format_to(std::back_inserter(out_), "{:.{}f}", *value, digits);
  }
  void end() {
    out_ += '\n';
    first_ = true;
  }

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  std::string& out_;
  bool first_ = true;
};

}  // namespace warta::exchange
