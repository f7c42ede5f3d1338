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

// Of the days between $1 and $2 that are in the list $3; the first condition alone tells DuckDB what it need not read.
const std::string kOfDays =
    "(published_day IS NULL OR published_day BETWEEN $1::DATE AND $2::DATE) AND "
    "(published_day IS NULL OR published_day IN (SELECT unnest($3::VARCHAR[])::DATE)) ";

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

// The first day of publication of stories or occurrences.
Result<Earliest> begin_of(Connection& connection, const std::string& table, const Value& ids, const Earliest& last) {
  Earliest first;
  WARTA_CHECK(connection.each(
      "SELECT first_day FROM " + table + " WHERE (last_day >= $2::DATE OR last_day IS NULL) AND id" + kThese,
      {ids, last.value()}, [&](const Connection::Row& row) {
        if (!row.front().null()) first.add(parse_iso_day(row.front().text()));
      }));
  return first;
}

Result<void> rename(Connection& connection, const std::string& table, const std::string& column,
                    const std::vector<story::Merge>& merges, const Earliest& last, std::set<std::string>& touched) {
  if (merges.empty()) return {};
  std::vector<std::string> from, to;
  for (const auto& [old_id, new_id] : steps_of(merges)) {
    touched.insert({old_id, new_id});
    from.push_back(old_id);
    to.push_back(new_id);
  }
  const Value old_ids = Value::texts(from);
  const Earliest first = WARTA_TRY(begin_of(connection, column, old_ids, last));
  WARTA_TRY(
      connection.query("UPDATE " + table + " SET " + column +
                           " = n.b FROM (SELECT unnest($1::VARCHAR[]) AS a, unnest($3::VARCHAR[]) AS b) n WHERE " +
                           kSince + table + "." + column + " = n.a",
                       {old_ids, first.value(), Value::texts(to)}));
  return {};
}

struct Recalled {
  std::vector<story::Report> reports;
  std::unordered_map<std::uint64_t, std::size_t> by_key;
};

Result<void> read_reports(Connection& connection, const std::vector<Value>& days, const std::string& codebook,
                          Recalled& recalled) {
  std::vector<Value> which = days;
  which.insert(which.end(), {codebook, kMostRecalled});
  std::optional<Error> damaged;
  WARTA_CHECK(connection.each("SELECT story, report FROM article WHERE " + kOfDays +
                                  "AND superseded_by IS NULL AND story IS NOT NULL AND run IN (SELECT id FROM run "
                                  "WHERE codebook = $4) ORDER BY rowid DESC LIMIT $5",
                              which, [&](const Connection::Row& row) {
                                if (row[1].text().empty()) return;  // of a store that knew no grouping
                                auto report = story::unpack(row[1].text());
                                if (!report) {
                                  damaged = report.error();
                                  return;
                                }
                                report->story = parse_hex16(row[0].text());
                                recalled.reports.push_back(std::move(*report));
                              }));
  if (damaged) return fail(Why::bad_store, "table article: " + damaged->note);
  std::sort(recalled.reports.begin(), recalled.reports.end(), [](const story::Report& a, const story::Report& b) {
    return std::pair(a.published.value_or(Day::max()), a.key) < std::pair(b.published.value_or(Day::max()), b.key);
  });
  for (std::size_t i = 0; i < recalled.reports.size(); ++i) recalled.by_key.emplace(recalled.reports[i].key, i);
  return {};
}

Result<void> read_occurrences(Connection& connection, const std::vector<Value>& days, Recalled& recalled) {
  return connection.each("SELECT article, id, occurrence FROM event WHERE " + kOfDays + "AND occurrence IS NOT NULL",
                         days, [&](const Connection::Row& row) {
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
  const bool dated = !days_.empty();
  std::vector<std::string> days;
  for (const Day day : days_) days.push_back(iso(day));
  const std::string none = "infinity";
  const std::vector<Value> which{dated ? days.front() : none, dated ? days.back() : none, Value::texts(days)};
  days_.insert(Day{});  // never empty once something was read
  Recalled recalled;
  WARTA_CHECK(read_reports(connection, which, codebook, recalled));
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
  for (const Article* article : articles) {
    reports.push_back(article->report);
    touched.last.add(article->published ? std::optional(*article->published - kAround) : std::nullopt);
  }
  story::Changes changes = window_.add(reports);
  WARTA_CHECK(rename(connection, "article", "story", changes.stories, touched.last, touched.stories));
  WARTA_CHECK(rename(connection, "event", "occurrence", changes.occurrences, touched.last, touched.occurrences));
  for (const story::Placed& placed : changes.placed) {
    touched.stories.insert(hex16(placed.story));
    for (const std::uint64_t occurrence : placed.occurrences) touched.occurrences.insert(hex16(occurrence));
  }
  return std::move(changes.placed);
}

Result<void> take_out(Connection& connection, const std::vector<std::string>& keys, const Earliest& published,
                      Touched& touched) {
  if (keys.empty()) return {};
  const std::vector<Value> which{Value::texts(keys), published.value()};
  touched.last.add(published);
  const auto note = [](std::set<std::string>& ids) {
    return [&ids](const Connection::Row& row) { ids.emplace(row.front().text()); };
  };
  WARTA_CHECK(connection.each("SELECT story FROM article WHERE " + kSince + "story IS NOT NULL AND key" + kThese, which,
                              note(touched.stories)));
  WARTA_CHECK(connection.each(
      "SELECT DISTINCT occurrence FROM event WHERE " + kSince + "occurrence IS NOT NULL AND article" + kThese, which,
      note(touched.occurrences)));
  WARTA_TRY(connection.query("UPDATE article SET story = NULL WHERE " + kSince + "key" + kThese, which));
  WARTA_TRY(connection.query("UPDATE event SET occurrence = NULL, current = false WHERE " + kSince + "article" + kThese,
                             which));
  return {};
}

Result<void> make_anew(Connection& connection, const Touched& touched) {
  const auto table = [&](const std::string& name, const Value& ids, const char* make) -> Result<void> {
    Earliest first = WARTA_TRY(begin_of(connection, name, ids, touched.last));
    first.add(touched.last);
    WARTA_TRY(
        connection.query("DELETE FROM " + name + " WHERE (last_day >= $2::DATE OR last_day IS NULL) AND id" + kThese,
                         {ids, touched.last.value()}));
    WARTA_TRY(connection.query(make, {ids, first.value()}));
    return {};
  };
  WARTA_CHECK(table("story", texts(touched.stories), kStory));
  return table("occurrence", texts(touched.occurrences), kOccurrence);
}

}  // namespace warta::store
