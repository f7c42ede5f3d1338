#include "mime_text.h"

#include <algorithm>
#include <cstdint>

#include "charset.h"
#include "headers.h"

namespace warta::ingest {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int sextet(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

// One "=?charset?B?text?=" at the front.
struct EncodedWord {
  std::string_view charset;
  std::string bytes;
  std::size_t size = 0;  // of the whole word
};

std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (text.substr(0, 2) != "=?") return std::nullopt;
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
    return std::nullopt;
  const std::size_t begin = charset_end + 3, end = text.find("?=", begin);
  if (end == std::string_view::npos || text.substr(begin, end - begin).find_first_of(" \r\n") < end)
    return std::nullopt;
  EncodedWord word;
  word.charset = text.substr(2, charset_end - 2);
  word.charset = word.charset.substr(0, word.charset.find('*'));  // a language may follow (RFC 2231)
  word.size = end + 2;
  std::string content(text.substr(begin, end - begin));
  const char encoding = text[charset_end + 1];
  if (encoding == 'B' || encoding == 'b') {
    word.bytes = from_base64(content);
  } else if (encoding == 'Q' || encoding == 'q') {
    std::replace(content.begin(), content.end(), '_', ' ');
    word.bytes = from_quoted_printable(content);
  } else {
    return std::nullopt;
  }
  return word;
}

}  // namespace

std::string from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int value = sextet(c);
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xff);
  }
  return out;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    const std::size_t line_end = text.find_first_not_of(" \t\r", i + 1);  // "=" at the end of a line joins it
    if (line_end != std::string_view::npos && text[line_end] == '\n') {
      i = line_end;
    } else if (i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string unfolded(std::string_view value) {
  std::string out;
  std::string_view charset;
  std::string pending;  // bytes of encoded words that stand next to each other: a character may be cut between them
  const auto flush = [&] {
    if (!pending.empty()) out += to_utf8(pending, charset).value_or("");
    pending.clear();
  };
  for (std::size_t i = 0; i < value.size();) {
    if (auto word = encoded_word(value.substr(i))) {
      if (!same_word(word->charset, charset)) flush();
      charset = word->charset;
      if (!to_utf8("", charset)) return std::string();  // cannot be read: better no field than signs
      pending += word->bytes;
      i += word->size;
      const std::size_t next = std::min(value.find_first_not_of(" \t\r\n", i), value.size());
      if (encoded_word(value.substr(next))) i = next;
      continue;
    }
    flush();
    if (value[i] != '\r' && value[i] != '\n') out += value[i] == '\t' ? ' ' : value[i];
    ++i;
  }
  flush();
  return out;
}

}  // namespace warta::ingest
