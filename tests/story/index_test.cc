#include "index.h"

#include <gtest/gtest.h>

#include "set.h"

namespace warta::story {
namespace {

std::vector<std::uint32_t> found(const Index& index, std::uint64_t key) {
  std::vector<std::uint32_t> out;
  index.find(key, out);
  return out;
}

TEST(Index, KeepsTheLatestOfEachKey) {
  Index index(3);
  for (const std::uint32_t value : {1u, 2u, 3u, 1u, 4u}) index.add(7, value);
  EXPECT_EQ(found(index, 7), (std::vector<std::uint32_t>{3, 1, 4}));
  EXPECT_TRUE(found(index, 8).empty());
}

TEST(Index, ForgetsAKeyAfterAnAgeWithoutIt) {
  Index index(3);
  index.add(7, 1);
  index.age();
  EXPECT_EQ(found(index, 7), std::vector<std::uint32_t>{1});
  index.age();
  EXPECT_TRUE(found(index, 7).empty());
}

bool meet(const Happening& a, const Happening& b) {
  const Day day = *civil_day(2024, 5, 6);
  const Keys x = keys_of(profile_of(a, day)), y = keys_of(profile_of(b, day));
  return std::any_of(x.sought.begin(), x.sought.end(),
                     [&](std::uint64_t key) { return std::find(y.own.begin(), y.own.end(), key) != y.own.end(); });
}

Happening happening(const char* source, const char* target, Interval days) {
  Happening out;
  out.root = codebook::Root::ASSAULT;
  out.cameo = "190";
  if (*source != 0) out.source.code = *codebook::ActorCode::parse(source);
  if (*target != 0) out.target.code = *codebook::ActorCode::parse(target);
  out.date = event::EventDate{days, event::DateBasis::text};
  return out;
}

TEST(Keys, MeetWhereSidesAndDaysDo) {
  const Day day = *civil_day(2024, 5, 6);
  const Interval one = single(day), week{day - std::chrono::days(4), day + std::chrono::days(2)};
  const Happening full = happening("KEN MIL", "UGA", one);
  EXPECT_TRUE(meet(full, happening("KEN", "UGA CVL", week)));
  EXPECT_TRUE(meet(full, happening("UGA", "KEN", one))) << "a meeting may have either side first";
  EXPECT_TRUE(meet(full, happening("", "UGA", one)));
  EXPECT_TRUE(meet(happening("", "UGA", one), full));
  EXPECT_TRUE(meet(happening("KEN", "", one), happening("KEN", "", one)));
  EXPECT_FALSE(meet(full, happening("KEN", "TZA", one)));
  EXPECT_FALSE(meet(full, happening("KEN MIL", "UGA", single(day + std::chrono::days(1)))));
}

}  // namespace
}  // namespace warta::story
