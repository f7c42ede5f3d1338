// warta train blocks: the model that tells the article of a page from its furniture; format in
// docs/formats/block-model.md.
#include <fmt/format.h>

#include <memory>
#include <unordered_map>

#include "extract/train.h"
#include "session.h"
#include "train_blocks.h"

namespace warta::cli {
namespace {

struct Arguments {
  std::string gold, out;
  std::size_t folds = 0;
  bool validate = false;
  std::vector<std::string> pages;
};

Result<std::vector<extract::GoldPage>> read_pages(const Arguments& arguments) {
  std::unordered_map<std::string, std::string> texts;
  ingest::Reader gold({arguments.gold});
  while (auto record = gold.next()) {
    if (!*record) return tl::unexpected<Error>(record->error());
    texts[(*record)->id] = std::move((*record)->text);
  }
  std::vector<extract::GoldPage> pages;
  ingest::Reader reader(arguments.pages);
  while (auto record = reader.next()) {
    if (!*record) return tl::unexpected<Error>(record->error());
    const auto text = texts.find((*record)->id);
    if (text != texts.end()) pages.push_back({std::move(**record), text->second});
  }
  if (pages.empty()) return fail(Why::bad_usage, "no page has the id of a text in " + arguments.gold);
  return pages;
}

int train(const Arguments& arguments) {
  const auto pages = read_pages(arguments);
  if (!pages) return report(pages.error());
  if (arguments.validate) {
    const auto scores = extract::validate_blocks(*pages, data_folders({}), arguments.folds);
    if (!scores) return report(scores.error());
    for (const extract::PageScore& page : *scores)
      fmt::print("{}\tprecision {:.3f}\trecall {:.3f}\n", page.id, page.scores.precision, page.scores.recall);
    const extract::BodyScores all = extract::mean(*scores);
    fmt::print("{} pages: precision {:.4f} recall {:.4f} F1 {:.4f} exact {:.3f}\n", pages->size(), all.precision,
               all.recall, all.f1(), all.exact);
    return kDone;
  }
  const auto text = extract::train_blocks(*pages, data_folders({}));
  if (!text) return report(text.error());
  if (const auto written = replace_file(arguments.out, *text); !written) return report(written.error());
  say(fmt::format("{}: {} pages, {} bytes", arguments.out, pages->size(), text->size()));
  return kDone;
}

}  // namespace

void add_train_blocks(CLI::App& train_command, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      train_command.add_subcommand("blocks", "which blocks of a page are its article, from pages and their texts");
  command->add_option("PAGES", arguments->pages, "pages: files, folders, JSON Lines with \"html\"")->required();
  command
      ->add_option("--gold", arguments->gold, "their articles: JSON Lines of {\"id\", \"text\"}, ids as of the pages")
      ->required()
      ->type_name("PATH");
  command->add_option("--out", arguments->out, "the model file")->type_name("PATH")->default_str("blocks.tsv");
  command
      ->add_option("--folds", arguments->folds,
                   "with --validate: pages are judged by a model that has not seen their fold")
      ->default_val(10);
  command->add_flag("--validate", arguments->validate, "write no model, print the scores of each page and of all");
  command->callback([arguments, &code] {
    if (arguments->out.empty()) arguments->out = "blocks.tsv";
    code = train(*arguments);
  });
}

}  // namespace warta::cli
