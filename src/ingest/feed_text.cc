#include "feed_text.h"

#include <fmt/format.h>

#include <memory>

#include "base/utf8.h"
#include "charset.h"
#include "source.h"

namespace warta::ingest {
namespace {

// Unpacks gzip and zstd and decodes UTF-16 with byte order mark, as every input.
Result<std::string> unpacked(std::string_view bytes, const Limits& limits) {
  Opened opened = WARTA_TRY(decoded(std::make_unique<Memory>(bytes), limits));
  const std::string_view all = WARTA_TRY(opened.bytes->peek(limits.record_bytes + 1));
  if (all.size() > limits.record_bytes)
    return fail(Why::too_large, fmt::format("a feed of more than {} bytes", limits.record_bytes));
  return std::string(all);
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

}  // namespace

Result<std::string> feed_text(std::string_view bytes, const std::optional<std::string>& charset, const Limits& limits) {
  const bool marked =
      bytes.starts_with("\xef\xbb\xbf") || bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
  std::string text = WARTA_TRY(unpacked(bytes, limits));
  if (marked) return repaired(std::move(text));
  const std::string label = utf8::lower(utf8::trim(charset ? std::string_view(*charset) : declared_charset(text)));
  // Many servers call everything ISO 8859-1; what is valid UTF-8 beyond ASCII is UTF-8 (chance of the contrary: nil).
  if (means_utf8(label) || !utf8::first_invalid(text)) return repaired(std::move(text));
  if (means_windows_1252(label)) return from_windows_1252(text);
  return fail(Why::bad_encoding,
              fmt::format("a feed in the charset '{}'; UTF-8, UTF-16 and Windows-1252 are read", label));
}

}  // namespace warta::ingest
