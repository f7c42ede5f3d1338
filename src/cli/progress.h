// A line on standard error that tells how far a long run is: bytes, records, time left. Only on a terminal, and only
// once the work has taken two seconds.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>

namespace warta::cli {

class Progress {
 public:
  explicit Progress(bool wanted);
  void show(std::uint64_t records, std::uint64_t bytes, std::optional<std::uint64_t> total);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_, shown_ = false;
  Clock::time_point start_, last_;
};

}  // namespace warta::cli
