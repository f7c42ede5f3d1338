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

struct Sum {
  std::int64_t occurrences = 0, events = 0;
  double goldstein = 0;
  Tally tally() const {
    if (occurrences == 0) return {};
    return {occurrences, events, goldstein / static_cast<double>(occurrences)};
  }
};
using Found = std::map<Day, Sum>;  // by the first day of a period

// DuckDB sums day by day, which are few; periods are made of them here.
Result<Found> count(store::Connection& store, const Filter& filter, By by, Timeline& out) {
  const Conditions conditions(filter);
  const store::Table table =
      WARTA_TRY(store.query("SELECT date_begin, date_end, count(*), sum(events), sum(goldstein) FROM occurrence " +
                                conditions.where() + " GROUP BY ALL ORDER BY ALL",
                            conditions.values({})));
  Found found;
  for (const auto& row : table.rows) {
    const std::int64_t occurrences = row[2].integer();
    const auto first = parse_iso_day(row[0].text()), last = parse_iso_day(row[1].text());
    if (!first || !last) {
      out.undated += occurrences;
      continue;
    }
    const Interval period = period_of(*first, by);
    if (*last > period.last) {
      out.wider += occurrences;
      continue;
    }
    Sum& sum = found[period.first];
    sum.occurrences += occurrences;
    sum.events += row[3].integer();
    sum.goldstein += row[4].number();
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
    const auto sum = found.find(period.first);
    out.periods.push_back({period_name(period, by), period, sum == found.end() ? Tally{} : sum->second.tally()});
  }
  return out;
}

}  // namespace warta::query
