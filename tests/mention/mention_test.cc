// The room as its users see it: the article's home, implied countries, tokens and their mentions:
// tests/mention/cases/article.txt
#include "mention/mention.h"

#include "mention/books.h"

namespace warta::mention {
namespace {

Mentions mentions_of(const test::CaseDocument& document, Arena& arena) {
  const codebook::Language& language = test::language_of(document);
  return find_mentions(document.article(), document.document(), language, test::books().places(), arena);
}

test::Found find(const test::CaseDocument& document) {
  Arena arena;
  const Mentions mentions = mentions_of(document, arena);
  std::vector<test::Line> actors, implied;
  for (const Mention& m : mentions.actors)
    (m.kind == Kind::implied ? implied : actors).push_back({{document.text(m.span), test::code_of(m.code)}, {}});
  return {{"home", {{{std::string(mentions.home)}, {}}}}, {"actor", actors}, {"implied", implied}};
}

TEST(Mentions, Cases) {
  test::run_cases("mention/cases/article.txt", [](const auto&, const auto& document) { return find(document); });
}

TEST(Mentions, EachTokenTellsItsMention) {
  const test::CaseDocument document(
      {"", "", 0, {{"language", "id"}, {"text", "Menlu/NOUN Kenya tiba/VERB di/ADP Gulu"}}});
  Arena arena;
  const Mentions mentions = mentions_of(document, arena);
  ASSERT_EQ(mentions.actors.size(), 2u) << "the minister, and Uganda by the town";
  EXPECT_EQ(mentions.actor(0), &mentions.actors[0]);
  EXPECT_EQ(mentions.actor(1), &mentions.actors[0]);
  EXPECT_EQ(mentions.actor(2), nullptr);
  EXPECT_EQ(mentions.actor(4), nullptr) << "an implied actor is found through its place";
  ASSERT_EQ(mentions.places.size(), 2u);
  EXPECT_EQ(mentions.place_at[1], 0u);
  EXPECT_EQ(mentions.places[0].actor, kNone) << "a phrase holds it";
  EXPECT_EQ(mentions.place_at[4], 1u);
  EXPECT_EQ(mentions.places[1].actor, 1u);
  EXPECT_EQ(mentions.cue_words[3], 1u);
}

TEST(Mentions, OfNothing) {
  const test::CaseDocument document({"", "", 0, {{"language", "id"}}});
  Arena arena;
  const Mentions mentions = mentions_of(document, arena);
  EXPECT_TRUE(mentions.actors.empty() && mentions.places.empty());
  EXPECT_EQ(mentions.home, "IDN");
}

TEST(Kind, Names) {
  EXPECT_EQ(name(Kind::name), "name");
  EXPECT_EQ(name(Kind::pronoun), "pronoun");
  EXPECT_EQ(name(Kind::implied), "implied");
}

}  // namespace
}  // namespace warta::mention
