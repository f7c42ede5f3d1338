// warta pairs: who acts on whom most, and how.
#include <fmt/format.h>

#include <memory>

#include "asking.h"
#include "grid.h"
#include "query/to_json.h"
#include "session.h"
#include "table.h"

namespace warta::cli {
namespace {

struct Arguments {
  Asking asking;
  std::string by = "country";
  std::size_t limit = 20;
};

std::string table(const query::Pairs& pairs) {
  using Side = Grid::Side;
  Grid grid({{"source", Side::left, true},
             {"target", Side::left, true},
             {"occurrences", Side::right},
             {"reports", Side::right},
             {"cooperation", Side::right},
             {"conflict", Side::right},
             {"net", Side::right},
             {"goldstein", Side::right}});
  for (const query::Pair& pair : pairs.pairs)
    grid.add({pair.source, pair.target, std::to_string(pair.tally.occurrences), std::to_string(pair.tally.events),
              std::to_string(pair.quads[0] + pair.quads[1]), std::to_string(pair.quads[2] + pair.quads[3]),
              fmt::format("{:+.1f}", pair.net), fmt::format("{:.2f}", pair.tally.goldstein.value_or(0))});
  return grid.text(terminal_columns());
}

Result<query::Pairs> ask(const Arguments& arguments) {
  const query::Filter filter = WARTA_TRY(arguments.asking.filter(query::kHappened));
  auto store = WARTA_TRY(arguments.asking.open());
  return query::pairs(store, filter, arguments.by == "actor" ? query::Party::actor : query::Party::country,
                      arguments.limit);
}

int show_pairs(const Arguments& arguments) {
  const auto pairs = ask(arguments);
  if (!pairs) return report(pairs.error());
  if (arguments.asking.json) return arguments.asking.print(query::to_json(*pairs) + "\n");
  if (pairs->pairs.empty()) say("no occurrence is like that");
  const auto shown = static_cast<std::int64_t>(pairs->pairs.size());
  if (shown < pairs->of) say(fmt::format("{} of {} pairs; --limit shows more", shown, pairs->of));
  if (pairs->unknown > 0)
    say("left out: " + counted(pairs->unknown, "occurrence", "occurrences") + " of which one side is unknown");
  return arguments.asking.print(table(*pairs));
}

}  // namespace

void add_pairs(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("pairs", "who acts on whom most in a store: cooperation, conflict, and what remains");
  arguments->asking.add_store(*command);
  arguments->asking.add_filter(*command, "reported,alleged");
  command->add_option("--by", arguments->by, "country (default), or actor: with sectors")
      ->check(CLI::IsMember({"country", "actor"}));
  command->add_option("--limit", arguments->limit, "pairs to show (default: 20)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->footer("Example:\n  warta pairs news.duckdb --actor IDN --since 2024-01");
  command->callback([arguments, &code] { code = show_pairs(*arguments); });
}

}  // namespace warta::cli
