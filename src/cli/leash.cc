#include "leash.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "session.h"

namespace warta::cli {
namespace {

// proc(5): the first number of statm is the size in pages.
std::size_t addresses_in_use() {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void bind_memory(std::size_t bytes) {
  const std::size_t used = addresses_in_use();
  rlimit bound{};
  if (used == 0 || getrlimit(RLIMIT_AS, &bound) != 0) return;  // no Linux: DuckDB's own limit is all there is
  bound.rlim_cur = std::min<rlim_t>(bound.rlim_max, used + bytes);
  setrlimit(RLIMIT_AS, &bound);
}

}  // namespace

Leash::Leash(std::chrono::milliseconds time, std::size_t memory_bytes) {
  watch_ = std::jthread([time](const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any called_off;
    if (called_off.wait_for(lock, stop, time, [&] { return stop.stop_requested(); })) return;
    say("warta: the query takes longer than its limit of time and does not heed it; ended");
    _exit(kFailed);
  });
  bind_memory(memory_bytes);
}

}  // namespace warta::cli
