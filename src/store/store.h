// store: coded articles and what rests on them in one DuckDB file (docs/formats/store.md), and questions to it
// (connection.h).
// Takes  articles with their rows and reports, in batches; refusals.
// Gives  tables in which an article stands once, its older texts marked superseded, with stories and occurrences of
//        all. The same batches give the same tables, however often the work was broken off in between.
// Fails  as a Connection does; other_codebook: the store was coded by another one. What failed left nothing behind.
// Costs  the file is open during a batch only. Memory grows with the window of grouping and 8 bytes an article.
//        A Store belongs to one thread, but for knows().
// Tests  tests/store/, tests/cli/add_test.py
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "event/row.h"
#include "store/connection.h"
#include "story/story.h"

namespace warta::store {

// What became of a record: as the engine hands it out.
struct Article {
  std::string file;
  std::uint64_t record = 0;
  event::RowArticle facts;
  std::optional<Day> published;
  std::string text;
  std::uint32_t body_begin = 0, body_end = 0;
  std::vector<std::string> authors;
  story::Report report;  // with the article's key and one happening for each row
  std::vector<event::Row> rows;
};

struct Batch {
  std::vector<Article> articles;
  std::vector<Error> refused;  // of files and records
  std::uint64_t known = 0;     // records that were passed over, since knows() said so
};

// What one run did.
struct Counts {
  std::uint64_t articles = 0, revisions = 0, known = 0, events = 0, refused = 0;
};

struct Options {
  std::string command, version, codebook;  // of the run; the codebook's fingerprint
  bool keep_text = true;
  bool recode = false;  // a store of another codebook is taken, to be recoded
  Settings settings = {};
};

class Store {
 public:
  // Makes the store where there is none.
  static Result<Store> open(const std::string& path, Options options);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Whether an article of this key (event::article_key) was there when the store was opened; any thread may ask.
  bool knows(std::uint64_t key) const;

  // All of it or nothing. `watch`: what is read of feeds from now on counts as read together with the batch.
  Result<void> write(const Batch& batch, const std::optional<std::string>& watch = std::nullopt);
  Result<void> finish();  // the run came to its end

  // Articles that another codebook coded, those published first coming first, at most so many: to be coded again and
  // given to rewrite(). None: all are of this one.
  struct Old {
    std::uint64_t key = 0;
    std::string id, language, text;
    std::optional<std::string> url, outlet, title, published;
    std::uint32_t body_begin = 0, body_end = 0;
  };
  Result<std::vector<Old>> old(std::size_t at_most);
  Result<void> rewrite(const std::vector<Old>& old, const Batch& batch);

  const Counts& counts() const;
  const std::optional<std::string>& watch() const;  // as the last write of anybody left it when the store was opened

  struct State;  // for this room only (state.h)

 private:
  Store();
  std::unique_ptr<State> state_;
};

// Takes articles and all that rests on them away: events, and what stories and occurrences have of them; what only they
// held together falls apart. Gives how many.
struct Which {
  std::optional<std::string> id, url;  // an article's key or its own id; its address
};
Result<std::uint64_t> remove(const std::string& path, const Which& which, const Settings& settings = {});

}  // namespace warta::store
