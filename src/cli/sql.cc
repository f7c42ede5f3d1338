// warta query: SQL that reads a store and nothing else.
#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "asking.h"
#include "exchange/csv_writer.h"
#include "grid.h"
#include "leash.h"
#include "query/to_json.h"
#include "session.h"
#include "table.h"

namespace warta::cli {
namespace {

constexpr std::chrono::seconds kGrace(2);
constexpr std::size_t kBesides = std::size_t{256} << 20;  // of addresses: stacks, and what DuckDB does not count

struct Arguments {
  Asking asking;
  std::string sql, format;
  std::size_t limit = 1000, memory_mib = 1024;
  unsigned seconds = 30;
};

std::string cell(const store::Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.is)) return *truth ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&value.is)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value.is)) return fmt::format("{}", *real);
  if (const auto* text = std::get_if<std::string>(&value.is)) return *text;
  std::string out;
  for (const store::Value& part : value.list()) out += (out.empty() ? "" : " ") + cell(part);
  return out;
}

bool is_number(std::string_view type) {
  return type.ends_with("INT") || type == "INTEGER" || type == "UINTEGER" || type == "DOUBLE" || type == "FLOAT" ||
         type.starts_with("DECIMAL");
}

std::string table(const store::Table& found) {
  std::vector<Grid::Column> columns;
  for (const store::Column& column : found.columns) {
    const bool number = is_number(column.type);
    columns.push_back({column.name, number ? Grid::Side::right : Grid::Side::left, !number});
  }
  Grid grid(std::move(columns));
  for (const auto& row : found.rows) {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const store::Value& value : row) cells.push_back(value.null() ? "-" : cell(value));
    grid.add(std::move(cells));
  }
  return grid.text(terminal_columns());
}

// NULL is an empty cell.
std::string csv(const store::Table& found) {
  std::string out;
  exchange::CsvWriter writer(out);
  for (const store::Column& column : found.columns) writer.text(column.name);
  writer.end();
  for (const auto& row : found.rows) {
    for (const store::Value& value : row) {
      if (const auto* integer = std::get_if<std::int64_t>(&value.is))
        writer.number(std::optional(*integer));
      else if (const auto* real = std::get_if<double>(&value.is))
        writer.number(std::optional(*real));
      else
        writer.text(cell(value));
    }
    writer.end();
  }
  return out;
}

Result<query::SqlAnswer> ask(const Arguments& arguments) {
  store::Settings settings;
  settings.at_most = std::chrono::seconds(arguments.seconds);
  settings.memory_bytes = arguments.memory_mib << 20;
  auto store = WARTA_TRY(store::Connection::open(arguments.asking.store, store::Access::read, settings));
  const Leash leash(*settings.at_most + kGrace, settings.memory_bytes + kBesides);
  return query::run_sql(store, arguments.sql, arguments.limit);
}

int run_query(const Arguments& arguments) {
  const auto answer = ask(arguments);
  if (!answer) return report(answer.error());
  if (answer->cut) say(fmt::format("the first {} rows; there are more, --limit shows them", arguments.limit));
  if (arguments.asking.json || arguments.format == "json")
    return arguments.asking.print(query::to_json(answer->table) + "\n");
  if (arguments.format == "csv") return arguments.asking.print(csv(answer->table));
  if (answer->table.rows.empty()) say("no rows");
  return arguments.asking.print(table(answer->table));
}

}  // namespace

void add_query(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("query", "SQL that reads a store: its views events, articles, occurrences ...");
  arguments->asking.add_store(*command);
  command->add_option("SQL", arguments->sql, "one SELECT (docs/formats/store.md has the views and columns)")
      ->required();
  command->add_option("--format", arguments->format, "table (default), json or csv")
      ->check(CLI::IsMember({"table", "json", "csv"}));
  command->add_option("--limit", arguments->limit, "rows to show (default: 1000)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->add_option("--seconds", arguments->seconds, "give up after them (default: 30)")
      ->check(CLI::Range(1U, 86'400U))
      ->type_name("N");
  command->add_option("--memory", arguments->memory_mib, "MiB that it may take (default: 1024)")
      ->check(CLI::Range(std::size_t{16}, std::size_t{1} << 20))
      ->type_name("N");
  command->footer(
      "Example:\n  warta query news.duckdb \"SELECT event, count(*) FROM events GROUP BY event ORDER BY 2 DESC\"");
  command->callback([arguments, &code] { code = run_query(*arguments); });
}

}  // namespace warta::cli
