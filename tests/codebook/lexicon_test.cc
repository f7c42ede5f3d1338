#include "lexicon.h"

#include <gtest/gtest.h>

#include "codebook/files.h"

namespace warta::codebook {
namespace {

template <class Value>
const Value* find(const Phrases<Value>& book, const std::vector<std::string>& lower, Case written = Case::any) {
  const auto match =
      book.longest([&](std::uint32_t n) { return n < lower.size() ? std::string_view(lower[n]) : std::string_view{}; },
                   [&](Case needs, std::uint32_t) { return needs <= written; });
  return match && match->words == lower.size() ? match->value : nullptr;
}

bool has(const Lexicon& lexicon, const std::vector<std::string>& words, Cue cue) {
  const CueSet* cues = find(lexicon.cues, words);
  return cues && cues->has(cue);
}

Lexicon read(const std::string& language) {
  auto lexicon = Lexicon::read(base("lang/" + language + "/lexicon.txt"), base("lang/" + language + "/classes.txt"),
                               base("lang/" + language + "/morphology.tsv"));
  EXPECT_TRUE(lexicon) << lexicon.error().message();
  return lexicon ? std::move(*lexicon) : Lexicon();
}

TEST(CueSet, Sets) {
  CueSet a, b;
  EXPECT_TRUE(a.empty());
  a.add(Cue::negator);
  b.add(Cue::count_participants);
  a |= b;
  EXPECT_TRUE(a.has(Cue::negator) && a.has(Cue::count_participants) && !a.has(Cue::light));
  EXPECT_TRUE(a.any(Cue::light, Cue::negator));
  EXPECT_FALSE(a.any(Cue::light, Cue::speech));
}

TEST(Cue, EveryKeyHasAName) {
  EXPECT_EQ(parse_cue("negator"), Cue::negator);
  EXPECT_EQ(parse_cue("pronoun_self"), Cue::pronoun_self);
  EXPECT_EQ(parse_cue("count_participants"), Cue::count_participants);
  EXPECT_FALSE(parse_cue("count_"));
  EXPECT_FALSE(parse_cue(""));
  // The page of the format and the reader know the same keys.
  const std::string page = read_text(std::string(WARTA_SOURCE_DIR) + "/docs/formats/lexicon.md");
  for (const char* key :
       {"negator_false", "refusal_modal", "hedge_adjective", "light_passive", "topic_phrase", "count_displaced"}) {
    EXPECT_TRUE(parse_cue(key)) << key;
    EXPECT_NE(page.find(key), std::string::npos) << key;
  }
}

TEST(Lexicon, Cues) {
  const Lexicon id = read("id"), en = read("en");
  EXPECT_TRUE(has(id, {"tidak"}, Cue::negator));
  EXPECT_TRUE(has(id, {"tidak", "pernah"}, Cue::negator));
  EXPECT_FALSE(has(id, {"tidak", "hanya"}, Cue::negator));
  EXPECT_TRUE(has(id, {"tidak", "hanya"}, Cue::negator_false));
  EXPECT_TRUE(has(id, {"mengatakan"}, Cue::speech)) << "verbs inflect";
  EXPECT_TRUE(has(id, {"diangkat", "bicara"}, Cue::speech)) << "lines of one key add up; the first word inflects";
  EXPECT_TRUE(has(id, {"membawa", "keluar"}, Cue::light)) << "the form without a gap";
  EXPECT_FALSE(has(id, {"membawa"}, Cue::light));
  EXPECT_FALSE(find(id.cues, {"ditidak"})) << "a negator does not inflect";
  EXPECT_FALSE(find(id.cues, {"liga"})) << "asks for a capital";
  EXPECT_TRUE(find(id.cues, {"liga"}, Case::capitalised));
  EXPECT_TRUE(has(en, {"carried", "out"}, Cue::light));
  EXPECT_TRUE(has(en, {"is", "believed"}, Cue::hedge_verb));
  EXPECT_TRUE(has(en, {"denials"}, Cue::deny_noun));
  EXPECT_EQ(id.home, "IDN");
  EXPECT_EQ(en.home, "");
}

TEST(Lexicon, Numbers) {
  const Lexicon id = read("id");
  EXPECT_EQ(find(id.numbers, {"dua"})->value, 2);
  EXPECT_FALSE(find(id.numbers, {"dua"})->times);
  EXPECT_EQ(find(id.numbers, {"puluh"})->value, 10);
  EXPECT_TRUE(find(id.numbers, {"puluh"})->times);
  EXPECT_EQ(find(id.numbers, {"setengah"})->value, 0.5);
}

TEST(Lexicon, ClassesHoldTheFormsOfTheirWordsAndOfClassesAbove) {
  const Lexicon id = read("id");
  const WordSet& arms = id.classes.at("@arms");
  EXPECT_TRUE(arms.has("pistol"));
  EXPECT_TRUE(arms.has("senapan-senapan"));
  EXPECT_FALSE(arms.has("kapal")) << "a phrase is not its first word";
  const std::vector<std::string> text{"kapal", "perang", "baru"};
  EXPECT_TRUE(
      arms.begins([&](std::uint32_t n) { return n < text.size() ? std::string_view(text[n]) : std::string_view{}; }));
  EXPECT_FALSE(arms.begins(
      [&](std::uint32_t n) { return n + 1 < text.size() ? std::string_view(text[n + 1]) : std::string_view{}; }));
  EXPECT_FALSE(arms.has("barang"));
  EXPECT_TRUE(id.words("@goods, pistol")->has("barang"));
  EXPECT_FALSE(id.words("@nothing"));
  EXPECT_TRUE(WordSet().empty());
  EXPECT_FALSE(WordSet().has("pistol"));
}

TEST(TimeWords, ReadingsByCase) {
  const auto times = TimeWords::read(base("lang/id/time.tsv"));
  ASSERT_TRUE(times) << times.error().message();
  const auto* week = find(times->words, {"minggu"});
  ASSERT_TRUE(week);
  EXPECT_EQ(week->front().kind, TimeKind::unit);
  EXPECT_EQ(week->front().value, 7);
  EXPECT_EQ(find(times->words, {"minggu"}, Case::capitalised)->front().kind, TimeKind::weekday);
  EXPECT_EQ(find(times->words, {"pekan", "depan"})->front().value, 1) << "+1";
  EXPECT_EQ(find(times->words, {"kemarin"})->front().value, -1);
  EXPECT_EQ(find(times->words, {"lalu"})->front().kind, TimeKind::ago);
  EXPECT_EQ(find(times->words, {"wib"}, Case::capitals)->front().value, 420) << "minutes";
  EXPECT_EQ(find(times->words, {"nst"}, Case::capitals)->front().value, -210);
  EXPECT_EQ(parse_time_kind("late"), TimeKind::late);
  EXPECT_FALSE(parse_time_kind("later"));
}

}  // namespace
}  // namespace warta::codebook
