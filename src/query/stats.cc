// Counts of everything in a store: src/query/query.h
#include <fmt/format.h>

#include <filesystem>

#include "cells.h"
#include "query/query.h"

namespace warta::query {
namespace {

struct Rows {
  const char* name;
  const char* sql;
};
constexpr Rows kRows[] = {
    {"articles", "SELECT count(*) FROM articles"}, {"texts", "SELECT count(text) FROM articles"},
    {"events", "SELECT count(*) FROM events"},     {"occurrences", "SELECT count(*) FROM occurrences"},
    {"stories", "SELECT count(*) FROM stories"},   {"actors", "SELECT count(*) FROM actor"},
    {"places", "SELECT count(*) FROM place"},      {"refusals", "SELECT count(*) FROM refusals"},
    {"runs", "SELECT count(*) FROM runs"},         {"superseded", "SELECT count(superseded_by) FROM article"},
};
constexpr std::int64_t kRuns = 10;  // of the latest

struct Count {
  Counts Stats::*into;
  const char* sql;
};
constexpr Count kCounts[] = {
    {&Stats::languages, "SELECT language, count(*) AS n FROM articles GROUP BY 1 ORDER BY n DESC, 1"},
    {&Stats::roots, "SELECT event, count(*) AS n FROM events GROUP BY 1 ORDER BY n DESC, 1"},
    {&Stats::statuses, "SELECT status, count(*) AS n FROM events GROUP BY 1 ORDER BY n DESC, 1"},
    {&Stats::refusals, "SELECT reason, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC, 1"},
};

Run read_run(const std::vector<store::Value>& row) {
  Cells cells(row);
  Run run;
  run.id = cells.integer();
  run.command = cells.text();
  run.version = cells.text();
  run.codebook = cells.text();
  run.began = cells.text();
  run.ended = cells.text();
  run.finished = cells.next().truth();
  for (std::int64_t* count : {&run.articles, &run.revisions, &run.known, &run.events, &run.refused})
    *count = cells.integer();
  run.coding_seconds = cells.number();
  run.storing_seconds = cells.number();
  return run;
}

Result<void> read_whole(store::Connection& store, Stats& out) {
  const store::Table table = WARTA_TRY(
      store.query("SELECT schema_version, codebook, (SELECT CAST(min(date_begin) AS VARCHAR) FROM events), (SELECT "
                  "CAST(max(date_end) AS VARCHAR) FROM events) FROM store"));
  if (table.rows.size() != 1) return fail(Why::bad_store, "the table `store` has not one row");
  Cells cells(table.rows.front());
  out.schema_version = cells.integer();
  out.codebook = cells.maybe_text();
  out.first_day = cells.maybe_text();
  out.last_day = cells.maybe_text();
  return {};
}

}  // namespace

std::optional<double> Stats::bytes_per_event() const {
  for (const auto& [what, count] : rows)
    if (what == "events" && count > 0) return static_cast<double>(bytes) / static_cast<double>(count);
  return std::nullopt;
}

Result<Stats> stats(store::Connection& store, const std::string& path) {
  Stats out;
  std::error_code ignored;
  out.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path, ignored));
  WARTA_CHECK(read_whole(store, out));
  for (const Rows& rows : kRows) {
    const store::Table count = WARTA_TRY(store.query(rows.sql));
    out.rows.emplace_back(rows.name, count.rows.front().front().integer());
  }
  for (const Count& count : kCounts) {
    const store::Table table = WARTA_TRY(store.query(count.sql));
    for (const auto& row : table.rows) (out.*count.into).emplace_back(std::string(row[0].text()), row[1].integer());
  }
  const store::Table runs =
      WARTA_TRY(store.query("FROM (SELECT id, command, version, codebook, began, ended, finished, articles, revisions, "
                            "known, events, refused, "
                            "coding_seconds, storing_seconds FROM runs ORDER BY id DESC LIMIT ?) ORDER BY id",
                            {kRuns}));
  for (const auto& row : runs.rows) out.runs.push_back(read_run(row));
  return out;
}

}  // namespace warta::query
