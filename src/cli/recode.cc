#include "recode.h"

#include "base/hash.h"
#include "keeping.h"
#include "progress.h"
#include "session.h"

namespace warta::cli {
namespace {

constexpr std::size_t kBatch = 1000;

// The record that would give this article. Its title stands in front of the text if it was a field of its own, and
// behind body_end stand words that were never coded.
ingest::Record record_of(store::Store::Old article) {
  ingest::Record record;
  record.file = "article " + hex16(article.key);
  record.id = std::move(article.id);
  record.key = article.key;
  record.text = article.text.substr(article.body_begin, article.body_end - article.body_begin);
  if (article.body_begin > 0) record.title = std::move(article.title);
  record.url = std::move(article.url);
  record.outlet = std::move(article.outlet);
  record.language = std::move(article.language);
  record.date = std::move(article.published);
  return record;
}

}  // namespace

Result<Ledger> recode(const engine::Engine& engine, store::Store& store, bool quiet) {
  Progress progress(!quiet);
  Keeping keeping(store);
  Ledger ledger;
  std::uint64_t records = 0;
  while (true) {
    const auto old = WARTA_TRY(store.old(kBatch));
    if (old.empty()) break;
    auto next = old.begin();
    ledger += engine.run(
        [&]() -> std::optional<Result<ingest::Record>> {
          if (next == old.end()) return std::nullopt;
          return record_of(*next++);
        },
        [&](engine::Outcome&& outcome) {
          progress.show(++records, 0, std::nullopt);
          return keeping.take(std::move(outcome));
        });
    if (!keeping.replace(old)) return tl::unexpected<Error>(*keeping.problem());
  }
  progress.clear();
  return ledger;
}

}  // namespace warta::cli
