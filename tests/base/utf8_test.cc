#include "base/utf8.h"

#include <gtest/gtest.h>

namespace warta::utf8 {
namespace {

TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_FALSE(first_invalid("Jóhannesborg \xF0\x9F\x98\x80"));
  EXPECT_EQ(first_invalid("ab\xff"), 2u);
  EXPECT_EQ(first_invalid("sixteen letters.\xff"), 16u);
  EXPECT_EQ(first_invalid("nine byte\xc3"), 9u);
  EXPECT_EQ(first_invalid("a\xC0\xAF"), 1u) << "overlong";
  EXPECT_EQ(first_invalid("\xED\xA0\x80"), 0u) << "a surrogate";
  EXPECT_EQ(first_invalid("\xF4\x90\x80\x80"), 0u) << "beyond U+10FFFF";
  EXPECT_EQ(first_invalid("abc\xE2\x82"), 3u) << "cut off";
}

TEST(Utf8, DecodesBothWays) {
  const std::string_view text = "a\u00e9\u20ac";
  EXPECT_EQ(decode(text, 1).code, U'\u00e9');
  EXPECT_EQ(decode(text, 1).bytes, 2u);
  EXPECT_EQ(decode_before(text, text.size()).code, U'\u20ac');
  EXPECT_EQ(decode("\xff", 0).code, U'\ufffd');
  EXPECT_TRUE(is_boundary(text, 1));
  EXPECT_FALSE(is_boundary(text, 2));
}

TEST(Utf8, FoldsLatinGreekAndCyrillic) {
  EXPECT_EQ(lower("@AZ[`az{ MOSCOW TALKS: 12 HELD"), "@az[`az{ moscow talks: 12 held");
  EXPECT_EQ(lower("KEDUTAAN BESAR Éire"), "kedutaan besar éire");
  EXPECT_EQ(lower("ÉIRE ΑΘΗΝΑ МОСКВА İ"), "éire αθηνα москва i");
  EXPECT_TRUE(starts_upper("Şanlıurfa"));
  EXPECT_TRUE(all_upper("G7"));
  EXPECT_FALSE(all_upper("2024"));
  EXPECT_FALSE(all_upper("DPRd"));
  EXPECT_EQ(trim("\u00a0 x\t"), "x");
}

TEST(Utf8, FromUtf16) {
  const std::string little("K\0\xe9\0\x3d\xd8\x00\xde", 8);
  EXPECT_EQ(from_utf16(little, false), "K\u00e9\xF0\x9F\x98\x80");
  EXPECT_EQ(from_utf16(std::string("\0K", 2), true), "K");
  EXPECT_FALSE(from_utf16(std::string("\x3d\xd8", 2), false)) << "half of a pair";
  EXPECT_FALSE(from_utf16("K", false)) << "a byte left over";
}

}  // namespace
}  // namespace warta::utf8
