#include "charset.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace warta::ingest {
namespace {

constexpr std::array<std::string_view, 4> kUtf8{"", "utf-8", "utf8", "unicode-1-1-utf-8"};
constexpr std::array<std::string_view, 12> kWestern{"windows-1252", "cp1252",     "x-cp1252",       "iso-8859-1",
                                                    "iso8859-1",    "iso_8859-1", "latin1",         "l1",
                                                    "us-ascii",     "ascii",      "ansi_x3.4-1968", "iso-8859-15"};

// 0x80 to 0x9f (WHATWG Encoding, index windows-1252); above it is Latin-1.
constexpr std::array<char16_t, 32> kWindows1252{0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
                                                0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

bool one_of(std::string_view label, const auto& labels) {
  const std::string lower = utf8::lower(utf8::trim(label.substr(0, 64)));
  return std::find(labels.begin(), labels.end(), lower) != labels.end();
}

}  // namespace

bool means_utf8(std::string_view label) { return one_of(label, kUtf8); }
bool means_windows_1252(std::string_view label) { return one_of(label, kWestern); }

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      utf8::append(out, byte < 0xa0 ? kWindows1252[byte - 0x80] : static_cast<char32_t>(byte));
  }
  return out;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view label) {
  const bool western = means_windows_1252(label);
  if (!western && !means_utf8(label)) return std::nullopt;
  // Many programs call everything ISO 8859-1; what is valid UTF-8 beyond ASCII is UTF-8 (chance of the contrary: nil).
  if (!utf8::first_invalid(bytes)) return std::string(bytes);
  return western ? std::optional(from_windows_1252(bytes)) : std::nullopt;
}

std::string_view declared_charset(std::string_view xml) {
  xml = xml.substr(0, 256);
  if (!xml.starts_with("<?xml")) return {};
  xml = xml.substr(0, xml.find("?>"));
  const std::size_t name = xml.find("encoding");
  if (name == std::string_view::npos) return {};
  const std::size_t quote = xml.find_first_of("\"'", name);
  if (quote == std::string_view::npos) return {};
  return xml.substr(quote + 1, xml.find(xml[quote], quote + 1) - quote - 1);
}

}  // namespace warta::ingest
