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

std::uint64_t eight(const char* bytes) {
  std::uint64_t out = 0;
  std::memcpy(&out, bytes, sizeof out);
  return out;
}

constexpr std::size_t kEight = 8;

// Bytes of ASCII that the text begins with, eight at a glance; the last eight may overlap those before.
std::size_t ascii_prefix(std::string_view text) {
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  std::size_t i = 0;
  while (i + kEight <= text.size() && (eight(text.data() + i) & kHigh) == 0) i += kEight;
  if (text.size() >= kEight && (eight(text.data() + text.size() - kEight) & kHigh) == 0 && i + kEight > text.size())
    return text.size();
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

// A byte from 'A' to 'Z' gets the bit 0x20, without a branch.
std::uint64_t lower_eight(std::uint64_t ascii) {
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  const std::uint64_t from_a = ascii + kEach * (0x80 - 'A'), beyond_z = ascii + kEach * (0x7f - 'Z');
  return ascii | (from_a & ~beyond_z & kEach * 0x80) >> 2;
}

// What is small stays so: the last eight may be done twice.
void lower_ascii(char* letters, std::size_t size) {
  const auto lower_at = [&](std::size_t i) {
    const std::uint64_t small = lower_eight(eight(letters + i));
    std::memcpy(letters + i, &small, sizeof small);
  };
  if (size < kEight) {
    for (std::size_t i = 0; i < size; ++i)
      letters[i] = static_cast<char>(letters[i] + (letters[i] >= 'A' && letters[i] <= 'Z' ? 32 : 0));
    return;
  }
  for (std::size_t i = 0; i + kEight < size; i += kEight) lower_at(i);
  lower_at(size - kEight);
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    i += ascii_prefix(text.substr(i));
    if (i == text.size()) break;
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
  const std::size_t begin = out.size(), ascii = ascii_prefix(text);
  out.append(text.substr(0, ascii));
  lower_ascii(out.data() + begin, ascii);
  for (std::size_t i = ascii; i < text.size();) {
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
