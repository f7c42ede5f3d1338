// 64-bit hashes (XXH3): stable over runs, machines and versions of warta, since ids and fingerprints are made of them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warta {

std::uint64_t hash(std::string_view bytes, std::uint64_t seed = 0);
std::string hex16(std::uint64_t value);  // 16 lower-case hex digits
std::optional<std::uint64_t> parse_hex16(std::string_view digits);

// Of several parts: each is hashed with its length, so that ("ab","c") and ("a","bc") differ.
class Hasher {
 public:
  Hasher& add(std::string_view part);
  Hasher& add(std::uint64_t number);
  std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0;
};

}  // namespace warta
