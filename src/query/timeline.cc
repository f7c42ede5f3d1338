// Happenings over time: src/query/query.h
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "conditions.h"
#include "periods.h"
#include "query/query.h"

namespace warta::query {
namespace {

constexpr std::string_view kNames[] = {"day", "week", "month", "quarter", "year"};
// By day over fifty years: beyond that a date is wrong, or a longer period is meant.
constexpr std::int64_t kMostPeriods = 20'000;

using Found = std::map<Day, Tally>;  // by the first day of a period

Result<Found> count(store::Connection& store, const Filter& filter, By by, Timeline& out) {
  const Conditions conditions(filter);
  const std::string sql =
      "SELECT CASE WHEN date_trunc(?, date_begin) = date_trunc(?, date_end) THEN CAST(date_trunc(?, date_begin) AS "
      "DATE) "
      "END AS period, date_begin IS NULL OR date_end IS NULL AS undated, count(*), sum(events), avg(goldstein) "
      "FROM occurrence " +
      conditions.where() + " GROUP BY ALL ORDER BY ALL";
  const store::Value unit(name(by));
  const store::Table table = WARTA_TRY(store.query(sql, conditions.values({unit, unit, unit})));
  Found found;
  for (const auto& row : table.rows) {
    const std::int64_t occurrences = row[2].integer();
    if (const auto day = parse_iso_day(row[0].text()))
      found[*day] = {occurrences, row[3].integer(), row[4].number()};
    else
      (row[1].truth() ? out.undated : out.wider) += occurrences;
  }
  return found;
}

}  // namespace

std::optional<By> parse_by(std::string_view text) {
  const auto at = std::find(std::begin(kNames), std::end(kNames), text);
  if (at == std::end(kNames)) return std::nullopt;
  return static_cast<By>(at - std::begin(kNames));
}

std::string_view name(By by) { return kNames[static_cast<std::size_t>(by)]; }

Result<Timeline> timeline(store::Connection& store, const Filter& filter, By by) {
  Timeline out;
  out.by = by;
  const Found found = WARTA_TRY(count(store, filter, by, out));
  if (found.empty() && !(filter.since && filter.until)) return out;
  const Day first = filter.since ? *filter.since : found.begin()->first;
  const Day last = filter.until ? *filter.until : std::prev(found.end())->first;
  for (Interval period = period_of(first, by); period.first <= last;
       period = period_of(period.last + std::chrono::days(1), by)) {
    if (out.periods.size() == kMostPeriods)
      return fail(Why::bad_usage,
                  fmt::format("{} to {} are more than {} periods: name --since and --until, or a longer "
                              "period",
                              iso(first), iso(last), kMostPeriods));
    const auto tally = found.find(period.first);
    out.periods.push_back({period_name(period, by), period, tally == found.end() ? Tally{} : tally->second});
  }
  return out;
}

}  // namespace warta::query
