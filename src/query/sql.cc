// Whatever SQL someone writes: src/query/query.h
#include <algorithm>

#include "base/utf8.h"
#include "query/query.h"

namespace warta::query {
namespace {

constexpr std::string_view kParser = "Parser Error", kPragma = "pragma";
constexpr std::string_view kTrace =
    "Stack Trace:";  // of a failed assertion within DuckDB: nothing for who wrote the SQL

std::string_view without_end(std::string_view sql) {
  sql = utf8::trim(sql);
  while (!sql.empty() && sql.back() == ';') sql = utf8::trim(sql.substr(0, sql.size() - 1));
  return sql;
}

}  // namespace

// As a subquery, so that DuckDB stops at the row where we do. What is not one (EXPLAIN), or no SQL at all, runs as it
// stands: then whatever is wrong is told of the text that was written.
Result<SqlAnswer> run_sql(store::Connection& store, std::string_view sql, std::size_t most) {
  const std::string asked(without_end(sql));
  if (asked.empty()) return fail(Why::bad_usage, "no SQL: write a SELECT");
  if (utf8::lower(asked).starts_with(kPragma))  // some are a SELECT in disguise
    return fail(Why::bad_query, "only SELECT and EXPLAIN: PRAGMA is for settings, which are locked");
  auto table = store.query("SELECT * FROM (\n" + asked + "\n) LIMIT ?", {static_cast<std::int64_t>(most) + 1});
  if (!table && table.error().note.find(kParser) != std::string::npos) table = store.query(asked);
  if (!table) {
    std::string& note = table.error().note;
    note.resize(std::min(note.size(), note.find(kTrace)));
  }
  SqlAnswer answer{WARTA_TRY(std::move(table))};
  answer.cut = answer.table.rows.size() > most;
  if (answer.cut) answer.table.rows.resize(most);
  return answer;
}

}  // namespace warta::query
