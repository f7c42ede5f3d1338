// warta parse: the coded sentences of each article as CoNLL-U.
#include <memory>

#include "session.h"

namespace warta::cli {

void add_parse(CLI::App& app, int& code) {
  auto common = std::make_shared<Common>();
  CLI::App* command = app.add_subcommand("parse", "sentences, tokens, lemmas, parts of speech and trees as CoNLL-U");
  common->add_reading(*command);
  command->footer("Example:\n  warta parse examples/ > trees.conllu");
  command->callback([common, &code] {
    code = show_stages(
        *common, [](const engine::Stages& stages) { return syntax::to_conllu(stages.document, stages.article.id); });
  });
}

}  // namespace warta::cli
