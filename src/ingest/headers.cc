#include "headers.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::ingest {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Takes the value of a parameter off the front: a token, or a quoted string with its escapes undone.
std::string take_value(std::string_view& rest) {
  std::string out;
  rest = rest.substr(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
  if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) {
    const std::string_view token = rest.substr(0, rest.find_first_of("; \t\r\n"));
    rest.remove_prefix(token.size());
    return std::string(token);
  }
  const char quote = rest[0];
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != quote; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size()) ++at;
    out += rest[at];
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return out;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> Headers::value(std::string_view name) const {
  for (std::size_t at = 0; at < block_.size();) {
    std::size_t end = std::min(block_.find('\n', at), block_.size());
    const std::string_view line = block_.substr(at, end - at);
    const bool here = line.size() > name.size() && same_word(line.substr(0, name.size()), name) &&
                      utf8::trim(line.substr(name.size(), line.find(':') - name.size())).empty() &&
                      line.find(':') >= name.size() && line.find(':') != std::string_view::npos;
    if (here) {
      const std::size_t begin = at + line.find(':') + 1;
      while (end + 1 < block_.size() && (block_[end + 1] == ' ' || block_[end + 1] == '\t'))
        end = std::min(block_.find('\n', end + 1), block_.size());
      return utf8::trim(block_.substr(begin, end - begin));
    }
    at = end + 1;
  }
  return std::nullopt;
}

std::size_t end_of_headers(std::string_view text) {
  for (std::size_t at = 0;;) {
    if (text.substr(at, 1) == "\n") return at + 1;
    if (text.substr(at, 2) == "\r\n") return at + 2;
    at = text.find('\n', at);
    if (at == std::string_view::npos) return at;
    ++at;
  }
}

std::string media_type(std::string_view value) {
  std::string out(utf8::trim(value.substr(0, value.find(';'))));
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::optional<std::string> parameter(std::string_view value, std::string_view name) {
  std::string_view rest = value.substr(std::min(value.find(';'), value.size()));
  while (!rest.empty()) {
    rest.remove_prefix(std::min(rest.find_first_not_of("; \t\r\n"), rest.size()));
    const std::string_view key = rest.substr(0, rest.find_first_of("=;"));
    rest.remove_prefix(key.size());
    if (rest.empty() || rest[0] != '=') continue;
    rest.remove_prefix(1);
    std::string found = take_value(rest);
    if (same_word(utf8::trim(key), name)) return found;
  }
  return std::nullopt;
}

}  // namespace warta::ingest
