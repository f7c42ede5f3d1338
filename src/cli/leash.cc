#include "leash.h"

#include <sys/resource.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

#include "session.h"

namespace warta::cli {

Leash::Leash(std::chrono::milliseconds time, std::size_t memory_bytes) {
  const rlimit bound{memory_bytes, memory_bytes};
  setrlimit(RLIMIT_AS, &bound);
  watch_ = std::jthread([time](const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any called_off;
    if (called_off.wait_for(lock, stop, time, [&] { return stop.stop_requested(); })) return;
    say("warta: the query does not end within its limit of time, nor when it is told to; ended");
    _exit(kFailed);
  });
}

}  // namespace warta::cli
