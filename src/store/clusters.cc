#include "clusters.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/hash.h"
#include "known.h"
#include "schema.h"

namespace warta::store {
namespace {

// An article and what it may join are at most so far apart (story::WindowSize); reading ahead spares most readings of
// an archive that goes on day by day.
constexpr std::chrono::days kAround{14}, kAhead{28};
constexpr std::int64_t kMostRecalled = 50'000;  // articles, about the events that a window holds

constexpr const char* kRecalled =
    "SELECT rowid, key, story, report, published_day FROM article WHERE superseded_by IS NULL AND story IS NOT NULL "
    "AND "
    "report <> ''::BLOB AND run IN (SELECT id FROM run WHERE codebook = $3) AND (published_day IS NULL OR "
    "published_day IN (SELECT unnest($1::VARCHAR[])::DATE)) "
    "ORDER BY rowid DESC LIMIT $2";

std::set<Day> days_around(const std::vector<const Article*>& articles, std::chrono::days ahead) {
  std::set<Day> days;
  for (const Article* article : articles)
    if (article->published)
      for (Day day = *article->published - kAround; day <= *article->published + ahead; day += std::chrono::days(1))
        days.insert(day);
  return days;
}

Value texts(const std::set<std::string>& values) { return Value::List(values.begin(), values.end()); }

// Ids of a window renamed one after the other, as one step for each.
std::map<std::string, std::string> steps_of(const std::vector<story::Merge>& merges) {
  std::map<std::string, std::string> steps;
  for (std::size_t i = merges.size(); i-- > 0;) {
    const auto on = steps.find(hex16(merges[i].to));
    const std::string to = on == steps.end() ? hex16(merges[i].to) : on->second;
    steps[hex16(merges[i].from)] = to;
  }
  return steps;
}

Result<void> rename(Connection& connection, const std::string& table, const std::string& column,
                    const std::vector<story::Merge>& merges, std::set<std::string>& touched) {
  if (merges.empty()) return {};
  std::vector<std::string> from, to;
  for (const auto& [old_id, new_id] : steps_of(merges)) {
    touched.insert({old_id, new_id});
    from.push_back(old_id);
    to.push_back(new_id);
  }
  WARTA_TRY(
      connection.query("UPDATE " + table + " SET " + column +
                           " = n.b FROM (SELECT unnest($1::VARCHAR[]) AS a, unnest($2::VARCHAR[]) AS b) n WHERE " +
                           table + "." + column + " = n.a",
                       {Value::texts(from), Value::texts(to)}));
  return {};
}

struct Recalled {
  std::vector<story::Report> reports;
  std::unordered_map<std::uint64_t, std::size_t> by_key;
};

Result<void> read_occurrences(Connection& connection, const std::vector<Value>& which, Recalled& recalled) {
  return connection.each(std::string("SELECT e.article, e.id, e.occurrence FROM event e SEMI JOIN (") + kRecalled +
                             ") r ON r.key = e.article WHERE e.occurrence IS NOT NULL",
                         which, [&](const Connection::Row& row) {
                           const auto key = parse_hex16(row[0].text()), id = parse_hex16(row[1].text());
                           const auto report = key ? recalled.by_key.find(*key) : recalled.by_key.end();
                           if (report == recalled.by_key.end()) return;
                           for (story::Happening& happening : recalled.reports[report->second].happenings)
                             if (id && happening.id == *id) happening.occurrence = parse_hex16(row[2].text());
                         });
}

}  // namespace

Result<void> Clusters::reach(Connection& connection, const std::string& codebook,
                             const std::vector<const Article*>& articles) {
  const std::set<Day> needed = days_around(articles, kAround);
  if (!days_.empty() && std::includes(days_.begin(), days_.end(), needed.begin(), needed.end())) return {};
  days_ = days_around(articles, kAhead);
  days_.insert(Day{});  // never empty once something was read
  std::vector<std::string> days;
  for (const Day day : days_) days.push_back(iso(day));
  const std::vector<Value> which{Value::texts(days), kMostRecalled, codebook};
  Recalled recalled;
  std::optional<Error> damaged;
  WARTA_CHECK(connection.each(std::string("FROM (") + kRecalled + ") ORDER BY published_day, key", which,
                              [&](const Connection::Row& row) {
                                auto report = story::unpack(row[3].text());
                                if (!report) {
                                  damaged = report.error();
                                  return;
                                }
                                report->story = parse_hex16(row[2].text());
                                recalled.by_key.emplace(report->key, recalled.reports.size());
                                recalled.reports.push_back(std::move(*report));
                              }));
  if (damaged) return fail(Why::bad_store, "table article: " + damaged->note);
  WARTA_CHECK(read_occurrences(connection, which, recalled));
  window_ = story::Window();
  for (const story::Report& report : recalled.reports) window_.recall(report);
  return {};
}

Result<std::vector<story::Placed>> Clusters::place(Connection& connection, const std::string& codebook,
                                                   const std::vector<const Article*>& articles, Touched& touched) {
  WARTA_CHECK(reach(connection, codebook, articles));
  std::vector<story::Report> reports;
  reports.reserve(articles.size());
  for (const Article* article : articles) reports.push_back(article->report);
  story::Changes changes = window_.add(reports);
  WARTA_CHECK(rename(connection, "article", "story", changes.stories, touched.stories));
  WARTA_CHECK(rename(connection, "event", "occurrence", changes.occurrences, touched.occurrences));
  for (const story::Placed& placed : changes.placed) {
    touched.stories.insert(hex16(placed.story));
    for (const std::uint64_t occurrence : placed.occurrences) touched.occurrences.insert(hex16(occurrence));
  }
  return std::move(changes.placed);
}

Result<void> take_out(Connection& connection, const std::vector<std::string>& keys, Touched& touched) {
  if (keys.empty()) return {};
  const std::vector<Value> which{Value::texts(keys)};
  const auto note = [](std::set<std::string>& ids) {
    return [&ids](const Connection::Row& row) { ids.emplace(row.front().text()); };
  };
  WARTA_CHECK(connection.each("SELECT story FROM article WHERE story IS NOT NULL AND key" + kThese, which,
                              note(touched.stories)));
  WARTA_CHECK(connection.each("SELECT DISTINCT occurrence FROM event WHERE occurrence IS NOT NULL AND article" + kThese,
                              which, note(touched.occurrences)));
  WARTA_TRY(connection.query("UPDATE article SET story = NULL WHERE key" + kThese, which));
  WARTA_TRY(connection.query("UPDATE event SET occurrence = NULL, current = false WHERE article" + kThese, which));
  return {};
}

Result<void> make_anew(Connection& connection, const Touched& touched) {
  const std::vector<Value> stories{texts(touched.stories)}, occurrences{texts(touched.occurrences)};
  WARTA_TRY(connection.query("DELETE FROM story WHERE id" + kThese, stories));
  WARTA_TRY(connection.query(kStory, stories));
  WARTA_TRY(connection.query("DELETE FROM occurrence WHERE id" + kThese, occurrences));
  WARTA_TRY(connection.query(kOccurrence, occurrences));
  return {};
}

}  // namespace warta::store
