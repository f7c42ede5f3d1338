// warta watch: new items of feeds, coded as they come.
#include "watch/watch.h"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "exchange/exchange.h"
#include "session.h"
#include "story/story.h"

namespace warta::cli {
namespace {

using std::chrono::milliseconds;

struct Arguments {
  Common common;
  std::string store, every, state, delay = "1s", timeout = "30s";
  bool once = false, allow_private = false;
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

// An absent file is an empty state: the first run.
Result<std::string> read_state(const std::string& path) {
  std::error_code ignored;
  if (path.empty() || !std::filesystem::exists(path, ignored)) return std::string();
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(Why::cannot_open, "cannot read '" + path + "': " + std::strerror(errno));
  return std::string(std::istreambuf_iterator<char>(in), {});
}

class Run {
 public:
  Run(const Arguments& arguments, const engine::Engine& engine, Output& output)
      : arguments_(arguments), engine_(engine), output_(output) {}

  int code(std::vector<ingest::Url> feeds, watch::Options options, std::vector<Error> problems) {
    if (!arguments_.state.empty()) options.save = [this](std::string_view state) { save(state); };
    auto state = read_state(arguments_.state);
    if (!state) return report(state.error());
    auto opened = watch::Watch::open(std::move(feeds), *state, std::move(options));
    if (!opened) {
      if (opened.error().why == Why::bad_format) opened.error().file = arguments_.state;
      return report(opened.error());
    }
    const Ledger ledger = code(*opened, problems);
    if (!arguments_.state.empty()) save(opened->state());
    if (broken_) return report(*broken_);
    if (!arguments_.common.quiet && !output_.broken_pipe()) std::fputs(ledger.summary().c_str(), stderr);
    if (output_.failed() || save_failed_) return kFailed;
    return ledger.inputs_refused() > 0 ? kRefused : kDone;
  }

 private:
  // What is wrong with the lists of feeds goes first, through the same ledger.
  Ledger code(watch::Watch& watch, std::vector<Error>& problems) {
    std::size_t told = 0, left = problems.size();
    const auto records = [&]() -> std::optional<Result<ingest::Record>> {
      if (told < problems.size()) return tl::unexpected<Error>(std::move(problems[told++]));
      return watch.next();
    };
    return engine_.run(records, [&](engine::Outcome&& outcome) {
      const bool more = print(outcome);
      if (!more)
        stop = true;  // also where the loop waits for the network
      else if (left != 0)
        --left;
      else
        watch.delivered();
      return more;
    });
  }

  bool print(engine::Outcome& outcome) {
    if (outcome.refused && outcome.refused->why == Why::bad_format) {
      broken_ = std::move(outcome.refused);
      return false;
    }
    if (outcome.refused) say("warta: " + outcome.refused->message());
    if (outcome.coded) story::stamp(window_.add(outcome.coded->report), outcome.rows);
    buffer_.clear();
    for (const event::Row& row : outcome.rows) exchange::write(exchange::Format::jsonl, row, buffer_);
    return buffer_.empty() || output_.write(buffer_);
  }

  void save(std::string_view state) {
    const auto done = replace_file(arguments_.state, state);
    if (!done && !save_failed_) say("warta: " + done.error().message());
    save_failed_ = !done;
  }

  const Arguments& arguments_;
  const engine::Engine& engine_;
  Output& output_;
  story::Window window_;
  std::string buffer_;
  std::optional<Error> broken_;  // of the codebook: nothing more can be coded
  bool save_failed_ = false;
};

int watch_feeds(const Arguments& arguments) {
  if (arguments.store != "-")
    return report(Error{
        Why::bad_usage, "the first argument must be -: events go to standard output; there is no store yet", {}, 0, 0});
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
  auto output = Output::open(arguments.common.out);
  if (!output) return report(output.error());
  const StopOnSignal on_signal;
  return Run(arguments, *engine, *output)
      .code(std::move(sources.feeds), std::move(*options), std::move(sources.problems));
}

}  // namespace

void add_watch(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("watch", "events of what is new in feeds, as JSON Lines");
  command->add_option("STORE", arguments->store, "-: events go to standard output")->required();
  command->add_option("FEEDS", arguments->common.inputs, "OPML files, lists of addresses, addresses of feeds")
      ->required();
  arguments->common.add_coding(*command);
  command->add_option("--state", arguments->state, "remember here what was read")->type_name("FILE");
  auto* once =
      command->add_flag("--once", arguments->once, "read each feed once and end (what happens without --every)");
  command->add_option("--every", arguments->every, "read all feeds again so often, until Ctrl-C")
      ->type_name("TIME")
      ->excludes(once);
  command->add_option("--delay", arguments->delay, "pause between two requests to one host (default: 1s)")
      ->type_name("TIME");
  command->add_option("--timeout", arguments->timeout, "for one request (default: 30s)")->type_name("TIME");
  command->add_flag("--allow-private", arguments->allow_private, "also hosts of loopback and local networks");
  command->footer(
      "Examples:\n  warta watch - --once --state read.state feeds.opml > events.jsonl\n"
      "  warta watch - --every 15m --state read.state https://example.org/rss");
  command->callback([arguments, &code] { code = watch_feeds(*arguments); });
}

}  // namespace warta::cli
