// Search for happenings: src/query/query.h
#include "conditions.h"
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
