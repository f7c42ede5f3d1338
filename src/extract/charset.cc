#include "charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::size_t kSniffed = 4096;       // where a <meta> is looked for: WHATWG says 1024, pages say more
constexpr std::size_t kDetected = 64 << 10;  // bytes shown to uchardet
constexpr std::size_t kFewFailures = 1000;   // at most one character in so many may be none, or the name is wrong

struct Label {
  std::string_view written, meant;
};
// Labels that browsers take for another charset than ICU does (WHATWG Encoding Standard, 4.2).
constexpr std::array<Label, 18> kLabels{{{"ascii", "windows-1252"},
                                         {"us-ascii", "windows-1252"},
                                         {"iso-8859-1", "windows-1252"},
                                         {"iso8859-1", "windows-1252"},
                                         {"latin1", "windows-1252"},
                                         {"l1", "windows-1252"},
                                         {"iso-8859-9", "windows-1254"},
                                         {"latin5", "windows-1254"},
                                         {"iso-8859-11", "windows-874"},
                                         {"tis-620", "windows-874"},
                                         {"gb2312", "gb18030"},
                                         {"gbk", "gb18030"},
                                         {"x-gbk", "gb18030"},
                                         {"shift_jis", "windows-31j"},
                                         {"sjis", "windows-31j"},
                                         {"euc-kr", "windows-949"},
                                         {"ks_c_5601-1987", "windows-949"},
                                         {"unicode", "utf-16le"}}};

std::string label(std::string_view written) {
  std::string name = utf8::lower(utf8::trim(written));
  name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return c == '"' || c == '\''; }), name.end());
  for (const Label& known : kLabels)
    if (known.written == name) return std::string(known.meant);
  return name;
}

bool is_utf8(std::string_view name) { return name == "utf-8" || name == "utf8" || name == "unicode-1-1-utf-8"; }

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

// Converts all of the bytes; characters that are none become U+FFFD. False: ICU knows no such charset.
bool convert(std::string_view bytes, const std::string& charset, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> from(ucnv_open(charset.c_str(), &status));
  const std::unique_ptr<UConverter, Close> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return false;
  out.clear();
  std::array<UChar, 4096> pivot;
  UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
  std::array<char, 16384> buffer;
  const char *source = bytes.data(), *const end = bytes.data() + bytes.size();
  UBool first = true;
  do {
    status = U_ZERO_ERROR;
    char* target = buffer.data();
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source, end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    out.append(buffer.data(), target);
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return U_SUCCESS(status);
}

// Characters that no page means: U+FFFD and the control characters U+0080 to U+009F.
std::size_t failures(std::string_view text) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]), next = static_cast<unsigned char>(text[i + 1]);
    found += byte == 0xef && next == 0xbf && i + 2 < text.size() && text[i + 2] == '\xbd';
    found += byte == 0xc2 && next >= 0x80 && next < 0xa0;
  }
  return found;
}

bool few(std::size_t failed, std::size_t bytes) { return failed <= 2 || failed * kFewFailures <= bytes; }

// What Windows-1252 has at 0x80 to 0x9f; the five that it leaves open are U+FFFD.
constexpr std::array<char32_t, 32> kWindows1252{0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
                                                0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

struct Mixture {
  std::size_t valid = 0, foreign = 0;  // characters beyond ASCII that are UTF-8; bytes that are not
};

// UTF-8 with bytes of Windows-1252 in it; nothing is written where `out` is null.
Mixture mend(std::string_view bytes, std::string* out) {
  Mixture mixture;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const utf8::Char c = byte < 0x80 ? utf8::Char{byte, 1} : utf8::decode(bytes, i);
    const bool foreign = byte >= 0x80 && c.bytes == 1;
    mixture.valid += byte >= 0x80 && !foreign;
    if (foreign) {
      ++mixture.foreign;
      if (out) {
        out->append(bytes.substr(kept, i - kept));
        utf8::append(*out, byte < 0xa0 ? kWindows1252[byte - 0x80] : byte);
        kept = i + 1;
      }
    }
    i += c.bytes;
  }
  if (out) out->append(bytes.substr(kept));
  return mixture;
}

// What uchardet makes of the bytes around the first that is not ASCII; empty if nothing.
std::string look(std::string_view bytes) {
  const auto foreign = std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  const auto at = static_cast<std::size_t>(foreign - bytes.begin());
  const std::string_view shown = bytes.substr(at - std::min<std::size_t>(at, 256), kDetected);
  const std::unique_ptr<uchardet, Close> detector(uchardet_new());
  if (uchardet_handle_data(detector.get(), shown.data(), shown.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return label(uchardet_get_charset(detector.get()));
}

// UTF-16 without a byte order mark: markup is ASCII, so every other byte is zero.
const char* utf16_without_mark(std::string_view bytes) {
  if (bytes.size() < 8) return nullptr;
  std::size_t even = 0, odd = 0;
  const std::size_t size = std::min<std::size_t>(bytes.size(), 256) & ~std::size_t{1};
  for (std::size_t i = 0; i < size; i += 2) even += bytes[i] == 0, odd += bytes[i + 1] == 0;
  if (odd * 10 >= size * 4 && even * 10 < size) return "UTF-16LE";
  return even * 10 >= size * 4 && odd * 10 < size ? "UTF-16BE" : nullptr;
}

bool take(std::string_view bytes, const std::string& charset, Decoded& out, bool believe) {
  if (charset.empty() || is_utf8(charset) || !convert(bytes, charset, out.made)) return false;
  if (!believe && !few(failures(out.made), bytes.size())) return false;
  out.text = out.made;
  out.charset = charset;
  return true;
}

void keep_utf8(std::string_view bytes, Decoded& out) {
  out.charset = "UTF-8";
  out.text = bytes;
}

void take_utf8(std::string_view bytes, Decoded& out) {
  if (!utf8::first_invalid(bytes)) return keep_utf8(bytes, out);
  out.charset = "UTF-8";
  out.made.clear();
  mend(bytes, &out.made);
  out.text = out.made;
}

bool starts(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

}  // namespace

std::string_view named_in_page(std::string_view bytes) {
  bytes = bytes.substr(0, kSniffed);
  const auto same = [](char a, char b) { return (a | 0x20) == b; };
  constexpr std::string_view kWord = "charset";
  for (auto at = bytes.begin();; ++at) {
    at = std::search(at, bytes.end(), kWord.begin(), kWord.end(), same);
    if (at == bytes.end()) return {};
    std::string_view rest = bytes.substr(static_cast<std::size_t>(at - bytes.begin()) + kWord.size());
    const std::size_t equals = rest.find_first_not_of(" \t\r\n");
    if (equals == std::string_view::npos || rest[equals] != '=') continue;
    rest.remove_prefix(equals + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\"'"), rest.size()));
    const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n\"'/>;"));
    if (!name.empty()) return name;
  }
}

void decode(std::string_view bytes, const std::optional<std::string>& named, Decoded& out) {
  if (starts(bytes, "\xef\xbb\xbf")) return take_utf8(bytes.substr(3), out);
  if (starts(bytes, "\xff\xfe") && take(bytes.substr(2), "UTF-16LE", out, true)) return;
  if (starts(bytes, "\xfe\xff") && take(bytes.substr(2), "UTF-16BE", out, true)) return;
  if (const char* const charset = utf16_without_mark(bytes); charset && take(bytes, charset, out, true)) return;
  const std::string header = named ? label(*named) : std::string();
  const std::string in_page = label(named_in_page(bytes));
  const bool escapes = header == "iso-2022-jp" || in_page == "iso-2022-jp";  // whose bytes are all ASCII
  if (!escapes && !utf8::first_invalid(bytes)) return keep_utf8(bytes, out);

  const Mixture mixture = mend(bytes, nullptr);
  const bool says_utf8 = is_utf8(header) || (header.empty() && is_utf8(in_page));
  if (mixture.valid > 0 && mixture.valid >= mixture.foreign * (says_utf8 ? 1 : 4)) return take_utf8(bytes, out);
  if (take(bytes, header, out, false) || take(bytes, in_page, out, false) || take(bytes, look(bytes), out, false))
    return;
  if (!take(bytes, "windows-1252", out, true)) take_utf8(bytes, out);
}

}  // namespace warta::extract
