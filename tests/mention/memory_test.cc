// Whom an article has named so far. How names and pronouns use it: tests/mention/cases/coreference.txt
#include "memory.h"

#include <gtest/gtest.h>

namespace warta::mention {
namespace {

codebook::ActorCode code(const char* text) { return *codebook::ActorCode::parse(text); }

Mention mention_of(const char* of, std::uint32_t sentence, Kind kind = Kind::name) {
  Mention m;
  m.code = code(of);
  m.sentence = sentence;
  m.kind = kind;
  return m;
}

const auto any = [](const Mention&) { return true; };

TEST(Memory, TheFirstBearerKeepsAWord) {
  Arena arena;
  Memory memory(arena);
  memory.learn("otieno", {code("KEN GOV"), "Wanjiru Otieno", true});
  memory.learn("otieno", {code("UGA OPP"), "Sam Otieno", true});
  ASSERT_TRUE(memory.called("otieno"));
  EXPECT_EQ(memory.called("otieno")->name, "Wanjiru Otieno");
  EXPECT_EQ(memory.called("karatay"), nullptr);
}

TEST(Memory, TheLastBearerOfATitleIsMeant) {
  Arena arena;
  Memory memory(arena);
  memory.learn_title("minister", {code("KEN GOV"), "Wanjiru Otieno", true});
  memory.learn_title("minister", {code("PER GOV"), "Rosa Quispe", true});
  EXPECT_EQ(memory.titled("minister")->code, code("PER GOV"));
  EXPECT_EQ(memory.titled("president"), nullptr);
}

TEST(Memory, LooksBackSoFarAndNoFurther) {
  Arena arena;
  Memory memory(arena);
  memory.saw(0, mention_of("KEN", 0), false);
  EXPECT_TRUE(memory.last(3, 3, any));
  EXPECT_FALSE(memory.last(4, 3, any));
}

TEST(Memory, TheLatestThatSatisfies) {
  Arena arena;
  Memory memory(arena);
  memory.saw(0, mention_of("KEN GOV", 0), false);
  memory.saw(1, mention_of("PER", 1), false);
  EXPECT_EQ(memory.last(1, 3, any)->code, code("PER"));
  const auto official = [](const Mention& m) { return m.code.has(codebook::Sector::GOV); };
  EXPECT_EQ(memory.last(1, 3, official)->code, code("KEN GOV"));
}

TEST(Memory, SubjectsComeFirst) {
  Arena arena;
  Memory memory(arena);
  memory.saw(0, mention_of("KEN", 0), true);
  memory.saw(1, mention_of("PER", 0), false);
  EXPECT_EQ(memory.last(1, 3, any)->code, code("KEN"));
}

TEST(Memory, TheLastTwoCountries) {
  Arena arena;
  Memory memory(arena);
  EXPECT_EQ(memory.last_two_countries().first, nullptr);
  memory.saw(0, mention_of("KEN GOV", 0), false);
  memory.saw(1, mention_of("KEN", 0), false);
  EXPECT_EQ(memory.last_two_countries().first, nullptr) << "one country is not two";
  memory.saw(2, mention_of("PER", 0), false);
  memory.saw(3, mention_of("IGO UNO", 1), false);
  memory.saw(4, mention_of("UGA", 1, Kind::pronoun), false);
  const auto [first, second] = memory.last_two_countries();
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->code, code("KEN")) << "neither bodies of states nor pronouns count";
  EXPECT_EQ(second->code, code("PER"));
}

}  // namespace
}  // namespace warta::mention
