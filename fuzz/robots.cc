// Bytes as a robots.txt: the first line is a path that is asked for, the rest the file. What is allowed must not
// depend on how its lines end, and "/robots.txt" is always allowed. Seeds: fuzz/seeds/robots/, dictionary:
// fuzz/robots.dict
#include "watch/robots.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "watch/address.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using warta::watch::Robots;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view target = bytes.substr(0, end);
  const std::string_view file = bytes.substr(std::min(end + 1, bytes.size()));
  const Robots robots = Robots::parse(file, "warta");
  std::string returns(file);
  std::replace(returns.begin(), returns.end(), '\n', '\r');
  require(robots.allows(target) == Robots::parse(returns, "warta").allows(target));
  require(robots.allows("/robots.txt"));
  if (robots.crawl_delay()) require(robots.crawl_delay()->count() >= 0 && robots.crawl_delay()->count() <= 3'600'000);
  if (const auto address = warta::watch::parse_address(target))
    require(warta::watch::parse_address(warta::watch::text(*address)).has_value());
  return 0;
}
