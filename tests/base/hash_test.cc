#include "base/hash.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

// Ids of rows are made of these: they may never change. The values are XXH3's own for these inputs (xxhsum -H3).
TEST(Hash, IsXxh3) {
  EXPECT_EQ(hex16(hash("")), "2d06800538d394c2");
  EXPECT_EQ(hex16(0x1a), "000000000000001a");
}

TEST(Hash, Hex16IsReadBack) {
  EXPECT_EQ(parse_hex16("000000000000001a"), 0x1au);
  EXPECT_EQ(parse_hex16("ffffffffffffffff"), UINT64_MAX);
  for (const char* wrong : {"", "1a", "000000000000001g", "0000000000000001a", " 00000000000001a"})
    EXPECT_FALSE(parse_hex16(wrong)) << wrong;
}

TEST(Hasher, TellsPartsApart) {
  EXPECT_NE(Hasher().add("ab").add("c").value(), Hasher().add("a").add("bc").value());
  EXPECT_NE(Hasher().add("").value(), Hasher().value());
  EXPECT_EQ(Hasher().add(7u).value(), Hasher().add(7u).value());
}

}  // namespace
}  // namespace warta
