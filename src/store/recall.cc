#include "recall.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "earliest.h"

namespace warta::store {
namespace {

// Articles: of nine events each, what a window holds; of those before the days that are asked for.
constexpr std::int64_t kMostRecalled = 20'000, kMostOlder = 500;

// Scopes of articles and events. Of the days between $1 and $2 that are in the list $3; the first condition alone tells
// DuckDB what it need not read.
const std::string kOfDays =
    "(published_day IS NULL OR published_day BETWEEN $1::DATE AND $2::DATE) AND "
    "(published_day IS NULL OR published_day IN (SELECT unnest($3::VARCHAR[])::DATE)) AND ";
// Of the days from $1 to $2 and of the articles in the list $3, whose key is in this column.
std::string of_keys(const std::string& column) {
  return "published_day BETWEEN $1::DATE AND $2::DATE AND " + column + " IN (SELECT unnest($3::VARCHAR[])) AND ";
}
const std::string kGrouped =
    "superseded_by IS NULL AND story IS NOT NULL AND run IN (SELECT id FROM run WHERE codebook = $4) ";

std::vector<Value> parameters(const std::set<Day>& days) {
  std::vector<std::string> all;
  all.reserve(days.size());
  for (const Day day : days) all.push_back(iso(day));
  const Value none = "infinity";
  return {all.empty() ? none : all.front(), all.empty() ? none : all.back(), Value::texts(all)};
}

using Reports = std::map<std::uint64_t, story::Report>;  // by key

Result<void> read_reports(Connection& connection, const std::string& scope, std::vector<Value> values,
                          const std::string& codebook, std::int64_t most, Reports& reports) {
  values.insert(values.end(), {codebook, most});
  std::optional<Error> damaged;
  WARTA_CHECK(
      connection.each("SELECT story, report FROM article WHERE " + scope + kGrouped + "ORDER BY rowid DESC LIMIT $5",
                      values, [&](const Connection::Row& row) {
                        if (row[1].text().empty()) return;  // of a store that knew no grouping
                        auto report = story::unpack(row[1].text());
                        if (!report) {
                          damaged = report.error();
                          return;
                        }
                        report->story = parse_hex16(row[0].text());
                        reports.emplace(report->key, std::move(*report));
                      }));
  if (damaged) return fail(Why::bad_store, "table article: " + damaged->note);
  return {};
}

Result<void> read_occurrences(Connection& connection, const std::string& scope, const std::vector<Value>& values,
                              Reports& reports) {
  return connection.each("SELECT article, id, occurrence FROM event WHERE " + scope + "occurrence IS NOT NULL", values,
                         [&](const Connection::Row& row) {
                           const auto key = parse_hex16(row[0].text()), id = parse_hex16(row[1].text());
                           const auto report = key ? reports.find(*key) : reports.end();
                           if (report == reports.end()) return;
                           for (story::Happening& happening : report->second.happenings)
                             if (id && happening.id == *id) happening.occurrence = parse_hex16(row[2].text());
                         });
}

// Articles published before `begin` whose story, or an occurrence of theirs, was told of since.
struct Older {
  std::set<std::string> keys;
  Earliest published;
};

Result<void> add_older(Connection& connection, const std::string& clusters, const std::string& members, Day begin,
                       Older& older) {
  const std::string lasting = " FROM " + clusters + " WHERE last_day >= $1::DATE AND first_day < $1::DATE";
  const Table first = WARTA_TRY(connection.query("SELECT min(first_day)" + lasting, {iso(begin)}));
  const auto published = parse_iso_day(first.rows.front().front().text());
  if (!published) return {};
  older.published.add(published);
  return connection.each(
      "SELECT DISTINCT " + members + " AND published_day < $1::DATE AND published_day >= $2::DATE AND " + clusters +
          " IN (SELECT id" + lasting + ")",
      {iso(begin), iso(*published)}, [&](const Connection::Row& row) { older.keys.emplace(row.front().text()); });
}

// What stories and occurrences that reach into the days were before them.
Result<void> read_older(Connection& connection, const OfDays& which, Reports& reports) {
  if (which.days.empty()) return {};
  const Day begin = *which.days.begin();
  Older older;
  WARTA_CHECK(add_older(connection, "story", "key FROM article WHERE superseded_by IS NULL", begin, older));
  WARTA_CHECK(add_older(connection, "occurrence", "article FROM event WHERE current", begin, older));
  if (older.keys.empty()) return {};
  const std::vector<Value> values{older.published.value(), iso(begin),
                                  Value::List(older.keys.begin(), older.keys.end())};
  WARTA_CHECK(read_reports(connection, of_keys("key"), values, which.codebook, kMostOlder, reports));
  return read_occurrences(connection, of_keys("article"), values, reports);
}

}  // namespace

Result<std::vector<story::Report>> recall(Connection& connection, const OfDays& which) {
  Reports by_key;
  const std::vector<Value> values = parameters(which.days);
  WARTA_CHECK(read_reports(connection, kOfDays, values, which.codebook, kMostRecalled, by_key));
  WARTA_CHECK(read_occurrences(connection, kOfDays, values, by_key));
  WARTA_CHECK(read_older(connection, which, by_key));
  std::vector<story::Report> reports;
  reports.reserve(by_key.size());
  for (auto& [key, report] : by_key) reports.push_back(std::move(report));
  std::stable_sort(reports.begin(), reports.end(), [](const story::Report& a, const story::Report& b) {
    return a.published.value_or(Day::max()) < b.published.value_or(Day::max());
  });
  return reports;
}

Result<Census> count(Connection& connection, const OfDays& which, Day day, std::uint64_t key) {
  std::vector<Value> values = parameters(which.days);
  values.insert(values.end(), {which.codebook, iso(day), hex16(key)});
  const Table counts = WARTA_TRY(connection.query(
      "SELECT count(*), count(*) FILTER (published_day > $5::DATE OR (published_day = $5::DATE AND key > $6)) "
      "FROM article WHERE " +
          kOfDays + kGrouped,
      values));
  return Census{counts.rows.front()[0].integer(), counts.rows.front()[1].integer()};
}

}  // namespace warta::store
