#include "engine/engine.h"

#include "base/hash.h"
#include "check.h"
#include "workers.h"

#include <algorithm>
#include <filesystem>

namespace warta::engine {
namespace {

// The last folder that has models of a language: later folders lie over earlier ones.
std::string models_folder(const std::vector<std::string>& data_folders, const std::string& language) {
  const auto has_models = [&](const std::string& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder + "/models/" + language + ".parser", ignored);
  };
  const auto folder = std::find_if(data_folders.rbegin(), data_folders.rend(), has_models);
  if (folder != data_folders.rend()) return *folder + "/models";
  return data_folders.empty() ? "models" : data_folders.front() + "/models";
}

}  // namespace

Result<Engine> Engine::load(const std::vector<std::string>& data_folders, const Options& options) {
  auto codebook = WARTA_TRY(codebook::Codebook::load(data_folders, codebook::Loading::when_asked, options.examples));
  auto extractor = WARTA_TRY(extract::Extractor::load(data_folders));
  auto books = std::make_shared<Books>(Books{data_folders, options, std::move(codebook), std::move(extractor), {}, {}});
  Hasher hasher;
  hasher.add(books->codebook.fingerprint());
  for (const std::string& language : books->codebook.languages()) {
    auto analyzer = WARTA_TRY(syntax::Analyzer::load(models_folder(data_folders, language), language, options.limits));
    hasher.add(analyzer.fingerprint());
    books->analyzers.emplace_back(language, std::move(analyzer));
  }
  books->fingerprint = hex16(hasher.value());
  // A language that is named is read while the gazetteer is; what is wrong with it, the first record tells.
  if (options.extract.language) static_cast<void>(books->codebook.language(*options.extract.language));
  WARTA_CHECK(books->codebook.settle());
  Engine engine;
  engine.books_ = std::move(books);
  return engine;
}

Ledger Engine::run(ingest::Reader& reader, const std::function<bool(Outcome&&)>& sink) const {
  return run([&] { return reader.next(); }, sink);
}

Ledger Engine::run(const Records& records, const std::function<bool(Outcome&&)>& sink, const Known& known) const {
  return run_workers(*books_, records, books_->options.threads, sink, known);
}

Result<void> Engine::inspect(ingest::Record record, const std::function<void(const Stages&)>& look) const {
  Ledger ledger;
  return Worker(*books_).inspect(std::move(record), ledger, look);
}

Result<event::Features> Engine::features_of_pair(std::string_view language, std::string_view text,
                                                 const event::Pair& pair) const {
  return Worker(*books_).features_of_pair(language, text, pair);
}

Result<std::vector<event::RankerExample>> Engine::pairs_of_examples(std::string_view language) const {
  return engine::pairs_of_examples(*books_, language);
}

Result<event::Ranker> Engine::ranker(const std::string& language) const {
  return event::Ranker::read(models_folder(books_->data_folders, language) + "/" + language + ".ranker");
}

std::string Engine::language_of(std::string_view text) const { return books_->extractor.language_of(text).language; }

Result<CheckReport> Engine::check(std::string_view language) const { return check_examples(*books_, language); }

const codebook::Codebook& Engine::codebook() const { return books_->codebook; }
std::string Engine::fingerprint() const { return books_->fingerprint; }

}  // namespace warta::engine
