#include "base/hash.h"

#include <fmt/format.h>

#include <charconv>

#define XXH_INLINE_ALL  // keys are short: a call through the library costs more than the hash
#include <xxhash.h>

namespace warta {

std::uint64_t hash(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}
std::string hex16(std::uint64_t value) { return fmt::format("{:016x}", value); }

std::optional<std::uint64_t> parse_hex16(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [stop, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.size() != 16 || problem != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
  return value;
}

Hasher& Hasher::add(std::string_view part) {
  state_ = hash(part, state_ ^ (part.size() + 1));
  return *this;
}

Hasher& Hasher::add(std::uint64_t number) {
  char bytes[8];
  for (char& byte : bytes) {  // little-endian on every machine
    byte = static_cast<char>(number & 0xff);
    number >>= 8;
  }
  return add(std::string_view(bytes, sizeof bytes));
}

}  // namespace warta
