#include "plain_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace warta::extract {
namespace {

struct Entity {
  std::string_view name;
  char32_t code;
};
// The five of XML and the marks that editors of news systems write by name (HTML 4.01, section 24).
constexpr std::array<Entity, 20> kEntities{{{"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
                                            {"apos", '\''},     {"nbsp", ' '},     {"ndash", 0x2013}, {"mdash", 0x2014},
                                            {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201c}, {"rdquo", 0x201d},
                                            {"hellip", 0x2026}, {"laquo", 0xab},   {"raquo", 0xbb},   {"middot", 0xb7},
                                            {"bull", 0x2022},   {"eacute", 0xe9},  {"copy", 0xa9},    {"shy", 0xad}}};
constexpr std::size_t kLongest = 10;  // bytes between & and ;

// The character of "#39", "#x27", "quot"; 0: none.
char32_t character_of(std::string_view name) {
  if (name.size() > 1 && name[0] == '#') {
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [stop, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool valid = problem == std::errc{} && stop == digits.data() + digits.size() && code <= 0x10ffff &&
                       (code < 0xd800 || code > 0xdfff);
    return valid ? std::max<char32_t>(code, ' ') : 0;
  }
  for (const Entity& entity : kEntities)
    if (entity.name == name) return entity.code;
  return 0;
}

bool begins_tag(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return false;
  const char c = text[i + 1];
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string without_entities(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::size_t end = value[i] == '&' ? value.substr(i, kLongest + 2).find(';') : std::string_view::npos;
    const char32_t code = end == std::string_view::npos ? 0 : character_of(value.substr(i + 1, end - 1));
    if (code == 0) {
      out += value[i];
      continue;
    }
    utf8::append(out, code);
    i += end;
  }
  return out;
}

std::string plain_text(std::string_view value, std::size_t limit) {
  std::string decoded = without_entities(value.substr(0, limit * 4));
  if (decoded.find('&') != std::string::npos) decoded = without_entities(decoded);
  std::string out;
  bool blank = false;
  for (std::size_t i = 0; i < decoded.size();) {
    if (decoded[i] == '<' && begins_tag(decoded, i)) {
      const std::size_t end = decoded.find('>', i);
      if (end == std::string::npos) break;
      blank = true;
      i = end + 1;
      continue;
    }
    const utf8::Char c = utf8::decode(decoded, i);
    i += c.bytes;
    if (utf8::is_space(c.code) || c.code < 0x20) {
      blank = true;
      continue;
    }
    if (out.size() + c.bytes + 1 > limit) break;
    if (blank && !out.empty()) out += ' ';
    blank = false;
    utf8::append(out, c.code);
  }
  return out;
}

}  // namespace warta::extract
