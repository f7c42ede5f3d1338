// Named fields, as WARC records, HTTP responses and mails have them: "Name: value" a line, a line that begins with
// white space goes on with the value (ISO 28500; RFC 9112, section 5; RFC 5322, section 2.2). Views into the bytes.
// Tests: tests/ingest/headers_test.cc
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace warta::ingest {

class Headers {
 public:
  Headers() = default;
  explicit Headers(std::string_view block) : block_(block) {}

  // The value of the first field of that name, in whatever case, trimmed; a folded one with its line ends.
  std::optional<std::string_view> value(std::string_view name) const;

 private:
  std::string_view block_;
};

// Bytes of the fields with the blank line that ends them; npos: there is none.
std::size_t end_of_headers(std::string_view text);

// "text/html; charset=UTF-8" -> "text/html", in lower case.
std::string media_type(std::string_view value);
// The parameter of a value, without quotes: "charset" -> "UTF-8".
std::optional<std::string> parameter(std::string_view value, std::string_view name);

bool same_word(std::string_view a, std::string_view b);  // but for the case of ASCII letters

}  // namespace warta::ingest
