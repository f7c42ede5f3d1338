#include "visible.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace warta::cli {
namespace {

// C0, DEL, C1, the bidirectional marks and overrides of Unicode (UAX 9), line and paragraph separators, BOM.
bool hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Char c = utf8::decode(text, i);
    if (c.code == '\n' || c.code == '\r' || c.code == '\t')
      out += ' ';
    else if (hidden(c.code))
      out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c.code));
    else
      utf8::append(out, c.code);
    i += c.bytes;
  }
  return out;
}

std::string fitted(std::string_view text, std::size_t columns) {
  const std::string shown = visible(text);
  std::string out;
  std::size_t width = 0, i = 0, cut = 0;
  for (; i < shown.size() && width < columns; ++width) {
    if (width + 1 == columns) cut = out.size();
    const utf8::Char c = utf8::decode(shown, i);
    out += shown.substr(i, c.bytes);
    i += c.bytes;
  }
  if (i < shown.size() && columns > 0) {
    out.resize(cut);
    out += "…";
  }
  out.append(columns - width, ' ');
  return out;
}

}  // namespace warta::cli
