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
  std::string store;
  bool no_text = false, recode = false;
};

bool add_inputs(const Common& common, const engine::Engine& engine, store::Store& store, Keeping& keeping) {
  ingest::Reader reader(common.inputs);
  Progress progress(!common.quiet);
  const auto total = reader.bytes_total();
  std::uint64_t records = 0;
  engine.run([&] { return reader.next(); },
             [&](engine::Outcome&& outcome) {
               if (outcome.refused) progress.clear();
               if (!keeping.take(std::move(outcome))) return false;
               progress.show(++records, reader.bytes_read(), total);
               return keeping.waiting() < kBatch || keeping.flush();
             },
             [&store](std::uint64_t key) { return store.knows(key); });
  progress.clear();
  return !keeping.problem() && (keeping.waiting() == 0 || keeping.flush());
}

int add_to_store(const Arguments& arguments) {
  const auto engine = load_engine(arguments.common);
  if (!engine) return report(engine.error());
  store::Options options = store_options(*engine, "add");
  options.keep_text = !arguments.no_text;
  options.recode = arguments.recode;
  auto store = store::Store::open(arguments.store, std::move(options));
  if (!store) return report(store.error());
  if (arguments.recode)
    if (const auto done = recode(*engine, *store, arguments.common.quiet); !done) return report(done.error());
  Keeping keeping(*store);
  if (!arguments.common.inputs.empty() && !add_inputs(arguments.common, *engine, *store, keeping))
    return report(*keeping.problem());
  if (const auto done = store->finish(); !done) return report(done.error());
  if (!arguments.common.quiet) say(summary(store->counts()));
  return store->counts().refused > 0 ? kRefused : kDone;
}

}  // namespace

void add_add(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("add", "code texts and keep them, with their stories and occurrences, in a store");
  command->add_option("STORE", arguments->store, "a DuckDB file; made where there is none")->required();
  arguments->common.add_reading(*command);
  command->remove_option(command->get_option("--out"));
  command->add_flag("--no-text", arguments->no_text, "keep no text of the articles, only what their rows quote");
  command->add_flag("--recode", arguments->recode, "code what is kept again, if another codebook coded it");
  command->footer(
      "What is in the store already is passed over: after an interruption, run the same command again.\n"
      "Examples:\n  warta add news.duckdb news.jsonl.gz\n  warta add news.duckdb --recode");
  command->callback([arguments, &code] { code = add_to_store(*arguments); });
}

}  // namespace warta::cli
