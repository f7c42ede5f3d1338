#include "bars.h"

#include <array>
#include <cmath>
#include <string_view>

namespace warta::cli {
namespace {

constexpr std::array<std::string_view, 9> kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

}  // namespace

std::string bar(std::int64_t value, std::int64_t most, std::size_t columns, bool ascii) {
  if (value <= 0 || most <= 0) return {};
  const std::size_t steps = ascii ? 1 : 8;
  const double share = static_cast<double>(value) / static_cast<double>(most);
  auto left = static_cast<std::size_t>(std::lround(share * static_cast<double>(columns * steps)));
  if (left == 0) left = 1;
  if (ascii) return std::string(left, '#');
  std::string out;
  for (; left >= steps; left -= steps) out += kEighths.back();
  out += kEighths[left];
  return out;
}

}  // namespace warta::cli
