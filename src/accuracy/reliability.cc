#include "accuracy/reliability.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace warta::accuracy {
namespace {

constexpr double kZ = 1.959964;  // of the normal distribution, for 95 %
constexpr std::size_t kBins = 10;

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

struct Sum {
  double confidence = 0;
  std::size_t right = 0, of = 0;
  void add(const Judged& judged) {
    confidence += judged.confidence;
    right += judged.right;
    ++of;
  }
  Bin bin(double from, double to) const {
    return {from, to, of == 0 ? 0 : confidence / static_cast<double>(of), share(right, of)};
  }
};

// Confidences are written with two decimals; 0.3 must not fall below its bin for the sake of a last binary digit.
std::size_t bin_of(double confidence) {
  const double tenths = std::floor(std::clamp(confidence, 0.0, 1.0) * kBins + 1e-9);
  return std::min(static_cast<std::size_t>(tenths), kBins - 1);
}

}  // namespace

Share share_of(double value, double cases) {
  Share out;
  out.value = value;
  if (cases <= 0) return out;
  const double z2 = kZ * kZ;
  const double middle = (value + z2 / (2 * cases)) / (1 + z2 / cases);
  const double half = kZ / (1 + z2 / cases) * std::sqrt(value * (1 - value) / cases + z2 / (4 * cases * cases));
  out.low = std::max(0.0, middle - half);
  out.high = std::min(1.0, middle + half);
  return out;
}

Share share(std::size_t right, std::size_t of) {
  Share out = share_of(ratio(right, of), static_cast<double>(of));
  out.right = right;
  out.of = of;
  return out;
}

double Tally::precision() const { return ratio(hit, found); }
double Tally::recall() const { return ratio(hit, wanted); }
double Tally::f1() const {
  const double p = precision(), r = recall();
  return hit == 0 ? 0 : 2 * p * r / (p + r);
}

Reliability reliability(const std::vector<Judged>& judged) {
  std::array<Sum, kBins> sums{};
  Sum all;
  for (const Judged& one : judged) {
    sums[bin_of(one.confidence)].add(one);
    all.add(one);
  }
  Reliability out;
  out.all = all.bin(0, 1);
  for (std::size_t i = 0; i < kBins; ++i) {
    if (sums[i].of == 0) continue;
    const Bin bin = sums[i].bin(static_cast<double>(i) / kBins, static_cast<double>(i + 1) / kBins);
    out.gap += std::abs(bin.mean - bin.right.value) * ratio(sums[i].of, all.of);
    out.bins.push_back(bin);
  }
  return out;
}

}  // namespace warta::accuracy
