// The keys of a store's articles, asked for by those who code while the store is closed.
// Tests: tests/store/store_test.cc
#pragma once
#include <cstdint>
#include <vector>

#include "store/connection.h"

namespace warta::store {

class KnownKeys {
 public:
  // At most kMost, those added last: an older article is found out when it is written.
  static Result<KnownKeys> read(Connection& connection);
  bool has(std::uint64_t key) const;

 private:
  static constexpr std::size_t kMost = 8'000'000;  // 64 MB
  static constexpr int kBits = 16;                 // the highest of a key, which say where it stands
  void put(const std::vector<std::uint64_t>& keys);

  std::vector<std::uint64_t> keys_;    // those of the same highest bits side by side
  std::vector<std::uint32_t> begins_;  // of them, and the end
};

}  // namespace warta::store
