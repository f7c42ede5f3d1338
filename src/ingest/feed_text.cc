#include "feed_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "base/utf8.h"
#include "source.h"

namespace warta::ingest {
namespace {

class Memory final : public Source {
 public:
  explicit Memory(std::string_view bytes) : rest_(bytes) {}
  Result<std::size_t> read(std::span<char> room) override {
    const std::size_t gave = std::min(room.size(), rest_.size());
    std::memcpy(room.data(), rest_.data(), gave);
    rest_.remove_prefix(gave);
    return gave;
  }

 private:
  std::string_view rest_;
};

// Unpacks gzip and zstd and decodes UTF-16 with byte order mark, as every input.
Result<std::string> unpacked(std::string_view bytes, const Limits& limits) {
  Opened opened = WARTA_TRY(decoded(std::make_unique<Memory>(bytes), limits));
  const std::string_view all = WARTA_TRY(opened.bytes->peek(limits.record_bytes + 1));
  if (all.size() > limits.record_bytes)
    return fail(Why::too_large, fmt::format("a feed of more than {} bytes", limits.record_bytes));
  return std::string(all);
}

// Windows-1252, 0x80 to 0x9f (WHATWG Encoding, index windows-1252); above it is Latin-1.
constexpr std::array<char16_t, 32> kWindows1252{0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
                                                0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

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

std::string repaired(std::string text) {
  if (!utf8::first_invalid(text)) return text;
  std::string out;
  out.reserve(text.size() + 64);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Char c = utf8::decode(text, at);
    utf8::append(out, c.code);
    at += c.bytes;
  }
  return out;
}

// encoding="..." of an XML declaration, which must be the first thing there is (XML 1.0, 2.8).
std::string_view declared(std::string_view text) {
  text = text.substr(0, 256);
  if (!text.starts_with("<?xml")) return {};
  text = text.substr(0, text.find("?>"));
  const std::size_t name = text.find("encoding");
  if (name == std::string_view::npos) return {};
  const std::size_t quote = text.find_first_of("\"'", name);
  if (quote == std::string_view::npos) return {};
  return text.substr(quote + 1, text.find(text[quote], quote + 1) - quote - 1);
}

constexpr std::array<std::string_view, 3> kUtf8{"utf-8", "utf8", "unicode-1-1-utf-8"};
constexpr std::array<std::string_view, 12> kWindows{"windows-1252", "cp1252",     "x-cp1252",       "iso-8859-1",
                                                    "iso8859-1",    "iso_8859-1", "latin1",         "l1",
                                                    "us-ascii",     "ascii",      "ansi_x3.4-1968", "iso-8859-15"};

bool one_of(std::string_view label, const auto& labels) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

}  // namespace

Result<std::string> feed_text(std::string_view bytes, const std::optional<std::string>& charset, const Limits& limits) {
  const bool marked =
      bytes.starts_with("\xef\xbb\xbf") || bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
  std::string text = WARTA_TRY(unpacked(bytes, limits));
  if (marked) return repaired(std::move(text));
  const std::string label = utf8::lower(utf8::trim(charset ? std::string_view(*charset) : declared(text)));
  // Many servers call everything ISO 8859-1; what is valid UTF-8 beyond ASCII is UTF-8 (chance of the contrary: nil).
  if (label.empty() || one_of(label, kUtf8) || !utf8::first_invalid(text)) return repaired(std::move(text));
  if (one_of(label, kWindows)) return from_windows_1252(text);
  return fail(Why::bad_encoding,
              fmt::format("a feed in the charset '{}'; UTF-8, UTF-16 and Windows-1252 are read", label));
}

}  // namespace warta::ingest
