// warta train: the models of syntax from treebanks. The same files in the same order give the same bytes.
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "session.h"
#include "syntax/train.h"

namespace warta::cli {
namespace {

struct Arguments {
  std::string what, language, out;
  std::vector<std::string> files;
};

// A new file under the name, for programs may have mapped the old one.
Result<void> replace(const std::string& path, std::string_view bytes) {
  const std::string part = path + ".part";
  {
    Output output = WARTA_TRY(Output::open(part));
    if (!output.write(bytes)) return fail(Why::cannot_open, "cannot write '" + part + "'");
  }
  std::error_code problem;
  std::filesystem::rename(part, path, problem);
  if (problem) return fail(Why::cannot_open, "cannot write '" + path + "': " + problem.message());
  return {};
}

int train(const Arguments& arguments) {
  const auto model = arguments.what == "tagger"   ? syntax::train_tagger(arguments.files)
                     : arguments.what == "parser" ? syntax::train_parser(arguments.files)
                                                  : syntax::train_lemmas(arguments.files);
  if (!model) return report(model.error());
  const std::string path =
      arguments.out.empty() ? fmt::format("{}.{}", arguments.language, arguments.what) : arguments.out;
  if (const auto written = replace(path, *model); !written) return report(written.error());
  say(fmt::format("{}: {} bytes", path, model->size()));
  return kDone;
}

}  // namespace

void add_train(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("train", "learn a model from files");
  command->add_option("MODEL", arguments->what, "tagger, parser or lemmas")
      ->required()
      ->check(CLI::IsMember({"tagger", "parser", "lemmas"}));
  command->add_option("FILES", arguments->files, "treebanks in CoNLL-U; the first one sets the style")->required();
  command->add_option("--language", arguments->language, "id, en or another")->required()->type_name("L");
  command->add_option("--out", arguments->out, "the model file (default: LANGUAGE.MODEL)")->type_name("PATH");
  command->footer("Example:\n  warta train parser --language id --out data/models/id.parser id_csui-ud-train.conllu");
  command->callback([arguments, &code] { code = train(*arguments); });
}

}  // namespace warta::cli
