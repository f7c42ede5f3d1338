#include "inline_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace warta::ingest {
namespace {

struct Reference {
  std::string_view name;
  char32_t code;
};
// Those that occur in titles (WHATWG HTML, 13.5, has all 2,231).
constexpr std::array<Reference, 26> kReferences{
    {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xa0},
     {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201c}, {"rdquo", 0x201d},
     {"sbquo", 0x201a}, {"bdquo", 0x201e}, {"hellip", 0x2026}, {"bull", 0x2022},  {"middot", 0xb7},  {"laquo", 0xab},
     {"raquo", 0xbb},   {"eacute", 0xe9},  {"egrave", 0xe8},   {"uuml", 0xfc},    {"ouml", 0xf6},    {"auml", 0xe4},
     {"ccedil", 0xe7},  {"euro", 0x20ac}}};
constexpr int kRounds = 2;            // behind the first
constexpr std::size_t kLongest = 10;  // bytes between "&" and ";" that are looked at

bool may_stand(char32_t c) { return c >= 0x20 && c != 0x7f && c < 0x110000 && (c < 0xd800 || c > 0xdfff); }

std::optional<char32_t> referred(std::string_view name) {
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [stop, problem] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (name.empty() || problem != std::errc{} || stop != name.data() + name.size() || !may_stand(code))
      return std::nullopt;
    return code;
  }
  const auto* found =
      std::find_if(kReferences.begin(), kReferences.end(), [&](const Reference& r) { return r.name == name; });
  if (found == kReferences.end()) return std::nullopt;
  return found->code;
}

std::string resolved(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(0, at + kLongest + 2).find(';', at) : std::string_view::npos;
    const auto code = end == std::string_view::npos ? std::nullopt : referred(text.substr(at + 1, end - at - 1));
    if (code)
      utf8::append(out, *code);
    else
      out += text[at];
    at = code ? end + 1 : at + 1;
  }
  return out;
}

// "<b>", "</a>", "<!-- -->"; "<" before a blank or digit is a sign of the text ("inflation < 3 %").
std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool tag =
        text[at] == '<' && ((next | 0x20) >= 'a' && (next | 0x20) <= 'z' ? true : next == '/' || next == '!');
    const std::size_t end = tag ? text.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos)
      out += text[at++];
    else
      at = end + 1;
  }
  return out;
}

std::string in_one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Char c = utf8::decode(text, at);
    if (!utf8::is_space(c.code))
      out.append(text.substr(at, c.bytes));
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    at += c.bytes;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::optional<std::string> inline_text(std::string_view markup) {
  // Writers escape what was escaped before: "A &amp;amp; B", "&amp;lt;b&amp;gt;".
  std::string text = resolved(without_tags(markup));
  for (int again = 0; again < kRounds && text.find_first_of("&<") != std::string::npos; ++again)
    text = resolved(without_tags(text));
  text = in_one_line(text);
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace warta::ingest
