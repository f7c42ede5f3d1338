// Addresses of feeds and pages: http and https only, taken apart, put together and compared (RFC 3986).
// Takes  bytes of any kind. Blanks, control characters and bytes beyond ASCII are written as %XX, as browsers do.
// Gives  a Url whose text is printable ASCII but for the host, whose other letters stay (IDNA is the resolver's).
// Fails  nullopt: another scheme, no host, a host or port that cannot be, a name and password, beyond kLongestUrl.
// Tests  tests/ingest/url_test.cc, cases/url.txt
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace warta::ingest {

inline constexpr std::size_t kLongestUrl = 4096;  // bytes

struct Url {
  std::string scheme;  // "http" or "https"
  std::string host;    // lower case; an IPv6 address in its brackets
  std::string port;    // empty: the scheme's own
  std::string path;    // begins with "/"
  std::string query;   // with its "?", or empty; a fragment is the browser's business and is dropped

  std::string origin() const;  // "https://example.org:8443"
  std::string target() const { return path + query; }
  std::string text() const { return origin() + target(); }
};

std::optional<Url> parse_url(std::string_view text);
// A reference as a page writes it ("/a", "../b?c", "//host/d"), seen from `base`.
std::optional<Url> resolve(const Url& base, std::string_view reference);

// Without the parameters that only tell where a reader came from ("utm_source", "fbclid"): the address to show.
Url without_tracking(Url url);
// What two addresses of one article share: without_tracking, without scheme, "www." and a slash at the end.
std::string identity(const Url& url);

}  // namespace warta::ingest
