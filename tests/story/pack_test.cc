#include <gtest/gtest.h>

#include "set.h"

namespace warta::story {
namespace {

// Reports with all that a report may hold: those of the case files, and a denial nobody dated.
std::vector<Report> reports() {
  std::vector<Report> out;
  for (const char* file : {"occurrences.txt", "stories.txt"})
    for (const auto& item : warta::test::read_cases(std::string(WARTA_SOURCE_DIR) + "/tests/story/cases/" + file)) {
      const test::Set set(item);
      out.insert(out.end(), set.reports().begin(), set.reports().end());
    }
  return out;
}

TEST(Pack, UnpackGivesTheSameBytesAgain) {
  const auto all = reports();
  ASSERT_GT(all.size(), 20u);
  for (const Report& report : all) {
    const std::string bytes = pack(report);
    const auto again = unpack(bytes);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(pack(*again), bytes);
    EXPECT_EQ(again->key, report.key);
    EXPECT_EQ(again->published, report.published);
    EXPECT_EQ(again->signature, report.signature);
    EXPECT_EQ(again->names, report.names);
    ASSERT_EQ(again->happenings.size(), report.happenings.size());
    for (std::size_t i = 0; i < report.happenings.size(); ++i) {
      const Happening &a = again->happenings[i], &b = report.happenings[i];
      EXPECT_EQ(a.id, b.id);
      EXPECT_EQ(a.cameo, b.cameo);
      EXPECT_EQ(a.status, b.status);
      EXPECT_EQ(a.source.code, b.source.code);
      EXPECT_EQ(a.target.names, b.target.names);
      EXPECT_EQ(a.date.has_value(), b.date.has_value());
      EXPECT_EQ(a.place.has_value(), b.place.has_value());
      EXPECT_EQ(a.place ? a.place->latitude : std::nullopt, b.place ? b.place->latitude : std::nullopt);
    }
  }
}

TEST(Pack, DamagedBytesAreRefused) {
  std::mt19937 random(3);
  for (const Report& report : reports()) {
    const std::string bytes = pack(report);
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 8) {
      const auto cut = unpack(std::string_view(bytes).substr(0, size));
      ASSERT_FALSE(cut) << size << " of " << bytes.size();
      EXPECT_EQ(cut.error().why, Why::bad_format);
    }
    EXPECT_FALSE(unpack(bytes + "x"));
    std::string other = bytes;
    other[0] = 9;
    EXPECT_FALSE(unpack(other));
    for (int turn = 0; turn < 20; ++turn) {  // whatever it gives, it ends, and what it gives can be packed
      std::string noise = bytes;
      noise[1 + random() % (noise.size() - 1)] = static_cast<char>(random());
      const auto read = unpack(noise);
      EXPECT_TRUE(!read || !pack(*read).empty());
    }
  }
}

}  // namespace
}  // namespace warta::story
