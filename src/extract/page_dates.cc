#include "page_dates.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/utf8.h"
#include "stamp.h"

namespace warta::extract {
namespace {

constexpr std::int64_t kMinute = 60;

bool is_digit(char c) { return utf8::is_digit(static_cast<unsigned char>(c)); }

// 1718176800 and 1718176800000: seconds or milliseconds since 1970, from 1990 on.
std::optional<Moment> epoch(std::string_view text) {
  if (text.size() != 10 && text.size() != 13 && text.size() != 9) return std::nullopt;
  std::int64_t value = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return from_epoch(text.size() == 13 ? value / 1000 : value);
}

// "20240118", "20240118T082500Z", "20240118082500": ISO 8601 without its marks, as it would be with them.
std::optional<Moment> compact(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits != 8 && digits != 14 && digits != 12) return std::nullopt;
  std::string iso(text.substr(0, 4));
  iso.append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
  std::string_view rest = text.substr(8);
  if (!rest.empty() && (rest[0] == 'T' || rest[0] == 't')) rest.remove_prefix(1);
  if (rest.size() >= 4 && is_digit(rest[0]) && is_digit(rest[3])) {
    iso.append("T").append(rest.substr(0, 2)).append(":").append(rest.substr(2, 2));
    rest.remove_prefix(4);
    if (rest.size() >= 2 && is_digit(rest[0]) && is_digit(rest[1]))
      iso.append(":").append(rest.substr(0, 2)), rest.remove_prefix(2);
    iso += rest;
  } else if (!rest.empty()) {
    return std::nullopt;
  }
  return parse_moment(iso);
}

// ISO 8601 as templates spoil it: "2015-11-05 T10:08:58Z", "2023-11-02T20-59-53Z", "2016-02-16T9:10:11+07:00",
// "2025-06-18T14:05:00 +07:00", and " 07:00" where a plus went through an address.
std::string with_iso_marks(std::string_view value) {
  std::string text(value);
  if (!parse_iso_day(text) || text.size() < 15) return text;
  if (text[10] == ' ' && text[11] == 'T') text.erase(10, 1);
  if (text[10] == 'T' && text[12] == ':') text.insert(11, "0");
  if (text.size() < 19) return text;
  if (text[13] == '-' && text[16] == '-') text[13] = text[16] = ':';
  if (text.size() > 20 && text[19] == ' ') {
    if (text[20] == '+' || text[20] == '-') text.erase(19, 1);
    if (text.size() == 25 && is_digit(text[20]) && text[22] == ':') text[19] = '+';
  }
  return text;
}

bool same_clock(const Moment& a, const Moment& b) {
  return a.day == b.day && a.second && b.second && *a.second / kMinute == *b.second / kMinute;
}

// Settles one of the two dates; claims lie in descending confidence.
class Settler {
 public:
  Settler(const std::vector<DateClaim>& claims, std::optional<int> zone) : claims_(claims), zone_(zone) {}

  std::optional<DateClaim> published() const {
    const DateClaim *machine = first(false, false), *seen = first(true, false);
    if (!machine || !seen) return machine || seen ? std::optional(zoned(machine ? *machine : *seen)) : std::nullopt;
    for (const DateClaim& claim : claims_)  // of several for machines the one that readers see too
      if (!claim.visible && !claim.updated && !agrees(*machine, *seen) && agrees(claim, *seen)) machine = &claim;
    return agreed(*machine, *seen);
  }

  std::optional<DateClaim> updated() const {
    const DateClaim *machine = first(false, true), *seen = first(true, true);
    if (!machine && !seen) return std::nullopt;
    // What a reader sees as the publication tells the zone of an update too.
    if (machine && !seen) seen = first(true, false);
    if (!machine) return zoned(*seen);
    DateClaim claim = *machine;
    if (!seen) return zoned(claim);
    if (same_clock(claim.moment, seen->moment) && seen->moment.offset) claim.moment.offset = seen->moment.offset;
    return zoned(in_zone_of(claim, seen->moment.offset));
  }

 private:
  // The surest claim of its kind; one with a time before one without.
  const DateClaim* first(bool visible, bool updated) const {
    const DateClaim* best = nullptr;
    for (const DateClaim& claim : claims_)
      if (claim.visible == visible && claim.updated == updated &&
          (!best || (!best->moment.timed() && claim.moment.timed() && claim.moment.day == best->moment.day)))
        best = &claim;
    return best;
  }

  static bool agrees(const DateClaim& machine, const DateClaim& seen) {
    if (!machine.moment.timed() || !seen.moment.timed()) return false;
    return same_clock(machine.moment, seen.moment) ||
           (machine.moment.offset && seen.moment.offset &&
            std::abs(machine.moment.instant(0) - seen.moment.instant(0)) < 2 * kMinute);
  }
  // How far readers' clock is from UTC, if both name one instant: a zone that is shown, else whole quarters of an hour.
  static std::optional<int> offset_between(const Moment& utc, const Moment& seen, std::optional<int> shown) {
    const Moment plain{utc.day, utc.second, 0}, clock{seen.day, seen.second, 0};
    const std::int64_t east = clock.instant(0) / kMinute - plain.instant(0) / kMinute;
    if (shown && std::abs(east - *shown) < 2) return shown;
    if (seen.offset || east % 15 != 0 || east < -12 * 60 || east > 14 * 60) return std::nullopt;
    return static_cast<int>(east);
  }
  // Midnight to the second is a day whose time nobody wrote.
  static bool is_timed(const Moment& moment) { return moment.second.value_or(0) != 0; }

  // Machines and readers are told the same, in most pages; where not, there are four ways to differ.
  DateClaim agreed(const DateClaim& machine, const DateClaim& seen) const {
    DateClaim out = machine;
    out.confidence = std::max(machine.confidence, 0.9f);
    if (!is_timed(machine.moment) || !seen.moment.timed()) {
      if (machine.moment.day == seen.moment.day && seen.moment.timed()) out.moment = seen.moment;
      return zoned(out);
    }
    const std::optional<int> shown = seen.moment.offset ? seen.moment.offset : zone_;
    if (same_clock(machine.moment, seen.moment)) {  // the clock of readers under the name of UTC, or of no zone
      if (shown && machine.moment.offset.value_or(0) == 0) out.moment.offset = shown;
      return zoned(out);
    }
    // The same instant told in UTC, perhaps without saying so; readers' clock without a zone tells how far it is.
    if (machine.moment.offset.value_or(0) == 0)
      if (const auto offset = offset_between(machine.moment, seen.moment, shown)) {
        out.moment.offset = 0;
        out.moment = out.moment.in_zone(*offset);
        return out;
      }
    out = zoned(out);
    // Nothing is shown to readers before it is published; a later date may be that of a change.
    const std::int64_t apart = out.moment.instant(0) - seen.moment.instant(shown.value_or(0));
    if (std::abs(apart) < 2 * kMinute) return out;
    if (apart > 0 && (shown || !machine.moment.offset)) out = zoned(seen);
    out.confidence = 0.8f;
    return out;
  }

  DateClaim zoned(DateClaim claim) const {
    if (claim.moment.timed() && !claim.moment.offset) claim.moment.offset = zone_;
    return in_zone_of(claim, zone_);
  }
  // An instant in UTC as the outlet's clock shows it, so that its day is the day on which its readers read it.
  static DateClaim in_zone_of(DateClaim claim, std::optional<int> zone) {
    if (zone && claim.moment.timed() && claim.moment.offset == 0) claim.moment = claim.moment.in_zone(*zone);
    return claim;
  }

  const std::vector<DateClaim>& claims_;
  std::optional<int> zone_;
};

}  // namespace

bool DateReader::plausible(Day day) const {
  static const Day first = *civil_day(1990, 1, 1), last = *civil_day(2100, 12, 31);
  return day >= first && day <= (latest ? *latest + std::chrono::days{1} : last);
}

std::optional<Moment> DateReader::read(std::string_view value) const {
  value = utf8::trim(value);
  if (value.size() < 8 || value.size() > 120) return std::nullopt;
  std::optional<Moment> moment = epoch(value);
  if (!moment) moment = compact(value);
  if (!moment) {
    const std::string text = with_iso_marks(value);
    if (const auto published = read_date(text, language, furniture, languages)) moment = parse_moment(published->iso);
  }
  if (!moment || !plausible(moment->day)) return std::nullopt;
  return moment;
}

PageDates settle_dates(std::vector<DateClaim> claims, std::optional<int> zone) {
  std::stable_sort(claims.begin(), claims.end(),
                   [](const DateClaim& a, const DateClaim& b) { return a.confidence > b.confidence; });
  const Settler settler(claims, zone);
  PageDates out{settler.published(), settler.updated()};
  if (!out.published || !out.updated) return out;
  const Moment &first = out.published->moment, &last = out.updated->moment;
  const bool before = first.timed() && last.timed() ? last.instant(zone.value_or(0)) < first.instant(zone.value_or(0))
                                                    : last.day < first.day;
  // A change before the publication tells nothing, nor does the same day.
  if (before || (!last.timed() && last.day == first.day)) out.updated.reset();
  return out;
}

std::optional<Moment> date_in_address(std::string_view url) {
  const std::size_t query = url.find_first_of("?#");
  url = url.substr(0, query).substr(0, 512);
  for (std::size_t i = url.find('/'); i != std::string_view::npos; i = url.find('/', i + 1)) {
    const std::string_view rest = url.substr(i + 1);
    if (rest.size() < 10 || (rest[4] != '/' && rest[4] != '-') || rest[7] != rest[4]) continue;
    std::string iso(rest.substr(0, 10));
    iso[4] = iso[7] = '-';
    if (rest.size() > 10 && is_digit(rest[10])) continue;
    auto moment = parse_moment(iso);
    if (!moment) continue;
    // "/21040031": hour, minute, second and two or three digits of a counter.
    const std::string_view clock = rest.size() > 11 ? rest.substr(11, rest.substr(11).find('/')) : std::string_view();
    if (clock.size() >= 8 && clock.size() <= 9 && std::all_of(clock.begin(), clock.end(), is_digit))
      if (const auto timed = parse_moment(iso + "T" + std::string(clock.substr(0, 2)) + ":" +
                                          std::string(clock.substr(2, 2)) + ":" + std::string(clock.substr(4, 2))))
        moment = timed;
    return moment;
  }
  return std::nullopt;
}

}  // namespace warta::extract
