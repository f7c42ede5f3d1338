// warta remove: takes articles of a store away, and all that rests on them.
#include <fmt/format.h>

#include <memory>

#include "session.h"
#include "store/store.h"

namespace warta::cli {
namespace {

struct Arguments {
  StoreArguments store;
  std::string article, url;
};

int remove_articles(const Arguments& arguments) {
  if (arguments.article.empty() == arguments.url.empty())
    return report(Error{Why::bad_usage, "say which: --article ID or --url URL", {}, 0, 0});
  store::Which which;
  if (!arguments.article.empty()) which.id = arguments.article;
  if (!arguments.url.empty()) which.url = arguments.url;
  store::Settings settings;
  settings.wait = arguments.store.wait();
  const auto removed = store::remove(arguments.store.path, which, settings);
  if (!removed) return report(removed.error());
  say(fmt::format("{} articles removed", *removed));
  return *removed == 0 ? kFailed : kDone;
}

}  // namespace

void add_remove(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("remove", "take an article out of a store, with all that rests on it");
  arguments->store.add_to(*command);
  command->add_option("--article", arguments->article, "its key or its own id")->type_name("ID");
  command->add_option("--url", arguments->url, "its address; all revisions of it go")->type_name("URL");
  command->footer("Example:\n  warta remove news.duckdb --url https://example.org/a1");
  command->callback([arguments, &code] { code = remove_articles(*arguments); });
}

}  // namespace warta::cli
