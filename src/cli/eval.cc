// warta eval: how right warta is on files that know the answer.
#include <fmt/format.h>

#include <memory>

#include "eval.h"
#include "ranker.h"
#include "session.h"
#include "syntax/train.h"

namespace warta::cli {
namespace {

struct Arguments {
  std::string language, models, file;
};

int eval_syntax(const Arguments& arguments) {
  const std::string models = arguments.models.empty() ? data_folders({}).front() + "/models" : arguments.models;
  const auto scores = syntax::evaluate(models, arguments.language, arguments.file);
  if (!scores) return report(scores.error());
  fmt::print("UPOS {:.1f}\nUAS {:.1f}\nLAS {:.1f}\n", scores->upos, scores->uas, scores->las);
  return kDone;
}

}  // namespace

void add_eval(CLI::App& app, int& code) {
  CLI::App* command = app.add_subcommand("eval", "measure against files that know the answer");
  command->require_subcommand(1);
  command->footer("Example:\n  warta eval events examples/gold.jsonl");
  add_eval_events(*command, code);
  add_eval_sheet(*command, code);
  auto arguments = std::make_shared<Arguments>();
  CLI::App* syntax = command->add_subcommand(
      "syntax", "tags and trees, with given tokens and sentences: per cent of words, as in CoNLL 2018");
  syntax->add_option("FILE", arguments->file, "a treebank in CoNLL-U")->required();
  syntax->add_option("--language", arguments->language, "id or en")->required()->type_name("L");
  syntax->add_option("--models", arguments->models, "folder of other models than the shipped ones")->type_name("DIR");
  syntax->footer("Example:\n  warta eval syntax --language id id_csui-ud-test.conllu");
  syntax->callback([arguments, &code] { code = eval_syntax(*arguments); });
  add_eval_relations(*command, code);
  add_eval_coverage(*command, code);
}

}  // namespace warta::cli
