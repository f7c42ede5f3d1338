// From outcomes to a store, batch by batch: what `add` and `watch` share. Tests: tests/cli/add_test.py
#pragma once
#include <string>

#include "engine/engine.h"
#include "session.h"
#include "store/store.h"

namespace warta::cli {

store::Options store_options(const engine::Engine& engine, std::string command);

class Keeping {
 public:
  explicit Keeping(store::Store& store) : store_(store) {}

  // Takes an outcome in; what is refused is told on standard error. False: nothing more can be kept, see problem().
  bool take(engine::Outcome&& outcome);
  std::size_t waiting() const { return waiting_; }  // outcomes that are not in the store yet

  // Writes what waits, with `watch` as what is read of feeds.
  bool flush(const std::optional<std::string>& watch = std::nullopt);
  // Writes what waits in place of these, which it was made of.
  bool replace(const std::vector<store::Store::Old>& old);
  const std::optional<Error>& problem() const { return problem_; }

 private:
  bool written(const Result<void>& done);

  store::Store& store_;
  store::Batch batch_;
  std::size_t waiting_ = 0;
  std::optional<Error> problem_;
};

// "20 articles, 3 of them revisions, 61 events, 2 known already, 1 refused"
std::string summary(const store::Counts& counts);

}  // namespace warta::cli
