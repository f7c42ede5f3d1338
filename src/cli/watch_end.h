// Where the events of `watch` go, and where it remembers what was read: standard output and a file, or a store.
// Tests: tests/cli/watch_test.py, tests/cli/watch_store_test.py
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "session.h"

namespace warta::cli {

class WatchEnd {
 public:
  virtual ~WatchEnd() = default;

  virtual Result<std::string> state() = 0;  // of an earlier run
  // Takes an outcome. `delivered` is called, at once or later and from any thread, with how many of those taken longest
  // ago are dealt with for good. False: no more is wanted.
  virtual bool take(engine::Outcome&& outcome) = 0;
  std::function<void(std::size_t)> delivered;

  virtual void save(std::string_view state) = 0;  // now and then
  // All is taken: settles it, and then gives the exit code.
  virtual void settle() = 0;
  virtual int finish(std::string_view state, const Ledger& ledger) = 0;
};

// `state` is the file's path; empty: nothing is remembered.
std::unique_ptr<WatchEnd> printing_end(Output output, std::string state, bool quiet);
Result<std::unique_ptr<WatchEnd>> store_end(const std::string& path, const engine::Engine& engine, bool keep_text,
                                            bool quiet);

}  // namespace warta::cli
