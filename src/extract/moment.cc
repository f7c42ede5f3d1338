#include "moment.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr int kDaySeconds = 86400;

// Two digits at i of a text; nullopt if they are none.
std::optional<int> two_digits(std::string_view text, std::size_t i) {
  if (i + 2 > text.size() || !utf8::is_digit(static_cast<unsigned char>(text[i])) ||
      !utf8::is_digit(static_cast<unsigned char>(text[i + 1])))
    return std::nullopt;
  return (text[i] - '0') * 10 + (text[i + 1] - '0');
}

// "Z", "+07:00", "+0700", "+07"
std::optional<int> offset_of(std::string_view text) {
  text = utf8::trim(text);
  if (text == "Z" || text == "z") return 0;
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = two_digits(text, 1), minutes = two_digits(text, text.size() > 3 && text[3] == ':' ? 4 : 3);
  if (!hours || *hours > 14) return std::nullopt;
  const int east = *hours * 60 + minutes.value_or(0);
  return text[0] == '-' ? -east : east;
}

}  // namespace

std::int64_t Moment::instant(int fallback) const {
  const std::int64_t days = day.time_since_epoch().count();
  return days * kDaySeconds + second.value_or(0) - std::int64_t{60} * offset.value_or(fallback);
}

Moment Moment::in_zone(int minutes) const {
  Moment moved = from_epoch(instant(0) + std::int64_t{60} * minutes);
  moved.offset = minutes;
  return moved;
}

std::string Moment::iso() const {
  std::string out = warta::iso(day);
  if (!second) return out;
  out += fmt::format("T{:02}:{:02}:{:02}", *second / 3600, *second / 60 % 60, *second % 60);
  if (offset)
    out += fmt::format("{}{:02}:{:02}", *offset < 0 ? '-' : '+', std::abs(*offset) / 60, std::abs(*offset) % 60);
  return out;
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto day = parse_iso_day(text);
  if (!day) return std::nullopt;
  Moment moment{*day, std::nullopt, std::nullopt};
  std::string_view rest = text.substr(10);
  if (rest.empty()) return moment;
  if (rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ') return std::nullopt;
  const auto hour = two_digits(rest, 1), minute = two_digits(rest, 4);
  if (!hour || !minute || rest[3] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
  moment.second = *hour * 3600 + *minute * 60;
  rest.remove_prefix(6);
  if (const auto second = two_digits(rest, 1); second && rest[0] == ':' && *second < 60) {
    *moment.second += *second;
    rest.remove_prefix(3);
  }
  if (!rest.empty() && rest[0] == '.') {  // fractions
    std::size_t i = 1;
    while (i < rest.size() && utf8::is_digit(static_cast<unsigned char>(rest[i]))) ++i;
    rest.remove_prefix(i);
  }
  moment.offset = offset_of(rest);
  return moment;
}

Moment from_epoch(std::int64_t seconds) {
  std::int64_t days = seconds / kDaySeconds, rest = seconds % kDaySeconds;
  if (rest < 0) --days, rest += kDaySeconds;
  return {Day{std::chrono::days{days}}, static_cast<int>(rest), 0};
}

}  // namespace warta::extract
