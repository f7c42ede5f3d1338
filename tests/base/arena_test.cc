#include "base/arena.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace warta {
namespace {

TEST(Arena, GivesZeroedAlignedMemoryAfterEveryReset) {
  Arena arena(256);
  for (int round = 0; round < 3; ++round) {
    const auto numbers = arena.array<std::uint64_t>(20);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % alignof(std::uint64_t), 0u);
    EXPECT_TRUE(std::all_of(numbers.begin(), numbers.end(), [](auto n) { return n == 0; }));
    std::memset(numbers.data(), 0xff, numbers.size_bytes());
    arena.reset();
  }
}

TEST(Arena, KeepsWhatItGaveApart) {
  Arena arena(64);
  const std::string_view first = arena.copy("Kenya");
  const auto large = arena.array<char>(10'000);  // larger than a block
  const std::string_view second = arena.copy("Uganda");
  std::fill(large.begin(), large.end(), 'x');
  EXPECT_EQ(first, "Kenya");
  EXPECT_EQ(second, "Uganda");
  EXPECT_TRUE(arena.copy("").empty());
}

}  // namespace
}  // namespace warta
