// Search for happenings: src/query/query.h
#include "conditions.h"
#include "event/event.h"
#include "happening.h"
#include "query/query.h"

namespace warta::query {
namespace {

// The occurrences of whose reports all words are part, in the evidence or the title, and how many articles hold them.
std::string hits(const std::vector<std::string>& words) {
  std::string sql =
      "SELECT e.occurrence AS id, count(DISTINCT e.article) AS hits FROM event e JOIN article a ON a.key = e.article "
      "WHERE e.current";
  for (std::size_t i = 0; i < words.size(); ++i)
    sql += " AND contains(lower(concat_ws(' ', a.title, e.evidence_text)), ?)";
  return sql + " GROUP BY ALL";
}

// Ranked by few columns, then looked up.
std::string search(const Filter& filter, const Conditions& conditions) {
  const bool words = !filter.words.empty();
  std::string sql = words ? "WITH hit AS (" + hits(filter.words) + "), found AS (SELECT id, hits"
                          : "WITH found AS (SELECT id, articles AS hits";
  sql += ", count(*) OVER () AS total FROM occurrence ";
  if (words) sql += "JOIN hit USING (id) ";
  sql += conditions.where() + " ORDER BY hits DESC, date_begin DESC NULLS LAST, id LIMIT ?) SELECT f.total, " +
         kHappeningColumns +
         ", e.source_text, e.target_text, a.title FROM found f JOIN occurrence o USING (id) "
         "LEFT JOIN event e ON e.id = o.first_event LEFT JOIN article a ON a.key = e.article ";
  return sql + "ORDER BY f.hits DESC, o.date_begin DESC NULLS LAST, o.id";
}

}  // namespace

Actor read_actor(Cells& cells) {
  Actor actor;
  actor.code = cells.maybe_text();
  actor.name = cells.maybe_text();
  return actor;
}

Place read_place(Cells& cells) {
  Place place;
  place.name = cells.maybe_text();
  place.country = cells.maybe_text();
  place.admin1 = cells.maybe_text();
  place.latitude = cells.maybe_number();
  place.longitude = cells.maybe_number();
  return place;
}

Happening read_happening(Cells& cells) {
  Happening out;
  out.id = cells.text();
  out.root = cells.text();
  out.cameo = cells.text();
  out.quad = cells.integer();
  out.goldstein = cells.number();
  out.source = read_actor(cells);
  out.target = read_actor(cells);
  out.date = cells.maybe_text();
  out.place = read_place(cells);
  for (int i = 0; i < event::kCounts; ++i) {
    const auto low = cells.maybe_integer(), high = cells.maybe_integer();
    if (low || high) out.counts.push_back({std::string(event::name(static_cast<event::Count>(i))), low, high});
  }
  for (const store::Value& status : cells.next().list()) out.statuses.emplace_back(status.text());
  out.events = cells.integer();
  out.articles = cells.integer();
  return out;
}

Result<Happenings> occurrences(store::Connection& store, const Filter& filter, std::size_t most) {
  const Conditions conditions(filter);
  const std::vector<store::Value> words(filter.words.begin(), filter.words.end());
  const store::Table table =
      WARTA_TRY(store.query(search(filter, conditions), conditions.values(words, {static_cast<std::int64_t>(most)})));
  Happenings out;
  for (const auto& row : table.rows) {
    Cells cells(row);
    out.of = cells.integer();
    Happening& found = out.found.emplace_back(read_happening(cells));
    found.source.text = cells.maybe_text();
    found.target.text = cells.maybe_text();
    found.title = cells.maybe_text();
  }
  return out;
}

}  // namespace warta::query
