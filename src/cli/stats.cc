// warta stats: how much of what a store holds.
#include <fmt/format.h>

#include <memory>

#include "asking.h"
#include "query/to_json.h"
#include "session.h"
#include "visible.h"

namespace warta::cli {
namespace {

void add_line(std::string& out, const std::string& line) { out += visible(line) + "\n"; }

void add_counts(std::string& out, std::string_view heading, const query::Counts& counts) {
  if (counts.empty()) return;
  out += fmt::format("\n{}\n", heading);
  for (const auto& [name, count] : counts) add_line(out, fmt::format("{:>10}  {}", count, name));
}

void add_run(std::string& out, const query::Run& run) {
  add_line(out, fmt::format("{:>10}  {}  {} articles, {} revisions, {} known, {} events, {} refused; {:.1f} s coding, "
                            "{:.1f} s storing{}",
                            run.began, run.command, run.articles, run.revisions, run.known, run.events, run.refused,
                            run.coding_seconds, run.storing_seconds, run.finished ? "" : "; not finished"));
}

std::string text_of(const query::Stats& stats) {
  std::string out;
  add_line(out, fmt::format("codebook {}, schema {}", stats.codebook.value_or("none yet"), stats.schema_version));
  if (stats.first_day) add_line(out, fmt::format("events of {} to {}", *stats.first_day, stats.last_day.value_or("")));
  add_line(out, fmt::format("{} bytes", stats.bytes));
  if (const auto each = stats.bytes_per_event()) add_line(out, fmt::format("{:.0f} bytes an event", *each));
  add_counts(out, "rows", stats.rows);
  add_counts(out, "articles by language", stats.languages);
  add_counts(out, "events by root", stats.roots);
  add_counts(out, "events by status", stats.statuses);
  add_counts(out, "refusals by reason", stats.refusals);
  if (!stats.runs.empty()) out += "\nlatest runs\n";
  for (const query::Run& run : stats.runs) add_run(out, run);
  return out;
}

Result<query::Stats> ask(const Asking& asking) {
  auto store = WARTA_TRY(asking.open());
  return query::stats(store, asking.store);
}

}  // namespace

void add_stats(CLI::App& app, int& code) {
  auto asking = std::make_shared<Asking>();
  CLI::App* command =
      app.add_subcommand("stats", "counts of everything in a store, its runs, what was refused and why");
  asking->add_store(*command);
  command->footer("Example:\n  warta stats news.duckdb");
  command->callback([asking, &code] {
    const auto stats = ask(*asking);
    code =
        !stats ? report(stats.error()) : asking->print(asking->json ? query::to_json(*stats) + "\n" : text_of(*stats));
  });
}

}  // namespace warta::cli
