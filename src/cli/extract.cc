// warta extract: clean articles of pages and texts, in any language, as JSON Lines, Markdown or plain paragraphs.
#include <memory>

#include "exchange/articles.h"
#include "session.h"

namespace warta::cli {
namespace {

struct Arguments {
  Common common;
  std::string format = "json";
};

int extract_inputs(const Arguments& arguments) {
  const auto extractor = extract::Extractor::load(data_folders(arguments.common.codebooks));
  if (!extractor) return report(extractor.error());
  const auto given = engine_options(arguments.common);
  if (!given) return report(given.error());
  extract::Options options = given->extract;
  options.any = true;
  auto output = Output::open(arguments.common.out);
  if (!output) return report(output.error());
  const auto format = exchange::parse_article_format(arguments.format);
  ingest::Reader reader(arguments.common.inputs.empty() ? std::vector<std::string>{"-"} : arguments.common.inputs);
  int code = kDone;
  std::string buffer;
  while (auto record = reader.next()) {
    const auto article = !*record ? Result<extract::Article>(tl::unexpected<Error>(record->error()))
                                  : extractor->extract(std::move(**record), options);
    if (!article) {
      report(article.error());
      if (!is_passed_over(article.error().why)) code = kRefused;
      continue;
    }
    buffer.clear();
    exchange::write(*format, *article, buffer);
    if (!output->write(buffer)) break;
  }
  return output->failed() ? kFailed : code;
}

}  // namespace

void add_extract(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("extract", "the clean article of each page or text, in any language");
  arguments->common.add_reading(*command);
  command->add_option("--format", arguments->format, "json (one a line), markdown or text")
      ->check(CLI::IsMember({"json", "markdown", "text"}));
  command->footer("Examples:\n  warta extract page.html\n  warta extract --format markdown page.html");
  command->callback([arguments, &code] { code = extract_inputs(*arguments); });
}

}  // namespace warta::cli
