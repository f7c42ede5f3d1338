// Who acts on whom: src/query/query.h
#include "conditions.h"
#include "query/query.h"

namespace warta::query {
namespace {

constexpr const char* kSums =
    "count(*) AS occurrences, sum(events), avg(goldstein), sum(goldstein), count(*) FILTER (quad = 1), "
    "count(*) FILTER (quad = 2), count(*) FILTER (quad = 3), count(*) FILTER (quad = 4), count(*) OVER () ";

Pair pair_of(const std::vector<store::Value>& row) {
  Pair pair;
  pair.source = row[0].text();
  pair.target = row[1].text();
  pair.tally = {row[2].integer(), row[3].integer(), row[4].number()};
  pair.net = row[5].number();
  for (std::size_t quad = 0; quad < pair.quads.size(); ++quad) pair.quads[quad] = row[6 + quad].integer();
  return pair;
}

}  // namespace

Result<Pairs> pairs(store::Connection& store, const Filter& filter, Party party, std::size_t most) {
  const bool country = party == Party::country;
  const std::string both = country ? "source_country, target_country" : "source_code, target_code";
  const std::string known = country ? "source_country IS NOT NULL AND target_country IS NOT NULL"
                                    : "source_code IS NOT NULL AND target_code IS NOT NULL";
  Conditions conditions(filter), others(filter);
  conditions.add(known);
  others.add("NOT (" + known + ")");
  const store::Table table =
      WARTA_TRY(store.query("SELECT " + both + ", " + kSums + "FROM occurrence " + conditions.where() + " GROUP BY " +
                                both + " ORDER BY occurrences DESC, " + both + " LIMIT ?",
                            conditions.values({}, {static_cast<std::int64_t>(most)})));
  Pairs out;
  for (const auto& row : table.rows) {
    out.pairs.push_back(pair_of(row));
    out.of = row[10].integer();
  }
  const store::Table rest =
      WARTA_TRY(store.query("SELECT count(*) FROM occurrence " + others.where(), others.values({})));
  out.unknown = rest.rows.front().front().integer();
  return out;
}

}  // namespace warta::query
