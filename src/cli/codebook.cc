// warta codebook: check every example of every frame; list frames; the fingerprint of the data.
#include <fmt/format.h>

#include <memory>

#include "session.h"

namespace warta::cli {
namespace {

struct Arguments {
  Common common;
  std::string language;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "      " + line + "\n";
  return out.empty() ? "      (no event)\n" : out;
}

int check(const Arguments& arguments) {
  const auto engine = load_engine(arguments.common, codebook::Examples::kept);
  if (!engine) return report(engine.error());
  const auto result = engine->check(arguments.language);
  if (!result) return report(result.error());
  for (const engine::FailedExample& failed : result->failed)
    fmt::print("{}:{}: {}\n    {}\n    expected\n{}    found\n{}", failed.file, failed.line, failed.frame, failed.text,
               joined(failed.expected), joined(failed.found));
  fmt::print("{} frames, {} examples, {} open, {} failed\n", result->frames, result->examples, result->open,
             result->failed.size());
  return result->failed.empty() ? kDone : kFailed;
}

int list(const Arguments& arguments) {
  const auto engine = load_engine(arguments.common, codebook::Examples::kept);
  if (!engine) return report(engine.error());
  for (const std::string& name : engine->codebook().languages()) {
    if (!arguments.language.empty() && arguments.language != name) continue;
    const auto language = engine->codebook().language(name);
    if (!language) return report(language.error());
    for (const codebook::Frame& frame : (*language)->frames.frames())
      fmt::print("{}/{}\t{}\t{}\n", name, frame.name, frame.code ? frame.code->code : "-",
                 frame.examples.empty() ? "" : frame.examples.front().text);
  }
  return kDone;
}

int fingerprint(const Arguments& arguments) {
  const auto engine = load_engine(arguments.common);
  if (!engine) return report(engine.error());
  fmt::print("{}\n", engine->fingerprint());
  return kDone;
}

}  // namespace

void add_codebook_command(CLI::App& app, int& code) {
  CLI::App* command = app.add_subcommand("codebook", "the knowledge that codes: check it, list it, its fingerprint");
  command->require_subcommand(1);
  command->footer("Example:\n  warta codebook check --codebook my-frames/");
  const auto add = [&](const char* name, const char* about, int (*run)(const Arguments&)) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* sub = command->add_subcommand(name, about);
    arguments->common.add_codebook(*sub);
    sub->add_option("--language", arguments->language, "one language only")->type_name("L");
    sub->callback([arguments, run, &code] { code = run(*arguments); });
  };
  add("check", "code every frame's examples and compare", check);
  add("list", "frames with their codes and first examples", list);
  add("fingerprint", "16 hex digits over all data files and models", fingerprint);
}

}  // namespace warta::cli
