// Texts as DuckDB takes them. Those of articles are UTF-8; the name of a file may be any bytes.
#pragma once
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace warta::store {

// `text`, or what `room` then holds: the same with U+FFFD for each byte that is no UTF-8.
inline std::string_view as_utf8(std::string_view text, std::string& room) {
  if (!utf8::first_invalid(text)) return text;
  room.clear();
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Char next = utf8::decode(text, at);
    utf8::append(room, next.code);
    at += next.bytes;
  }
  return room;
}

}  // namespace warta::store
