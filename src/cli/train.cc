// warta train: the models of syntax from treebanks. The same files in the same order give the same bytes.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "ranker.h"
#include "session.h"
#include "syntax/train.h"
#include "train_blocks.h"

namespace warta::cli {
namespace {

struct Arguments {
  std::string language, out;
  std::vector<std::string> files;
};

struct Model {
  std::string_view name, about;
  Result<std::string> (*learn)(const std::vector<std::string>& files);
};
constexpr std::array<Model, 3> kModels{
    {{"tagger", "parts of speech and morphology, from treebanks in CoNLL-U",
      [](const std::vector<std::string>& files) { return syntax::train_tagger(files); }},
     {"parser", "trees, from treebanks in CoNLL-U",
      [](const std::vector<std::string>& files) { return syntax::train_parser(files); }},
     {"lemmas", "lemmas, from treebanks in CoNLL-U",
      [](const std::vector<std::string>& files) { return syntax::train_lemmas(files); }}}};

int train(const Model& model, const Arguments& arguments) {
  const auto bytes = model.learn(arguments.files);
  if (!bytes) return report(bytes.error());
  const std::string path = arguments.out.empty() ? fmt::format("{}.{}", arguments.language, model.name) : arguments.out;
  if (const auto written = replace_file(path, *bytes); !written) return report(written.error());
  say(fmt::format("{}: {} bytes", path, bytes->size()));
  return kDone;
}

}  // namespace

void add_train(CLI::App& app, int& code) {
  CLI::App* command = app.add_subcommand("train", "learn a model from files");
  command->require_subcommand(1);
  for (const Model& model : kModels) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* one = command->add_subcommand(std::string(model.name), std::string(model.about));
    one->add_option("FILES", arguments->files, "treebanks; the first one sets the style")->required();
    one->add_option("--language", arguments->language, "id, en or another")->required()->type_name("L");
    one->add_option("--out", arguments->out, "the model file (default: LANGUAGE.MODEL)")->type_name("PATH");
    one->callback([arguments, &model, &code] { code = train(model, *arguments); });
  }
  add_train_ranker(*command, code);
  add_train_blocks(*command, code);
  command->footer("Example:\n  warta train parser --language id --out data/models/id.parser id_csui-ud-train.conllu");
}

}  // namespace warta::cli
