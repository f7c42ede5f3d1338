// warta parse: the coded sentences of each article as CoNLL-U.
#include <memory>

#include "session.h"

namespace warta::cli {
namespace {

int parse(const Common& common) {
  const auto engine = load_engine(common);
  if (!engine) return report(engine.error());
  auto output = Output::open(common.out);
  if (!output) return report(output.error());
  ingest::Reader reader(common.inputs.empty() ? std::vector<std::string>{"-"} : common.inputs);
  int code = kDone;
  while (auto record = reader.next()) {
    const auto done = !*record ? Result<void>(tl::unexpected<Error>(record->error()))
                               : engine->inspect(std::move(**record), [&](const engine::Stages& stages) {
                                   output->write(syntax::to_conllu(stages.document, stages.article.id));
                                 });
    if (!done) {
      report(done.error());
      code = kRefused;
    }
    if (output->broken_pipe()) return kDone;
    if (output->failed()) return kFailed;
  }
  return code;
}

}  // namespace

void add_parse(CLI::App& app, int& code) {
  auto common = std::make_shared<Common>();
  CLI::App* command = app.add_subcommand("parse", "sentences, tokens, lemmas, parts of speech and trees as CoNLL-U");
  common->add_reading(*command);
  command->footer("Example:\n  warta parse examples/ > trees.conllu");
  command->callback([common, &code] { code = parse(*common); });
}

}  // namespace warta::cli
