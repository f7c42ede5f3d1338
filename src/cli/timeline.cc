// warta timeline: happenings over time, as a table, a plot or JSON.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "asking.h"
#include "bars.h"
#include "grid.h"
#include "query/to_json.h"
#include "session.h"
#include "table.h"

namespace warta::cli {
namespace {

constexpr std::size_t kBesidesBars = 48, kNarrowestBars = 10;

struct Arguments {
  Asking asking;
  std::string by = "month";
  bool plot = false, ascii = false;
};

std::string table(const query::Timeline& timeline, const Arguments& arguments) {
  using Side = Grid::Side;
  std::vector<Grid::Column> columns{{std::string(query::name(timeline.by))},
                                    {"occurrences", Side::right},
                                    {"reports", Side::right},
                                    {"goldstein", Side::right}};
  if (arguments.plot) columns.push_back({"occurrences"});
  Grid grid(std::move(columns));
  std::int64_t most = 0;
  for (const query::Period& period : timeline.periods) most = std::max(most, period.tally.occurrences);
  const std::size_t room = std::max(terminal_columns(), kBesidesBars + kNarrowestBars) - kBesidesBars;
  for (const query::Period& period : timeline.periods) {
    const query::Tally& tally = period.tally;
    std::vector<std::string> cells{period.name, std::to_string(tally.occurrences), std::to_string(tally.events),
                                   tally.goldstein ? fmt::format("{:.2f}", *tally.goldstein) : "-"};
    if (arguments.plot) cells.push_back(bar(tally.occurrences, most, room, arguments.ascii));
    grid.add(std::move(cells));
  }
  return grid.text(terminal_columns());
}

Result<query::Timeline> ask(const Arguments& arguments) {
  const query::Filter filter = WARTA_TRY(arguments.asking.filter(query::kHappened));
  auto store = WARTA_TRY(arguments.asking.open());
  return query::timeline(store, filter, query::parse_by(arguments.by).value_or(query::By::month));
}

int show_timeline(const Arguments& arguments) {
  const auto timeline = ask(arguments);
  if (!timeline) return report(timeline.error());
  if (arguments.asking.json) return arguments.asking.print(query::to_json(*timeline) + "\n");
  if (timeline->periods.empty()) say("no occurrence is like that");
  if (timeline->undated > 0)
    say("left out: " + counted(timeline->undated, "occurrence", "occurrences") + " without a date");
  if (timeline->wider > 0)
    say(fmt::format("left out: {} whose date is wider than a {}", counted(timeline->wider, "occurrence", "occurrences"),
                    query::name(timeline->by)));
  return arguments.asking.print(table(*timeline, arguments));
}

}  // namespace

void add_timeline(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("timeline", "occurrences of a store over time, and their mean Goldstein score");
  arguments->asking.add_store(*command);
  arguments->asking.add_filter(*command, "reported,alleged");
  command->add_option("--by", arguments->by, "day, week, month (default), quarter or year")
      ->check(CLI::IsMember({"day", "week", "month", "quarter", "year"}));
  command->add_flag("--plot", arguments->plot, "with bars");
  command->add_flag("--ascii", arguments->ascii, "bars of plain characters");
  command->footer("Example:\n  warta timeline news.duckdb --source RUS --target PRK --by month --plot");
  command->callback([arguments, &code] { code = show_timeline(*arguments); });
}

}  // namespace warta::cli
