#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace warta::cli {
namespace {

constexpr auto kQuietStart = std::chrono::seconds(2);
constexpr auto kPause = std::chrono::milliseconds(200);
constexpr int kBar = 30;

}  // namespace

Progress::Progress(bool wanted) : wanted_(wanted && isatty(STDERR_FILENO) == 1), start_(Clock::now()), last_(start_) {}

void Progress::show(std::uint64_t records, std::uint64_t bytes, std::optional<std::uint64_t> total) {
  if (!wanted_) return;
  const auto now = Clock::now();
  if (now - start_ < kQuietStart || now - last_ < kPause) return;
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line = fmt::format("\r{} records, {:.0f}/s", records, static_cast<double>(records) / seconds);
  if (total && *total > 0) {
    const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(*total));
    const int full = static_cast<int>(share * kBar);
    line += fmt::format("  [{}{}] {:3.0f} %", std::string(full, '#'), std::string(kBar - full, '.'), share * 100);
    if (share > 0.01) line += fmt::format(", {:.0f} s left", seconds / share - seconds);
  }
  line += "\x1b[K";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Progress::clear() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

}  // namespace warta::cli
