// warta watch: new items of feeds, coded as they come.
#include "watch/watch.h"

#include <fmt/format.h>

#include <atomic>
#include <charconv>
#include <csignal>
#include <memory>

#include "session.h"
#include "watch_end.h"

namespace warta::cli {
namespace {

using std::chrono::milliseconds;

struct Arguments {
  Common common;
  std::string store, every, state, delay = "1s", timeout = "30s";
  bool once = false, allow_private = false, no_text = false;
};

std::atomic<bool> stop = false;

// The first Ctrl-C (or SIGTERM) ends the run in order; a second one ends it at once.
class StopOnSignal {
 public:
  StopOnSignal() {
    struct sigaction action {};
    action.sa_handler = [](int) { stop = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
  }
};

struct Unit {
  std::string_view name;
  double milliseconds;
};
constexpr Unit kUnits[] = {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}, {"", 1000}};

// "15m", "1.5h", "30s", "500ms", "10" (seconds).
Result<milliseconds> duration(std::string_view option, std::string_view text, milliseconds least) {
  double value = 0;
  const auto [stop_at, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit(stop_at, static_cast<std::size_t>(text.data() + text.size() - stop_at));
  for (const Unit& known : kUnits) {
    if (problem != std::errc{} || unit != known.name || !(value >= 0) || value > 1e9) continue;
    const milliseconds out(static_cast<std::int64_t>(value * known.milliseconds));
    if (out < least || out > std::chrono::days(365)) break;
    return out;
  }
  return fail(Why::bad_usage, fmt::format("{} wants a time such as 15m, 30s, 2h, at least {} ms, and got '{}'", option,
                                          least.count(), text));
}

Result<watch::Options> watch_options(const Arguments& arguments) {
  watch::Options options;
  options.version = std::string(engine::kVersion);
  options.delay = WARTA_TRY(duration("--delay", arguments.delay, milliseconds(0)));
  options.timeout = WARTA_TRY(duration("--timeout", arguments.timeout, milliseconds(1)));
  if (!arguments.every.empty()) options.every = WARTA_TRY(duration("--every", arguments.every, milliseconds(1000)));
  options.allow_private = arguments.allow_private;
  options.stop = &stop;
  return options;
}

// What is wrong with the lists of feeds goes first, through the same ledger.
Ledger code(const engine::Engine& engine, watch::Watch& watch, std::vector<Error>& problems, WatchEnd& end) {
  std::size_t told = 0, left = problems.size();
  const auto records = [&]() -> std::optional<Result<ingest::Record>> {
    if (told < problems.size()) return tl::unexpected<Error>(std::move(problems[told++]));
    return watch.next();
  };
  end.delivered = [&watch, &left](std::size_t count) {
    for (; count > 0; --count)
      if (left != 0)
        --left;
      else
        watch.delivered();
  };
  const Ledger ledger = engine.run(records, [&](engine::Outcome&& outcome) {
    const bool more = end.take(std::move(outcome));
    if (!more) stop = true;  // also where the loop waits for the network
    return more;
  });
  end.settle();
  end.delivered = [](std::size_t) {};
  return ledger;
}

int watch_into(WatchEnd& end, const engine::Engine& engine, ingest::FeedList sources, watch::Options options,
               const std::string& state_name) {
  options.save = [&end](std::string_view state) { end.save(state); };
  const auto state = end.state();
  if (!state) return report(state.error());
  auto opened = watch::Watch::open(std::move(sources.feeds), *state, std::move(options));
  if (!opened) {
    if (opened.error().why == Why::bad_format) opened.error().file = state_name;
    return report(opened.error());
  }
  const StopOnSignal on_signal;
  const Ledger ledger = code(engine, *opened, sources.problems, end);
  return end.finish(opened->state(), ledger);
}

Result<std::unique_ptr<WatchEnd>> open_end(const Arguments& arguments, const engine::Engine& engine) {
  const bool quiet = arguments.common.quiet;
  if (arguments.store != "-") return store_end(arguments.store, engine, !arguments.no_text, quiet);
  auto output = WARTA_TRY(Output::open(arguments.common.out));
  return printing_end(std::move(output), arguments.state, quiet);
}

int watch_feeds(const Arguments& arguments) {
  if (arguments.store != "-" && !(arguments.state.empty() && arguments.common.out.empty()))
    return report(
        Error{Why::bad_usage, "--state and --out are for -: a store remembers itself what was read", {}, 0, 0});
  auto options = watch_options(arguments);
  if (!options) return report(options.error());
  ingest::FeedList sources = watch::feeds_of(arguments.common.inputs, options->limits);
  if (sources.feeds.empty()) {
    for (const Error& problem : sources.problems) report(problem);
    return report(
        Error{Why::bad_usage, "no feed to watch: name an OPML file, a list of addresses, or an address", {}, 0, 0});
  }
  const auto engine = load_engine(arguments.common);
  if (!engine) return report(engine.error());
  const auto end = open_end(arguments, *engine);
  if (!end) return report(end.error());
  return watch_into(**end, *engine, std::move(sources), std::move(*options),
                    arguments.store == "-" ? arguments.state : arguments.store);
}

}  // namespace

void add_watch(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("watch", "events of what is new in feeds, into a store or as JSON Lines");
  command->add_option("STORE", arguments->store, "a store, as of `add`; -: events go to standard output")->required();
  command->add_option("FEEDS", arguments->common.inputs, "OPML files, lists of addresses, addresses of feeds")
      ->required();
  arguments->common.add_coding(*command);
  command->add_option("--state", arguments->state, "with -: remember here what was read")->type_name("FILE");
  auto* once =
      command->add_flag("--once", arguments->once, "read each feed once and end (what happens without --every)");
  command->add_option("--every", arguments->every, "read all feeds again so often, until Ctrl-C")
      ->type_name("TIME")
      ->excludes(once);
  command->add_option("--delay", arguments->delay, "pause between two requests to one host (default: 1s)")
      ->type_name("TIME");
  command->add_option("--timeout", arguments->timeout, "for one request (default: 30s)")->type_name("TIME");
  command->add_flag("--no-text", arguments->no_text, "with a store: keep no text of the articles");
  command->add_flag("--allow-private", arguments->allow_private, "also hosts of loopback and local networks");
  command->footer(
      "Examples:\n  warta watch news.duckdb --every 15m feeds.opml\n  warta watch - --once --state read.state "
      "feeds.opml > events.jsonl\n"
      "  warta watch - --every 15m --state read.state https://example.org/rss");
  command->callback([arguments, &code] { code = watch_feeds(*arguments); });
}

}  // namespace warta::cli
