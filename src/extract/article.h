// How an article is put together from a record: of a plain text by the roles of its lines, of an HTML page by its
// blocks and metadata. Tests: tests/extract/cases/
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "block_model.h"
#include "class_words.h"
#include "extract/extract.h"
#include "json_ld.h"
#include "language.h"
#include "meta_keys.h"
#include "page.h"
#include "stamp.h"
#include "tables.h"

namespace warta::extract {

// All that is read from data folders.
struct ArticleTables {
  Furniture furniture;
  Languages languages;
  ClassWords classes;
  MetaKeys meta_keys;
  BlockModel blocks;

  static Result<ArticleTables> load(const std::vector<std::string>& data_folders);
};

// Fills title, blocks, credits, outlet, captions and dateline. Returns the best stamp of the page: its date, once the
// language is known.
std::optional<Stamp> read_text(ingest::Record& record, const ArticleTables& tables, Article& article);

// A page between its body, which tells the language, and its metadata, whose reading needs the language.
class PageReading {
 public:
  // Fills text, blocks, captions and dateline.
  static Result<std::unique_ptr<PageReading>> of(const ingest::Record& record, const ArticleTables& tables,
                                                 Article& article);
  ~PageReading();

  std::optional<std::string> language() const;  // what the page says it is

  // Fills title (which goes before the text), dates, people, outlet and kind.
  void add_metadata(const ingest::Record& record, std::optional<Day> latest, const ArticleTables& tables,
                    Article& article);

 private:
  struct State;
  explicit PageReading(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace warta::extract
