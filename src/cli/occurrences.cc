// warta occurrences: search for happenings.
#include <fmt/format.h>
#include <fmt/ranges.h>

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
  std::size_t limit = 20;
};

std::string table(const query::Happenings& happenings) {
  using Side = Grid::Side;
  Grid grid({{"id"},
             {"date"},
             {"source", Side::left, true},
             {"event"},
             {"target", Side::left, true},
             {"status", Side::left, true},
             {"articles", Side::right},
             {"place", Side::left, true},
             {"title", Side::left, true}});
  for (const query::Happening& found : happenings.found)
    grid.add({found.id, found.date.value_or("-"), label(found.source), found.root + " " + found.cameo,
              label(found.target), fmt::format("{}", fmt::join(found.statuses, ",")), std::to_string(found.articles),
              label(found.place), found.title.value_or("-")});
  return grid.text(terminal_columns());
}

Result<query::Happenings> ask(const Arguments& arguments) {
  const query::Filter filter = WARTA_TRY(arguments.asking.filter());
  auto store = WARTA_TRY(arguments.asking.open());
  return query::occurrences(store, filter, arguments.limit);
}

int show_occurrences(const Arguments& arguments) {
  const auto happenings = ask(arguments);
  if (!happenings) return report(happenings.error());
  if (arguments.asking.json) return arguments.asking.print(query::to_json(*happenings) + "\n");
  if (happenings->found.empty()) say("no occurrence is like that");
  const auto shown = static_cast<std::int64_t>(happenings->found.size());
  if (shown < happenings->of) say(fmt::format("{} of {} occurrences; --limit shows more", shown, happenings->of));
  return arguments.asking.print(table(*happenings));
}

}  // namespace

void add_occurrences(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("occurrences", "happenings of a store that are like this, the most told first");
  arguments->asking.add_store(*command);
  arguments->asking.add_filter(*command, "all");
  command->add_option("--text", arguments->asking.asked.text, "words of a report's title or evidence, in any order")
      ->type_name("WORDS");
  command->add_option("--limit", arguments->limit, "occurrences to show (default: 20)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->footer("Example:\n  warta occurrences news.duckdb --actor CHN --root ASSAULT --text \"coast guard\"");
  command->callback([arguments, &code] { code = show_occurrences(*arguments); });
}

}  // namespace warta::cli
