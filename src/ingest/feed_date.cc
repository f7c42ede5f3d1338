#include "ingest/feed_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/date.h"

namespace warta::ingest {
namespace {

constexpr int kEarliest = 1990;  // before it no outlet had a page: an epoch or a default, not a date

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  std::string_view name, offset;
};
// RFC 822, 5.1, with the three zones of Indonesia, which has no summer time. Military letters mean nothing (RFC 2822,
// 4.3) but for Z.
constexpr std::array<Zone, 15> kZones{{{"z", "+00:00"},
                                       {"ut", "+00:00"},
                                       {"utc", "+00:00"},
                                       {"gmt", "+00:00"},
                                       {"est", "-05:00"},
                                       {"edt", "-04:00"},
                                       {"cst", "-06:00"},
                                       {"cdt", "-05:00"},
                                       {"mst", "-07:00"},
                                       {"mdt", "-06:00"},
                                       {"pst", "-08:00"},
                                       {"pdt", "-07:00"},
                                       {"wib", "+07:00"},
                                       {"wita", "+08:00"},
                                       {"wit", "+09:00"}}};

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || problem != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

// "+0700", "+07:00", "-03", a name of kZones; empty where it is none of them.
std::string zone(std::string_view text) {
  const std::string name = lower_ascii(text);
  for (const Zone& known : kZones)
    if (known.name == name) return std::string(known.offset);
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return {};
  std::string digits;
  for (const char c : text.substr(1))
    if (c != ':') digits += c;
  if (digits.size() == 2) digits += "00";
  const auto value = number(digits);
  if (digits.size() != 4 || !value || *value > 1400 || *value % 100 > 59) return {};
  return fmt::format("{}{}:{}", text[0], digits.substr(0, 2), digits.substr(2));
}

// "10:08", "10:08:00", "10:08:00.123" -> "10:08:00"; a leap second counts as the one before.
std::optional<std::string> clock(std::string_view text) {
  text = text.substr(0, text.find_first_of(".,"));
  std::array<unsigned, 3> parts{};
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size() && count < 3;) {
    const std::size_t end = std::min(text.find(':', at), text.size());
    const auto value = number(text.substr(at, end - at));
    if (!value || end - at > 2) return std::nullopt;
    parts[count++] = *value;
    at = end + 1;
  }
  if (count < 2 || parts[0] > 23 || parts[1] > 59 || parts[2] > 60) return std::nullopt;
  return fmt::format("{:02}:{:02}:{:02}", parts[0], parts[1], std::min(parts[2], 59u));
}

std::optional<std::string> checked_day(unsigned year, unsigned month, unsigned day) {
  if (year < kEarliest || year > 2100) return std::nullopt;
  const auto civil = civil_day(static_cast<int>(year), month, day);
  if (!civil) return std::nullopt;
  return iso(*civil);
}

// "2015-11-05", then "T" or a blank, the time, and the zone with or without a blank before it.
std::optional<std::string> w3c(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  auto out = checked_day(*year, *month, *day);
  if (!out || text.size() < 12) return out;
  std::string_view rest = text.substr(11);
  const std::size_t end = std::min(rest.find_first_not_of("0123456789:.,"), rest.size());
  const auto time = clock(rest.substr(0, end));
  if (!time) return out;
  rest.remove_prefix(end);
  while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
  return *out + "T" + *time + zone(rest);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0;
       (at = text.find_first_not_of(" \t\r\n,", at)) != std::string_view::npos && words.size() < 8;) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::optional<unsigned> month_of(std::string_view word) {
  const std::string name = lower_ascii(word.substr(0, 3));
  const auto* found = std::find(kMonths.begin(), kMonths.end(), name);
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

// Years of two or three digits: RFC 2822, 4.3.
std::optional<unsigned> year_of(std::string_view word) {
  auto year = number(word);
  if (!year || word.size() < 2 || word.size() > 4) return std::nullopt;
  if (word.size() == 2) return *year < 50 ? *year + 2000 : *year + 1900;
  if (word.size() == 3) return *year + 1900;
  return year;
}

// [weekday,] day month year [time [zone]]
std::optional<std::string> rfc822(std::string_view text) {
  std::vector<std::string_view> words = words_of(text);
  if (!words.empty() && !number(words[0])) words.erase(words.begin());  // the weekday, in whatever language
  if (words.size() < 3) return std::nullopt;
  const auto day = number(words[0]), month = month_of(words[1]), year = year_of(words[2]);
  if (!day || !month || !year) return std::nullopt;
  auto out = checked_day(*year, *month, *day);
  if (!out || words.size() < 4) return out;
  const auto time = clock(words[3]);
  if (!time) return out;
  return *out + "T" + *time + (words.size() > 4 ? zone(words[4]) : std::string());
}

}  // namespace

std::optional<std::string> feed_date(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text.size() - first > 128) return std::nullopt;
  text.remove_prefix(first);
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  if (auto date = w3c(text)) return date;
  return rfc822(text);
}

std::optional<std::chrono::sys_seconds> feed_time(std::string_view text) {
  const auto date = feed_date(text);
  if (!date) return std::nullopt;
  std::chrono::sys_seconds time = *parse_iso_day(*date);
  const std::string_view iso = *date;
  if (iso.size() < 19) return time;
  const auto part = [&](std::size_t at) { return number(iso.substr(at, 2)).value_or(0); };
  time += std::chrono::hours(part(11)) + std::chrono::minutes(part(14)) + std::chrono::seconds(part(17));
  if (iso.size() < 25) return time;
  const auto offset = std::chrono::hours(part(20)) + std::chrono::minutes(part(23));
  return iso[19] == '-' ? time + offset : time - offset;
}

}  // namespace warta::ingest
