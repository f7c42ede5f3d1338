#include "source.h"

#include <gtest/gtest.h>

#include "files.h"

namespace warta::ingest {
namespace {

// All bytes that a source gives, or the error it ends with.
Result<std::string> drain(Source& source) {
  std::string out, room(1000, '\0');
  for (;;) {
    const std::size_t got = WARTA_TRY(source.read({room.data(), room.size()}));
    if (got == 0) return out;
    out.append(room, 0, got);
  }
}

Result<std::string> unpacked(std::string stored, std::size_t at_once = 1 << 20, Limits limits = {}) {
  Opened opened = WARTA_TRY(decoded(std::make_unique<Trickle>(std::move(stored), at_once), limits));
  return drain(*opened.bytes);
}

// Text that does not compress to nothing.
std::string noise(std::size_t bytes) {
  std::string out;
  for (std::uint32_t x = 1; out.size() < bytes; x = x * 1664525 + 1013904223)
    out += static_cast<char>('a' + (x >> 24) % 26);
  return out;
}

// Every layer, for every number of bytes a read may give: sizes around the chunks it works in.
TEST(Source, EveryLayerInAnyPortions) {
  for (const std::size_t size : {0, 1, 3, 5, 999, 1000, 65535, 65536, 65537, 131072, 200000}) {
    const std::string text = noise(size);
    for (const std::size_t at_once : {1, 2, 3, 7, 1000, 1 << 20}) {
      if (at_once < 7 && size > 2000) continue;
      EXPECT_TRUE(unpacked(text, at_once) == text) << size << " bytes, " << at_once << " at once";
      EXPECT_TRUE(unpacked(gzip(text), at_once) == text) << "gzip, " << size << ", " << at_once;
      EXPECT_TRUE(unpacked(zstd(text), at_once) == text) << "zstd, " << size << ", " << at_once;
    }
  }
}

TEST(Source, ByteOrderMarkOfUtf8IsSkippedAndCounted) {
  auto opened = decoded(std::make_unique<Trickle>("\xef\xbb\xbf"
                                                  "Halo",
                                                  1),
                        {});
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->bytes->offset(), 3u);
  EXPECT_EQ(drain(*opened->bytes), "Halo");
  EXPECT_EQ(unpacked("\xef\xbb\xbf"), "");
  EXPECT_EQ(unpacked(gzip("\xef\xbb\xbf"
                          "Halo")),
            "Halo")
      << "inside gzip too";
}

TEST(Source, Utf16OfBothOrders) {
  const std::u16string text = u"Wołczyk di Jenewa — “damai” \U0001F54A, Å";
  const std::string expected = "Wołczyk di Jenewa — “damai” \xf0\x9f\x95\x8a, Å";
  for (const bool big_endian : {false, true})
    for (const std::size_t at_once : {1, 2, 3, 5, 1000}) {
      EXPECT_EQ(unpacked(utf16(text, big_endian), at_once), expected) << big_endian << ", " << at_once << " at once";
      EXPECT_EQ(unpacked(zstd(utf16(text, big_endian)), at_once), expected);
    }
  EXPECT_EQ(unpacked(utf16(u"", true)), "");
}

TEST(Source, Utf16ThatIsNone) {
  const std::string half = utf16(u"damai", false) + "x";
  const std::string lone_high = utf16(std::u16string(u"a\xd83d", 2), false), lone_low = utf16(std::u16string(u"\xdd4a"
                                                                                                             "b",
                                                                                                             2),
                                                                                              true);
  for (const std::string& bytes : {half, lone_high, lone_low}) {
    const auto got = unpacked(bytes, 1);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().why, Why::bad_encoding);
  }
}

TEST(Source, SeveralMembersAndFrames) {
  EXPECT_EQ(unpacked(gzip("satu ") + gzip("") + gzip("dua"), 3), "satu dua");
  EXPECT_EQ(unpacked(gzip("satu ") + gzip("dua") + std::string(1024, '\0'), 7), "satu dua") << "zeros of a tape";
  EXPECT_EQ(unpacked(zstd("satu ") + zstd("") + zstd("dua"), 3), "satu dua");
  // A frame whose last byte fills the room of the reader.
  EXPECT_TRUE(unpacked(zstd(noise(1000)) + zstd(noise(1000))) == noise(1000) + noise(1000));
}

TEST(Source, CutOff) {
  for (const std::string& whole : {gzip(noise(5000)), zstd(noise(5000))})
    for (const std::size_t keep : {std::size_t{4}, std::size_t{12}, whole.size() / 2, whole.size() - 1}) {
      const auto got = unpacked(whole.substr(0, keep));
      ASSERT_FALSE(got) << keep;
      EXPECT_EQ(got.error().why, Why::truncated) << keep;
    }
  EXPECT_EQ(unpacked(gzip("satu") + gzip("dua").substr(0, 8)).error().why, Why::truncated) << "the second member";
  EXPECT_EQ(unpacked("\x1f\x8b").error().why, Why::truncated) << "nothing but the magic";
}

TEST(Source, Damaged) {
  for (std::string bytes : {gzip(noise(5000)), zstd(noise(5000))}) {
    for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 40; ++i) bytes[i] = static_cast<char>(~bytes[i]);
    const auto got = unpacked(bytes);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().why, Why::bad_compression);
  }
  EXPECT_EQ(unpacked(gzip("satu") + "garbage behind").error().why, Why::bad_compression);
  EXPECT_EQ(unpacked(zstd("satu") + "garbage behind").error().why, Why::bad_compression);
}

TEST(Source, Bombs) {
  const std::string zeros(std::size_t{16} << 20, '\0');
  Limits limits;
  limits.expansion = 100;
  for (const std::string& bomb : {gzip(zeros), zstd(zeros)}) {
    const auto got = unpacked(bomb, 1 << 20, limits);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().why, Why::too_large);
    EXPECT_LT(got.error().offset, std::uint64_t{2} << 20) << "stopped early";
  }
  const std::string small(std::size_t{1} << 19, ' ');
  EXPECT_TRUE(unpacked(zstd(small), 1 << 20, limits) == small) << "small inputs may compress well";
}

TEST(Source, BufferedGivesWhatItHolds) {
  Buffered bytes(std::make_unique<Trickle>("abcdef", 2));
  EXPECT_EQ(bytes.held(), "");
  EXPECT_EQ(bytes.peek(3), "abcd");
  bytes.take(1);
  EXPECT_EQ(bytes.held(), "bcd");
  EXPECT_EQ(bytes.more(), true);
  EXPECT_EQ(bytes.held(), "bcdef");
  bytes.take(5);
  EXPECT_EQ(bytes.more(), false);
  EXPECT_EQ(bytes.peek(9), "");
}

TEST_F(InFolder, OpenCountsStoredBytes) {
  std::atomic<std::uint64_t> counter = 0;
  const std::string stored = gzip(noise(5000));
  auto opened = open(write("a.gz", stored), {}, counter);
  ASSERT_TRUE(opened);
  EXPECT_TRUE(drain(*opened->bytes) == noise(5000));
  EXPECT_EQ(counter, stored.size());
  EXPECT_EQ(open(path("none"), {}, counter).error().why, Why::cannot_open);
}

}  // namespace
}  // namespace warta::ingest
