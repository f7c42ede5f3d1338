// warta add: codes texts and keeps them in a store.
#include <memory>

#include "keeping.h"
#include "progress.h"
#include "recode.h"
#include "session.h"

namespace warta::cli {
namespace {

// Records in a batch: few enough that a kill loses seconds of work, and readers wait for less than one, and many enough
// that writing is a small share of coding. A count and no clock, so that the same input makes the same batches.
constexpr std::size_t kBatch = 1000;

struct Arguments {
  Common common;
  StoreArguments store;
  std::size_t batch = kBatch;
  bool no_text = false, recode = false;
};

// What cannot be kept is keeping.problem().
Ledger add_inputs(const Arguments& arguments, const engine::Engine& engine, store::Store& store, Keeping& keeping) {
  ingest::Reader reader(arguments.common.inputs);
  Progress progress(!arguments.common.quiet);
  const auto total = reader.bytes_total();
  std::uint64_t records = 0;
  const auto take = [&](engine::Outcome&& outcome) {
    if (outcome.refused) progress.clear();
    if (!keeping.take(std::move(outcome))) return false;
    progress.show(++records, reader.bytes_read(), total);
    return keeping.waiting() < arguments.batch || keeping.flush();
  };
  Ledger ledger =
      engine.run([&] { return reader.next(); }, take, [&store](std::uint64_t key) { return store.knows(key); });
  progress.clear();
  if (keeping.waiting() > 0) keeping.flush();
  return ledger;
}

int add_to_store(const Arguments& arguments) {
  const auto engine = load_engine(arguments.common);
  if (!engine) return report(engine.error());
  store::Options options = store_options(*engine, "add");
  options.keep_text = !arguments.no_text;
  options.recode = arguments.recode;
  options.settings.wait = arguments.store.wait();
  auto store = store::Store::open(arguments.store.path, std::move(options));
  if (!store) return report(store.error());
  Ledger ledger;
  if (arguments.recode) {
    const auto done = recode(*engine, *store, arguments.common.quiet);
    if (!done) return report(done.error());
    ledger += *done;
  }
  Keeping keeping(*store);
  if (!arguments.common.inputs.empty()) ledger += add_inputs(arguments, *engine, *store, keeping);
  if (keeping.problem()) return report(*keeping.problem());
  if (const auto done = store->finish(); !done) return report(done.error());
  if (!arguments.common.quiet) say(summary(store->counts()));
  return exit_code(ledger);
}

}  // namespace

void add_add(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("add", "code texts and keep them, with their stories and occurrences, in a store");
  arguments->store.add_to(*command);
  arguments->common.add_reading(*command);
  command->remove_option(command->get_option("--out"));
  command->add_option("--batch", arguments->batch, "records in one transaction (default: 1000)")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  command->add_flag("--no-text", arguments->no_text, "keep no text of the articles, only what their rows quote");
  command->add_flag("--recode", arguments->recode, "code what is kept again, if another codebook coded it");
  command->footer(
      "What is in the store already is passed over: after an interruption, run the same command again.\n"
      "Examples:\n  warta add news.duckdb news.jsonl.gz\n  warta add news.duckdb --recode");
  command->callback([arguments, &code] { code = add_to_store(*arguments); });
}

}  // namespace warta::cli
