#include "recall.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"

namespace warta::store {
namespace {

constexpr std::int64_t kMostRecalled = 50'000;  // articles, about the events that a window holds

// Of the days between $1 and $2 that are in the list $3; the first condition alone tells DuckDB what it need not read.
const std::string kOfDays =
    "(published_day IS NULL OR published_day BETWEEN $1::DATE AND $2::DATE) AND "
    "(published_day IS NULL OR published_day IN (SELECT unnest($3::VARCHAR[])::DATE)) AND ";
const std::string kGrouped =
    kOfDays + "superseded_by IS NULL AND story IS NOT NULL AND run IN (SELECT id FROM run WHERE codebook = $4) ";

std::vector<Value> parameters(const std::set<Day>& days) {
  std::vector<std::string> all;
  for (const Day day : days) all.push_back(iso(day));
  const Value none = "infinity";
  return {all.empty() ? none : all.front(), all.empty() ? none : all.back(), Value::texts(all)};
}

using Places = std::unordered_map<std::uint64_t, story::Report*>;  // by key

Result<void> read_occurrences(Connection& connection, const std::set<Day>& days, const Places& reports) {
  return connection.each("SELECT article, id, occurrence FROM event WHERE " + kOfDays + "occurrence IS NOT NULL",
                         parameters(days), [&](const Connection::Row& row) {
                           const auto key = parse_hex16(row[0].text()), id = parse_hex16(row[1].text());
                           const auto report = key ? reports.find(*key) : reports.end();
                           if (report == reports.end()) return;
                           for (story::Happening& happening : report->second->happenings)
                             if (id && happening.id == *id) happening.occurrence = parse_hex16(row[2].text());
                         });
}

}  // namespace

Result<std::vector<story::Report>> recall(Connection& connection, const OfDays& which) {
  std::vector<story::Report> reports;
  std::vector<Value> values = parameters(which.days);
  values.insert(values.end(), {which.codebook, kMostRecalled});
  std::optional<Error> damaged;
  WARTA_CHECK(connection.each("SELECT story, report FROM article WHERE " + kGrouped + "ORDER BY rowid DESC LIMIT $5",
                              values, [&](const Connection::Row& row) {
                                if (row[1].text().empty()) return;  // of a store that knew no grouping
                                auto report = story::unpack(row[1].text());
                                if (!report) {
                                  damaged = report.error();
                                  return;
                                }
                                report->story = parse_hex16(row[0].text());
                                reports.push_back(std::move(*report));
                              }));
  if (damaged) return fail(Why::bad_store, "table article: " + damaged->note);
  const auto order = [](const story::Report& report) {
    return std::pair(report.published.value_or(Day::max()), report.key);
  };
  std::sort(reports.begin(), reports.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  Places places;
  for (story::Report& report : reports) places.emplace(report.key, &report);
  WARTA_CHECK(read_occurrences(connection, which.days, places));
  return reports;
}

Result<Census> count(Connection& connection, const OfDays& which, Day day, std::uint64_t key) {
  std::vector<Value> values = parameters(which.days);
  values.insert(values.end(), {which.codebook, iso(day), hex16(key)});
  const Table counts = WARTA_TRY(connection.query(
      "SELECT count(*), count(*) FILTER (published_day > $5::DATE OR (published_day = $5::DATE AND key > $6)) "
      "FROM article WHERE " +
          kGrouped,
      values));
  return Census{counts.rows.front()[0].integer(), counts.rows.front()[1].integer()};
}

}  // namespace warta::store
