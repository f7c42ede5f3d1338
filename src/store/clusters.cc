#include "clusters.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "recall.h"
#include "schema.h"

namespace warta::store {
namespace {

using Days = std::chrono::days;

// An article and what it may join are at most so far apart (story::WindowSize); reading ahead spares most readings of
// an archive that goes on day by day.
constexpr Days kAround{14}, kAhead{28};
// Articles that are read and placed again for a batch at most, which costs less than coding a batch does.
constexpr std::size_t kMostAgain = 10'000;

std::set<Day> around(const std::set<Day>& centres, Days before, Days after) {
  std::set<Day> all;
  for (const Day centre : centres)
    for (Day day = centre - before; day <= centre + after; day += Days(1)) all.insert(day);
  return all;
}

// Rows of a table, with their rowid, whose `day` is not before the second value; the undated are of all days. Two
// scans, since DuckDB passes over rows by one comparison, and not by an OR of two.
std::string rows_since(const std::string& table, const std::string& day = "published_day") {
  const std::string all = "SELECT rowid, * FROM " + table + " WHERE " + day;
  return "(" + all + " >= $2::DATE UNION ALL " + all + " IS NULL)";
}

// Ends an UPDATE or DELETE of a table: those of its rows since then that meet the condition.
std::string where_since(const std::string& table, const std::string& condition,
                        const std::string& day = "published_day") {
  return " WHERE rowid IN (SELECT rowid FROM " + rows_since(table, day) + " WHERE " + condition + ")";
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
  WARTA_CHECK(connection.each("SELECT first_day FROM " + rows_since(table, "last_day") + " WHERE id" + kThese,
                              {ids, last.value()}, [&](const Connection::Row& row) {
                                if (!row.front().null()) first.add(parse_iso_day(row.front().text()));
                              }));
  return first;
}

Result<void> rename(Connection& connection, const std::string& table, const std::string& column,
                    const std::vector<story::Merge>& merges, const Earliest& last, std::set<std::string>& touched) {
  if (merges.empty()) return {};
  NewIds ids;
  for (const auto& [old_id, new_id] : steps_of(merges)) {
    touched.insert({old_id, new_id});
    ids.from.push_back(old_id);
    ids.to.push_back(new_id);
  }
  ids.first = WARTA_TRY(begin_of(connection, column, Value::texts(ids.from), last));
  return set_ids(connection, table, column, column, ids);
}

Result<void> rename(Connection& connection, const story::Changes& changes, Touched& touched) {
  WARTA_CHECK(rename(connection, "article", "story", changes.stories, touched.last, touched.stories));
  return rename(connection, "event", "occurrence", changes.occurrences, touched.last, touched.occurrences);
}

// What articles of the store that were placed again have now and did not have before.
struct Moved {
  NewIds stories, occurrences;  // by keys of articles, by ids of events
};

void note(std::uint64_t row, std::optional<std::uint64_t> before, std::uint64_t now, std::optional<Day> published,
          NewIds& moved, std::set<std::string>& touched) {
  if (before == now) return;
  moved.from.push_back(hex16(row));
  moved.to.push_back(hex16(now));
  moved.first.add(published);
  touched.insert(hex16(now));
  if (before) touched.insert(hex16(*before));
}

Moved moved(const std::vector<story::Report>& known, const std::vector<story::Placed>& placed, Touched& touched) {
  Moved out;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const story::Report& report = known[i];
    note(report.key, report.story, placed[i].story, report.published, out.stories, touched.stories);
    for (std::size_t h = 0; h < report.happenings.size(); ++h)
      note(report.happenings[h].id, report.happenings[h].occurrence, placed[i].occurrences[h], report.published,
           out.occurrences, touched.occurrences);
  }
  return out;
}

void touch(const story::Placed& placed, Touched& touched) {
  touched.stories.insert(hex16(placed.story));
  for (const std::uint64_t occurrence : placed.occurrences) touched.occurrences.insert(hex16(occurrence));
}

// Whether nothing that changed is near enough to what was published after `days` to change that as well.
bool settled(const std::vector<story::Report>& reports, const std::vector<story::Placed>& placed,
             const Touched& touched, const std::set<Day>& days) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const bool changed = touched.stories.count(hex16(placed[i].story)) != 0 ||
                         std::any_of(placed[i].occurrences.begin(), placed[i].occurrences.end(),
                                     [&](std::uint64_t id) { return touched.occurrences.count(hex16(id)) != 0; });
    if (changed && reports[i].published && days.count(*reports[i].published + kAround) == 0) return false;
  }
  return true;
}

}  // namespace

bool Clusters::covers(const std::set<Day>& days) const {
  return !days_.empty() && std::includes(days_.begin(), days_.end(), days.begin(), days.end());
}

Result<std::vector<story::Placed>> Clusters::place(Connection& connection, const std::string& codebook,
                                                   const std::vector<const Article*>& articles,
                                                   const std::set<Day>& taken, Touched& touched) {
  Asked asked{codebook, taken, {}};
  for (const Article* article : articles) {
    asked.fresh.push_back(article->report);
    if (article->published) asked.days.insert(*article->published);
    touched.last.add(article->published ? std::optional(*article->published - kAround) : std::nullopt);
  }
  if (WARTA_TRY(to_be_placed_again(connection, asked, !taken.empty()))) return place_again(connection, asked, touched);
  if (!taken.empty()) forget();
  return place_after(connection, asked, touched);
}

// Where something comes before what is there already or left it, and where nothing is in memory.
Result<bool> Clusters::to_be_placed_again(Connection& connection, const Asked& asked, bool taken) const {
  if (asked.days.empty()) return false;
  std::pair<Day, std::uint64_t> first{*asked.days.begin(), UINT64_MAX};
  for (const story::Report& report : asked.fresh)
    if (report.published == first.first) first.second = std::min(first.second, report.key);
  const std::set<Day> days = around(asked.days, 2 * kAround, kAhead);
  const Census there = WARTA_TRY(count(connection, {days, asked.codebook}, first.first, first.second));
  return static_cast<std::size_t>(there.all) <= kMostAgain &&
         (taken || there.after > 0 || !covers(around(asked.days, kAround, kAround)));
}

// What was published long enough before stays where it is; all others are placed as if they came for the first time, up
// to a day after which nothing can have changed.
Result<std::vector<story::Placed>> Clusters::place_again(Connection& connection, const Asked& asked, Touched& touched) {
  touched.last.add(*asked.days.begin() - kAround);
  const Touched before = touched;
  for (Days ahead = kAhead;; ahead *= 2) {
    days_ = around(asked.days, 2 * kAround, ahead);
    window_ = story::Window();
    const std::set<Day> open = around(asked.days, kAround, ahead);
    std::vector<story::Report> known;
    for (story::Report& report : WARTA_TRY(recall(connection, {days_, asked.codebook}))) {
      if (report.published && open.count(*report.published) != 0)
        known.push_back(std::move(report));
      else
        window_.recall(report);
    }
    std::vector<story::Report> reports = known;
    reports.insert(reports.end(), asked.fresh.begin(), asked.fresh.end());
    story::Changes changes = window_.add(reports);
    touched = before;
    const Moved now = moved(known, changes.placed, touched);
    const auto fresh = changes.placed.begin() + static_cast<std::ptrdiff_t>(known.size());
    for (auto placed = fresh; placed != changes.placed.end(); ++placed) touch(*placed, touched);
    if (known.size() <= kMostAgain && !settled(reports, changes.placed, touched, days_)) continue;

    if (!changes.stories.empty() || !changes.occurrences.empty())  // of what stays
      touched.last.add(*asked.days.begin() - 2 * kAround);
    WARTA_CHECK(rename(connection, changes, touched));
    WARTA_CHECK(set_ids(connection, "article", "story", "key", now.stories));
    WARTA_CHECK(set_ids(connection, "event", "occurrence", "id", now.occurrences));
    return std::vector<story::Placed>(fresh, changes.placed.end());
  }
}

Result<std::vector<story::Placed>> Clusters::place_after(Connection& connection, const Asked& asked, Touched& touched) {
  if (!covers(around(asked.days, kAround, kAround))) {
    days_ = around(asked.days, kAround, kAhead);
    window_ = story::Window();
    for (const story::Report& report : WARTA_TRY(recall(connection, {days_, asked.codebook}))) window_.recall(report);
    days_.insert(Day{});  // never empty once something was read
  }
  story::Changes changes = window_.add(asked.fresh);
  WARTA_CHECK(rename(connection, changes, touched));
  for (const story::Placed& placed : changes.placed) touch(placed, touched);
  return std::move(changes.placed);
}

Result<void> set_ids(Connection& connection, const std::string& table, const std::string& column, const std::string& by,
                     const NewIds& ids) {
  if (ids.from.empty()) return {};
  WARTA_TRY(connection.query(
      "UPDATE " + table + " SET " + column + " = n.id FROM (SELECT s.rowid AS row, u.id FROM " + rows_since(table) +
          " s JOIN (SELECT unnest($1::VARCHAR[]) AS old, unnest($3::VARCHAR[]) AS id) u ON u.old = s." + by +
          ") n WHERE " + table + ".rowid = n.row",
      {Value::texts(ids.from), ids.first.value(), Value::texts(ids.to)}));
  return {};
}

Result<void> take_out(Connection& connection, const std::vector<std::string>& keys, const Earliest& published,
                      Touched& touched) {
  if (keys.empty()) return {};
  const std::vector<Value> which{Value::texts(keys), published.value()};
  touched.last.add(published);
  const auto note = [](std::set<std::string>& ids) {
    return [&ids](const Connection::Row& row) { ids.emplace(row.front().text()); };
  };
  WARTA_CHECK(
      connection.each("SELECT story FROM " + rows_since("article") + " WHERE story IS NOT NULL AND key" + kThese, which,
                      note(touched.stories)));
  WARTA_CHECK(connection.each(
      "SELECT DISTINCT occurrence FROM " + rows_since("event") + " WHERE occurrence IS NOT NULL AND article" + kThese,
      which, note(touched.occurrences)));
  WARTA_TRY(connection.query("UPDATE article SET story = NULL" + where_since("article", "key" + kThese), which));
  WARTA_TRY(connection.query(
      "UPDATE event SET occurrence = NULL, current = false" + where_since("event", "article" + kThese), which));
  return {};
}

Result<void> make_anew(Connection& connection, const Touched& touched) {
  const auto table = [&](const std::string& name, const Value& ids, const char* make) -> Result<void> {
    Earliest first = WARTA_TRY(begin_of(connection, name, ids, touched.last));
    first.add(touched.last);
    WARTA_TRY(connection.query("DELETE FROM " + name + where_since(name, "id" + kThese, "last_day"),
                               {ids, touched.last.value()}));
    WARTA_TRY(connection.query(make, {ids, first.value()}));
    return {};
  };
  WARTA_CHECK(table("story", texts(touched.stories), kStory));
  return table("occurrence", texts(touched.occurrences), kOccurrence);
}

}  // namespace warta::store
