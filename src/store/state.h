// What a Store keeps between batches.
#pragma once
#include <chrono>
#include <functional>

#include "appender.h"
#include "clusters.h"
#include "known.h"
#include "store/store.h"

namespace warta::store {

struct Store::State {
  std::string path;
  Options options;
  KnownKeys known;
  std::optional<std::string> watch;
  Counts counts;
  Clusters clusters;
  std::int64_t run = 0;     // 0: not in the store yet
  std::int64_t writes = 0;  // as this Store left them
  Moment began{};
  std::chrono::steady_clock::time_point started;
  std::chrono::steady_clock::duration storing{};

  // One transaction: what `put` writes, and the run's row. What fails leaves the store as it was.
  Result<void> write(const std::function<Result<void>(Connection&)>& put, bool finished);
  Result<void> begin_run(Connection& connection);
  Result<void> note_run(Connection& connection, bool finished);
};

Moment now();

// Into an open transaction, counted in `state` (batch.cc): a batch, and what came of old articles that were coded
// again.
using State = Store::State;
Result<void> put(State& state, Connection& connection, const Batch& batch);
Result<void> replace(State& state, Connection& connection, const std::vector<Store::Old>& old, const Batch& batch);

}  // namespace warta::store
