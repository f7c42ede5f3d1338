#include "watch/robots.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/utf8.h"

namespace warta::watch {
namespace {

constexpr double kLongestDelay_s = 3600;  // more is no number that somebody meant

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool unreserved(unsigned char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

// RFC 9309, 2.2.2: octets beyond ASCII are compared as %XX, unreserved characters as themselves.
std::string normalised(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool triple = path[i] == '%' && i + 2 < path.size() && hex(path[i + 1]) >= 0 && hex(path[i + 2]) >= 0;
    const auto byte = static_cast<unsigned char>(triple ? hex(path[i + 1]) * 16 + hex(path[i + 2]) : path[i]);
    if (triple) i += 2;
    if (triple ? unreserved(byte) : byte > 0x20 && byte < 0x7f)
      out += static_cast<char>(byte);
    else
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

// "*" is any number of octets, "$" at the end the end; otherwise a rule matches the beginning. memmem, whose time is
// linear, since rules and addresses may both be made to slow us down.
bool matches(std::string_view rule, std::string_view target) {
  const bool to_end = rule.ends_with('$');
  if (to_end) rule.remove_suffix(1);
  std::size_t at = 0;  // of the target, behind what is matched
  for (bool first = true;; first = false) {
    const std::size_t star = rule.find('*');
    const std::string_view part = rule.substr(0, star);
    const bool last = star == std::string_view::npos;
    if (first) {
      if (!target.starts_with(part)) return false;
      at = part.size();
    } else if (last && to_end) {
      return target.size() - at >= part.size() && target.ends_with(part);
    } else if (!part.empty()) {
      const void* found = ::memmem(target.data() + at, target.size() - at, part.data(), part.size());
      if (!found) return false;
      at = static_cast<std::size_t>(static_cast<const char*>(found) - target.data()) + part.size();
    }
    if (last) return !to_end || at == target.size();
    rule.remove_prefix(star + 1);
  }
}

struct Line {
  std::string key;  // lower case
  std::string_view value;
};

// The next "key: value" of the text; lines end with CR, LF or both.
std::optional<Line> next_line(std::string_view& text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    return Line{utf8::lower(utf8::trim(line.substr(0, colon))), utf8::trim(line.substr(colon + 1))};
  }
  return std::nullopt;
}

// The product token that a value begins with (RFC 9309, 2.2.1): "Warta/1.0 bot" names "warta".
std::string token_of(std::string_view value) {
  std::size_t end = 0;
  while (end < value.size() &&
         (((value[end] | 0x20) >= 'a' && (value[end] | 0x20) <= 'z') || value[end] == '-' || value[end] == '_'))
    ++end;
  return utf8::lower(value.substr(0, end));
}

std::optional<std::chrono::milliseconds> delay_of(std::string_view value) {
  double seconds = 0;
  const auto [stop, problem] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (problem != std::errc{} || !(seconds >= 0) || seconds > kLongestDelay_s) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

}  // namespace

Robots Robots::parse(std::string_view text, std::string_view agent) {
  text = text.substr(0, kRobotsBytes);
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  Robots ours, everyones;
  bool named = false;                    // a group of our name exists, even without rules
  bool for_us = false, for_all = false;  // the group at hand
  bool naming = false;                   // the line before named an agent too
  while (const auto line = next_line(text)) {
    if (line->key == "user-agent") {
      if (!naming) for_us = for_all = false;
      naming = true;
      for_all |= line->value.starts_with('*');
      for_us |= token_of(line->value) == utf8::lower(agent);
      named |= for_us;
      continue;
    }
    const bool rule = line->key == "allow" || line->key == "disallow";
    if (!rule && line->key != "crawl-delay") continue;  // records of others do not end a group (RFC 9309, 2.2.4)
    naming = false;
    for (auto [applies, group] : {std::pair{for_us, &ours}, std::pair{for_all, &everyones}}) {
      if (!applies) continue;
      if (!rule)
        group->crawl_delay_ = delay_of(line->value);
      else if (!line->value.empty())
        group->rules_.push_back({normalised(line->value), line->key == "allow"});
    }
  }
  Robots& chosen = named ? ours : everyones;
  std::stable_sort(chosen.rules_.begin(), chosen.rules_.end(), [](const Rule& a, const Rule& b) {
    return a.path.size() != b.path.size() ? a.path.size() > b.path.size() : a.allow && !b.allow;
  });
  return chosen;
}

bool Robots::allows(std::string_view target) const {
  const std::string path = normalised(target);
  if (path == "/robots.txt") return true;
  for (const Rule& rule : rules_)
    if (matches(rule.path, path)) return rule.allow;
  return true;
}

}  // namespace warta::watch
