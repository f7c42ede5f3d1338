// Bounds on this process, for work that a library does not break off by itself: DuckDB looks at its limits between
// chunks of rows and between buffers, not within one function of SQL (`repeat('x', 3000000000)`).
// Tests: tests/cli/store_sql_test.py
#pragma once
#include <chrono>
#include <cstddef>
#include <thread>

namespace warta::cli {

class Leash {
 public:
  // From now on to its end the process takes no more than `memory_bytes` of addresses besides those it has: a failed
  // allocation is the library's to report. Where `time` passes before the leash is taken off, the process says so and
  // ends with kFailed.
  Leash(std::chrono::milliseconds time, std::size_t memory_bytes);

 private:
  std::jthread watch_;
};

}  // namespace warta::cli
