#include "json.h"

#include "exchange/exchange.h"

namespace warta::exchange {

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte >= 0x20 && byte != 0x7f) {
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  out += '"';
}

void JsonWriter::key(std::string_view name) {
  comma();
  append_json_string(out_, name);
  out_ += ':';
  after_key_ = true;
  fresh_ = false;
}

void JsonWriter::string(std::string_view value) {
  comma();
  append_json_string(out_, value);
  fresh_ = false;
}

void JsonWriter::decimal(double value, int digits) {
  comma();
  fmt::format_to(std::back_inserter(out_), "{:.{}f}", value, digits);
  fresh_ = false;
}

}  // namespace warta::exchange
