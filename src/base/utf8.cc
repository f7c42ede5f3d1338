#include "base/utf8.h"

#include <cstring>

namespace warta::utf8 {
namespace {

bool continuation(unsigned byte) { return (byte & 0xc0) == 0x80; }

// One well-formed character at the offset, or 0 bytes (RFC 3629, the table of section 4).
Char well_formed(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0u;
  };
  const unsigned a = byte(0);
  if (a < 0x80) return {a, 1};
  const unsigned b = byte(1), c = byte(2), d = byte(3);
  if (a >= 0xc2 && a <= 0xdf && continuation(b)) return {(a & 0x1f) << 6 | (b & 0x3f), 2};
  if (a >= 0xe0 && a <= 0xef && continuation(b) && continuation(c)) {
    const char32_t code = (a & 0x0f) << 12 | (b & 0x3f) << 6 | (c & 0x3f);
    if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) return {code, 3};
  }
  if (a >= 0xf0 && a <= 0xf4 && continuation(b) && continuation(c) && continuation(d)) {
    const char32_t code = (a & 0x07) << 18 | (b & 0x3f) << 12 | (c & 0x3f) << 6 | (d & 0x3f);
    if (code >= 0x10000 && code <= 0x10ffff) return {code, 4};
  }
  return {0, 0};
}

}  // namespace

// ASCII is passed over eight bytes at a time: pages are megabytes of it.
std::optional<std::size_t> first_invalid(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (std::uint64_t eight = 0; i + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + i, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        i += sizeof eight;
        continue;
      }
    }
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const Char c = well_formed(text, i);
    if (c.bytes == 0) return i;
    i += c.bytes;
  }
  return std::nullopt;
}

Char decode(std::string_view text, std::size_t offset) {
  const Char c = well_formed(text, offset);
  return c.bytes != 0 ? c : Char{0xfffd, 1};
}

Char decode_before(std::string_view text, std::size_t offset) {
  std::size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && continuation(static_cast<unsigned char>(text[start]))) --start;
  const Char c = decode(text, start);
  return start + c.bytes == offset ? c : Char{0xfffd, 1};
}

void append(std::string& out, char32_t c) {
  const auto put = [&](unsigned byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | c >> 6), put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | c >> 12), put(0x80 | (c >> 6 & 0x3f)), put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | c >> 18), put(0x80 | (c >> 12 & 0x3f)), put(0x80 | (c >> 6 & 0x3f)), put(0x80 | (c & 0x3f));
  }
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (c < 0xc0) return c == 0xaa || c == 0xb5 || c == 0xba;
  if (c == 0xd7 || c == 0xf7) return false;
  if (c >= 0x2000 && c <= 0x2bff) return false;  // punctuation, symbols, arrows
  if (c >= 0x3000 && c <= 0x303f) return false;  // CJK punctuation
  if (c >= 0xfe00 && c <= 0xfe0f) return false;  // variation selectors
  return c < 0x1f000 && c != 0xfeff && c != 0xfffd && c != 0xfffc;
}

bool is_upper(char32_t c) { return lower(c) != c; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000 ||
         c == 0xfeff;
}

bool is_boundary(std::string_view text, std::size_t offset) {
  return offset == 0 || offset >= text.size() || !continuation(static_cast<unsigned char>(text[offset]));
}

char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0xc0) return c;
  if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f)) return c + 32;
  if (c >= 0x400 && c <= 0x40f) return c + 80;
  if (c == 0x130) return 'i';  // dotted capital I of Turkish names
  if (c == 0x178) return 0xff;
  const bool even_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177) || (c >= 0x460 && c <= 0x4bf) ||
                          (c >= 0x1e00 && c <= 0x1e95) || (c >= 0x1ea0 && c <= 0x1eff) || (c >= 0x218 && c <= 0x21b);
  if (even_upper) return c % 2 == 0 && c != 0x138 ? c + 1 : c;
  const bool odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e) || (c >= 0x1cd && c <= 0x1dc);
  if (odd_upper) return c % 2 == 1 ? c + 1 : c;
  return c;
}

void append_lower(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out.push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte));
      ++i;
      continue;
    }
    const Char c = decode(text, i);
    append(out, lower(c.code));
    i += c.bytes;
  }
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_lower(out, text);
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const Char c = decode(text, 0);
    if (!is_space(c.code)) break;
    text.remove_prefix(c.bytes);
  }
  while (!text.empty()) {
    const Char c = decode_before(text, text.size());
    if (!is_space(c.code)) break;
    text.remove_suffix(c.bytes);
  }
  return text;
}

bool starts_upper(std::string_view word) { return !word.empty() && is_upper(decode(word, 0).code); }

bool all_upper(std::string_view word) {
  bool any = false;
  for (std::size_t i = 0; i < word.size();) {
    const Char c = decode(word, i);
    if (is_letter(c.code)) {
      if (!is_upper(c.code)) return false;
      any = true;
    }
    i += c.bytes;
  }
  return any;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) {
    const unsigned first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xd800 && c <= 0xdbff && i + 2 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low < 0xdc00 || low > 0xdfff) return std::nullopt;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      i += 2;
    } else if (c >= 0xd800 && c <= 0xdfff) {
      return std::nullopt;
    }
    append(out, c);
  }
  return out;
}

}  // namespace warta::utf8
