// query: questions to a store, answered as values (answers.h).
// Takes  a connection to a store, opened for reading, and what to look for (asked.h).
// Gives  values, the same for the same store; to_json.h gives them as JSON.
// Fails  bad_usage: an id that is none or stands for several, more periods than anyone reads. bad_query: SQL that is
//        wrong, would write, or takes more than its limits. What the connection fails with (store/connection.h).
// Costs  one pass over the occurrences, for words over the events too; bench/README.md has the milliseconds.
//        What is looked for is bound to parameters, never part of an SQL text.
// Tests  tests/query/
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "query/answers.h"
#include "query/asked.h"
#include "store/connection.h"

namespace warta::query {

std::optional<By> parse_by(std::string_view name);  // "month"
std::string_view name(By by);

Result<Timeline> timeline(store::Connection& store, const Filter& filter, By by);

enum class Party : std::uint8_t { country, actor };  // RUS, or RUS GOV
Result<Pairs> pairs(store::Connection& store, const Filter& filter, Party party, std::size_t most);

// Ranked: those that most articles tell of first (of whose reports the words are part, where words are asked for), of
// equals the latest, then by id.
Result<Happenings> occurrences(store::Connection& store, const Filter& filter, std::size_t most);

// The id of an occurrence or of one of its events, or the first digits of either, four at least.
Result<Card> show(store::Connection& store, std::string_view id);

// Whatever SELECT (or EXPLAIN) someone writes. The limits of time and memory are the connection's. At most `most` rows;
// `cut` says that there are more.
struct SqlAnswer {
  store::Table table;
  bool cut = false;
};
Result<SqlAnswer> run_sql(store::Connection& store, std::string_view sql, std::size_t most);

Result<Stats> stats(store::Connection& store, const std::string& path);

}  // namespace warta::query
