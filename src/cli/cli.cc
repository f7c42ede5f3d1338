#include "cli/cli.h"

#include <csignal>
#include <cstdio>

#include "asking.h"
#include "ranker.h"
#include "session.h"

namespace warta::cli {
namespace {

constexpr const char* kAbout =
    "warta reads political news in Indonesian and English and says who did what to whom.\n"
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were refused.";

void add_version(CLI::App& app, int& code) {
  CLI::App* version = app.add_subcommand("version", "version of the program and fingerprint of its codebook");
  version->footer("Example:\n  warta version");
  version->callback([&code] {
    const auto engine = load_engine(Common{});
    if (!engine) {
      code = report(engine.error());
      return;
    }
    std::printf("warta %s\ncodebook %s\n", std::string(engine::kVersion).c_str(), engine->fingerprint().c_str());
  });
}

}  // namespace

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // `warta code | head -1` ends quietly: Output sees EPIPE
  CLI::App app(kAbout, "warta");
  app.require_subcommand(1);
  int code = kDone;
  add_code(app, code);
  add_add(app, code);
  add_remove(app, code);
  add_watch(app, code);
  add_explain(app, code);
  add_extract(app, code);
  add_parse(app, code);
  add_relations(app, code);
  add_train(app, code);
  add_eval(app, code);
  add_sample(app, code);
  add_timeline(app, code);
  add_pairs(app, code);
  add_occurrences(app, code);
  add_show(app, code);
  add_query(app, code);
  add_stats(app, code);
  add_codebook_command(app, code);
  add_version(app, code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  return code;
}

}  // namespace warta::cli
