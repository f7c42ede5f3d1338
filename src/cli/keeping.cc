#include "keeping.h"

#include <fmt/format.h>

namespace warta::cli {
namespace {

store::Article stored(engine::Outcome&& outcome) {
  engine::CodedArticle& coded = *outcome.coded;
  return {std::move(outcome.file), outcome.record,         std::move(coded.article), coded.published,
          std::move(coded.text),   coded.body_begin,       coded.body_end,           std::move(coded.authors),
          std::move(coded.report), std::move(outcome.rows)};
}

}  // namespace

store::Options store_options(const engine::Engine& engine, std::string command) {
  store::Options options;
  options.command = std::move(command);
  options.version = std::string(engine::kVersion);
  options.codebook = engine.fingerprint();
  return options;
}

bool Keeping::take(engine::Outcome&& outcome) {
  ++waiting_;
  if (outcome.refused && outcome.refused->why == Why::bad_format) {  // of the codebook: nothing more can be coded
    problem_ = std::move(outcome.refused);
    return false;
  }
  if (outcome.refused) {
    say("warta: " + outcome.refused->message());
    batch_.refused.push_back(std::move(*outcome.refused));
  } else if (outcome.known) {
    ++batch_.known;
  } else if (outcome.coded) {
    batch_.articles.push_back(stored(std::move(outcome)));
  }
  return true;
}

bool Keeping::written(const Result<void>& done) {
  if (!done) problem_ = done.error();
  batch_ = {};
  waiting_ = 0;
  return !problem_;
}

bool Keeping::flush(const std::optional<std::string>& watch) {
  return !problem_ && written(store_.write(batch_, watch));
}

bool Keeping::replace(const std::vector<store::Store::Old>& old) {
  return !problem_ && written(store_.rewrite(old, batch_));
}

std::string summary(const store::Counts& counts) {
  return fmt::format("{} articles, {} of them revisions, and {} events stored; {} articles known already; {} refused",
                     counts.articles, counts.revisions, counts.events, counts.known, counts.refused);
}

}  // namespace warta::cli
