// The order of the stages, for one record. A worker has a Worker of its own, since it owns the arena of the article.
#pragma once
#include "engine/engine.h"

namespace warta::engine {

// What all workers share; immutable.
struct Books {
  std::vector<std::string> data_folders;
  Options options;
  codebook::Codebook codebook;
  extract::Extractor extractor;
  std::vector<std::pair<std::string, syntax::Analyzer>> analyzers;  // by language
  std::string fingerprint;

  const syntax::Analyzer* analyzer(std::string_view language) const;
};

class Worker {
 public:
  explicit Worker(const Books& books, const Known& known = {}) : books_(books), known_(known) {}

  // Article and rows of one record, or why it is refused; what was refused is counted in `ledger`.
  Outcome code(Result<ingest::Record> record, Ledger& ledger);
  Result<event::Features> features_of_pair(std::string_view language, std::string_view text, const event::Pair& pair);
  Result<void> inspect(ingest::Record record, Ledger& ledger, const std::function<void(const Stages&)>& look);

 private:
  // What every use of a text begins with; good until the arena is reset.
  struct Reading {
    const codebook::Language* language = nullptr;
    syntax::Document document;
    mention::Mentions mentions;
  };
  Result<Reading> read(const extract::Article& article);
  // Fills what the outcome says of the article; or `look` sees all that the stages made, and only rows are filled.
  Result<void> run(ingest::Record record, Ledger& ledger, Outcome& outcome, event::Trace* trace,
                   const std::function<void(const Stages&)>* look);

  const Books& books_;
  Known known_;
  Arena arena_;
};

}  // namespace warta::engine
