#include "asking.h"

#include <fmt/format.h>

#include "session.h"

namespace warta::cli {
namespace {

constexpr std::chrono::minutes kLongest(2);  // of a query

}  // namespace

void Asking::add_store(CLI::App& app) {
  app.add_option("STORE", store, "a store that `warta add` made")->required();
  app.add_flag("--json", json, "as JSON (docs/store-queries.md)");
  app.add_option("--out", out, "write here instead of standard output")->type_name("PATH");
}

void Asking::add_filter(CLI::App& app, const char* statuses_of_default) {
  app.add_option("--source", asked.source, "who acts: a code (RUS, \"RUS GOV\") or a country's name")->type_name("WHO");
  app.add_option("--target", asked.target, "on whom")->type_name("WHO");
  app.add_option("--actor", asked.actor, "who takes part, in either role")->type_name("WHO");
  app.add_option("--root", asked.root, "roots of PLOVER, parted by commas: ACCUSE,REJECT")->type_name("ROOT");
  app.add_option("--status", asked.status, fmt::format("parted by commas, or all (default: {})", statuses_of_default))
      ->type_name("STATUS");
  app.add_option("--place", asked.place, "where: a country, or words of a place's name")->type_name("PLACE");
  app.add_option("--since", asked.since, "not before this day, month or year")->type_name("DAY");
  app.add_option("--until", asked.until, "not after it")->type_name("DAY");
}

Result<query::Filter> Asking::filter(const std::vector<event::Status>& usual) const {
  const auto countries = WARTA_TRY(codebook::read_countries(data_folders({})));
  return query::understand(asked, countries, usual);
}

Result<store::Connection> Asking::open() const {
  store::Settings settings;
  settings.at_most = kLongest;
  return store::Connection::open(store, store::Access::read, settings);
}

int Asking::print(std::string_view answer) const {
  auto output = Output::open(out);
  if (!output) return report(output.error());
  output->write(answer);
  return output->failed() ? kFailed : kDone;
}

std::string label(const query::Actor& actor) {
  if (actor.code) return *actor.code;
  if (actor.name) return *actor.name;
  return actor.text ? "? " + *actor.text : "-";
}

std::string label(const query::Place& place) {
  if (!place.name) return place.country.value_or("-");
  return place.country ? fmt::format("{}, {}", *place.name, *place.country) : *place.name;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace warta::cli
