#include "ingest/url.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace warta::ingest {
namespace {

// Parameters of campaigns, not of articles: a name, or with "*" how a name begins.
constexpr std::array<std::string_view, 7> kTracking{"utm_*", "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid"};

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower_ascii(c); });
  return out;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'f'); }

// What may not stand in a path or query is written as %XX; a "%" that begins no such triple too.
std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool triple = text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    const bool bad =
        byte <= 0x20 || byte >= 0x7f || std::string_view("\"<>\\^`{|}").find(text[i]) != std::string_view::npos;
    if (!bad && (text[i] != '%' || triple)) {
      out += text[i];
      continue;
    }
    out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

// "." and ".." segments are walked (RFC 3986, 5.2.4); ".." above the root stays there.
std::string without_dots(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {  // path[at] is the slash before a segment
    const std::size_t end = std::min(path.find('/', at + 1), path.size());
    const std::string_view segment = path.substr(at + 1, end - at - 1);
    const bool last = end == path.size();
    if (segment == "..") out.resize(out.empty() ? 0 : out.rfind('/'));
    if (segment == "." || segment == "..") {
      if (last) out += '/';
    } else {
      out.append(path.substr(at, end - at));
    }
    at = end;
  }
  return out.empty() ? "/" : out;
}

bool parse_port(std::string_view text, Url& url) {
  if (text.empty()) return true;
  unsigned port = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (problem != std::errc{} || stop != text.data() + text.size() || port == 0 || port > 65535) return false;
  if (port != (url.scheme == "http" ? 80u : 443u)) url.port = std::to_string(port);
  return true;
}

// "host", "host:8080", "[::1]:8080". A name and password in it are refused: they would end in logs and rows.
bool parse_authority(std::string_view text, Url& url) {
  if (text.empty() || text.find('@') != std::string_view::npos) return false;
  std::size_t end = text.find(':');
  if (text[0] == '[') {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos || close == 1) return false;
    end = close + 1 < text.size() ? close + 1 : std::string_view::npos;
    if (end != std::string_view::npos && text[end] != ':') return false;
  }
  const std::string_view host = text.substr(0, end);
  const auto no_host_byte = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f ||
           std::string_view("\"#%/<>?@\\^`{|}").find(c) != std::string_view::npos;
  };
  if (host.empty() || host.size() > 255 || std::any_of(host.begin(), host.end(), no_host_byte)) return false;
  if (host[0] != '[' && host.find_first_of("[]") != std::string_view::npos) return false;
  if (utf8::first_invalid(host)) return false;
  url.host = lower_ascii(host);
  return end == std::string_view::npos || parse_port(text.substr(end + 1), url);
}

void set_target(std::string_view text, Url& url) {
  text = text.substr(0, text.find('#'));
  const std::size_t mark = std::min(text.find('?'), text.size());
  url.path = without_dots(escaped(text.substr(0, mark)));
  url.query = text.size() - mark > 1 ? escaped(text.substr(mark)) : std::string();
}

// Feeds wrap addresses in white space and line breaks; so does OPML.
std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// The scheme before the first ":" if there is one (RFC 3986, 3.1), lower case.
std::optional<std::string> scheme_of(std::string_view text) {
  const std::size_t colon = text.find_first_of(":/?#");
  if (colon == std::string_view::npos || text[colon] != ':' || colon == 0) return std::nullopt;
  return lower_ascii(text.substr(0, colon));
}

bool is_tracking(std::string_view parameter) {
  const std::string name = lower_ascii(parameter.substr(0, parameter.find('=')));
  return std::any_of(kTracking.begin(), kTracking.end(), [&](std::string_view known) {
    return known.back() == '*' ? name.starts_with(known.substr(0, known.size() - 1)) : name == known;
  });
}

}  // namespace

std::string Url::origin() const {
  std::string out = scheme + "://" + host;
  if (!port.empty()) out += ':' + port;
  return out;
}

std::optional<Url> parse_url(std::string_view text) {
  text = trimmed(text);
  const auto scheme = scheme_of(text);
  if (text.size() > kLongestUrl || !scheme || (*scheme != "http" && *scheme != "https")) return std::nullopt;
  text.remove_prefix(scheme->size() + 1);
  if (!text.starts_with("//")) return std::nullopt;
  text.remove_prefix(2);
  Url url;
  url.scheme = *scheme;
  const std::size_t end = std::min(text.find_first_of("/?#"), text.size());
  if (!parse_authority(text.substr(0, end), url)) return std::nullopt;
  text.remove_prefix(end);
  set_target(text.starts_with('/') ? std::string(text) : "/" + std::string(text), url);
  return url;
}

std::optional<Url> resolve(const Url& base, std::string_view reference) {
  reference = trimmed(reference);
  if (reference.size() > kLongestUrl) return std::nullopt;
  if (scheme_of(reference)) return parse_url(reference);
  if (reference.starts_with("//")) return parse_url(base.scheme + ":" + std::string(reference));
  Url url = base;
  if (reference.empty() || reference[0] == '#') return url;
  if (reference[0] == '/')
    set_target(reference, url);
  else if (reference[0] == '?')
    set_target(base.path + std::string(reference), url);
  else
    set_target(base.path.substr(0, base.path.rfind('/') + 1) + std::string(reference), url);
  return url;
}

Url without_tracking(Url url) {
  std::string kept;
  for (std::size_t at = 1; at < url.query.size();) {
    const std::size_t end = std::min(url.query.find('&', at), url.query.size());
    const std::string_view parameter = std::string_view(url.query).substr(at, end - at);
    if (!parameter.empty() && !is_tracking(parameter)) kept.append(kept.empty() ? "?" : "&").append(parameter);
    at = end + 1;
  }
  url.query = std::move(kept);
  return url;
}

std::string identity(const Url& url) {
  const Url clean = without_tracking(url);
  std::string out = clean.host.starts_with("www.") ? clean.host.substr(4) : clean.host;
  if (!clean.port.empty()) out += ':' + clean.port;
  out += clean.path;
  if (out.ends_with('/')) out.pop_back();
  return out + clean.query;
}

}  // namespace warta::ingest
