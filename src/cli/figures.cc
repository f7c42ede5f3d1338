#include "figures.h"

#include <fmt/format.h>

namespace warta::cli {
namespace {

std::string row(std::string_view name, const accuracy::Bin& bin) {
  return fmt::format("{:<10}  {:>5}  {:>5.3f}  {:>5.3f}  {:.3f}-{:.3f}\n", name, bin.right.of, bin.mean,
                     bin.right.value, bin.right.low, bin.right.high);
}

}  // namespace

std::string line(const accuracy::Tally& tally) {
  return fmt::format("precision {:.3f} recall {:.3f} F1 {:.3f}", tally.precision(), tally.recall(), tally.f1());
}

std::string line(const accuracy::Share& share) {
  if (share.of == 0) return "- of 0";
  return fmt::format("{:.3f} of {} ({:.3f}-{:.3f})", share.value, share.of, share.low, share.high);
}

std::string table(const accuracy::Reliability& reliability) {
  if (reliability.bins.empty()) return "reliability of confidence: nothing to judge\n";
  std::string out = "reliability of confidence (share right with Wilson's 95 % interval)\n";
  out += fmt::format("{:<10}  {:>5}  {:>5}  {:>5}  {}\n", "confidence", "n", "mean", "right", "interval");
  for (const accuracy::Bin& bin : reliability.bins) out += row(fmt::format("{:.1f}-{:.1f}", bin.from, bin.to), bin);
  out += row("all", reliability.all);
  out += fmt::format("expected calibration error {:.3f}\n", reliability.gap);
  return out;
}

}  // namespace warta::cli
