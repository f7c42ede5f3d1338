#include "frames.h"

#include <gtest/gtest.h>

#include "codebook/files.h"

namespace warta::codebook {
namespace {

class Frames : public ::testing::Test {
 protected:
  void SetUp() override {
    auto ontology = Ontology::read(base("ontology/roots.tsv"), base("ontology/modes.tsv"), base("ontology/cameo.tsv"),
                                   base("ontology/compose.tsv"), "");
    ASSERT_TRUE(ontology) << ontology.error().message();
    ontology_ = std::move(*ontology);
    read("id", {"agreement", "coercion"}, id_);
    read("en", {"all"}, en_);
  }
  void read(const std::string& language, const std::vector<std::string>& names, FrameBook& out) {
    const std::string folder = "lang/" + language + "/";
    auto lexicon =
        Lexicon::read(base(folder + "lexicon.txt"), base(folder + "classes.txt"), base(folder + "morphology.tsv"));
    ASSERT_TRUE(lexicon) << lexicon.error().message();
    std::vector<std::string> texts;
    for (const std::string& name : names) texts.push_back(base(folder + "frames/" + name + ".txt"));
    std::vector<FrameBook::File> files;
    for (std::size_t i = 0; i < names.size(); ++i) files.push_back({"frames/" + names[i] + ".txt", texts[i]});
    auto book = FrameBook::read(files, *lexicon, ontology_);
    ASSERT_TRUE(book) << book.error().message();
    out = std::move(*book);
  }
  static const Frame& frame(const FrameBook& book, std::string_view name) {
    for (const Frame& f : book.frames())
      if (f.name == name) return f;
    static const Frame none;
    ADD_FAILURE() << "no frame " << name;
    return none;
  }
  static std::vector<Reading> readings(const FrameBook& book, const std::vector<std::string>& words) {
    const auto match = book.triggers().longest(
        [&](std::uint32_t n) { return n < words.size() ? std::string_view(words[n]) : std::string_view{}; },
        [](Case, std::uint32_t) { return true; });
    return match && match->words == words.size() ? *match->value : std::vector<Reading>{};
  }
  Ontology ontology_;
  FrameBook id_, en_;
};

TEST_F(Frames, Defaults) {
  const Frame& agree = frame(id_, "agree");
  ASSERT_EQ(agree.source.size(), 1u);
  EXPECT_EQ(agree.source[0].kind, SlotKind::agent);
  ASSERT_EQ(agree.target.size(), 1u);
  EXPECT_EQ(agree.target[0].kind, SlotKind::patient);
  EXPECT_EQ(agree.code, nullptr);
  EXPECT_EQ(agree.content, Operator::agree);
  EXPECT_FALSE(agree.reciprocal || agree.needs_target || agree.needs_source || agree.patient_first);
}

TEST_F(Frames, Slots) {
  const Frame& meet = frame(id_, "meet");
  ASSERT_EQ(meet.target.size(), 3u);
  EXPECT_EQ(meet.target[0].word, "dengan");
  EXPECT_EQ(meet.target[1].kind, SlotKind::case_word);
  EXPECT_EQ(meet.target[1].word, "di antara");
  EXPECT_EQ(meet.target[2].kind, SlotKind::patient);
  EXPECT_TRUE(meet.reciprocal && meet.needs_target && !meet.needs_source);
}

TEST_F(Frames, Whens) {
  const Frame& detain = frame(id_, "detain");
  EXPECT_EQ(detain.code->code, "173");
  ASSERT_EQ(detain.whens.size(), 2u);
  const When& first = detain.whens[0];
  ASSERT_EQ(first.conditions.size(), 2u);
  EXPECT_EQ(first.conditions[0].test, Condition::Test::words);
  EXPECT_TRUE(first.conditions[0].words.has("pistol") && first.conditions[0].words.has("barang"));
  EXPECT_EQ(first.conditions[1].test, Condition::Test::is);
  ASSERT_EQ(first.conditions[1].codes.size(), 2u);
  EXPECT_TRUE(first.conditions[1].codes[1].has(Sector::MIL));
  EXPECT_EQ(first.outcome.code->code, "1711");
  ASSERT_EQ(first.outcome.target.size(), 1u);
  EXPECT_EQ(first.outcome.target[0].word, "dari");
  EXPECT_EQ(detain.whens[1].outcome.silent, Why::figurative);
  EXPECT_EQ(detain.whens[1].outcome.code, nullptr);
}

TEST_F(Frames, Examples) {
  const Frame& detain = frame(id_, "detain");
  ASSERT_EQ(detain.examples.size(), 2u);
  EXPECT_EQ(detain.examples[0].text, "Polisi Kenya menangkap tiga wartawan Uganda.") << "the comment is none of it";
  ASSERT_EQ(detain.examples[0].events.size(), 1u);
  EXPECT_EQ(detain.examples[0].events[0].source, "KEN COP");
  EXPECT_EQ(detain.examples[0].events[0].root, "COERCE");
  EXPECT_EQ(detain.examples[0].events[0].cameo, "173");
  EXPECT_EQ(detain.examples[0].events[0].status, "reported");
  EXPECT_TRUE(detain.examples[1].events.empty());
  EXPECT_EQ(detain.examples[0].file, "frames/coercion.txt");
  EXPECT_EQ(detain.examples[0].line, 10u);
  const Frame& meet = frame(id_, "meet");
  ASSERT_EQ(meet.examples[0].events.size(), 2u);
  EXPECT_EQ(meet.examples[0].events[1].source, "") << "- is none";
}

TEST_F(Frames, TriggersWithVoice) {
  const auto active = readings(id_, {"menangkap"}), passive = readings(id_, {"ditangkap"}),
             bare = readings(id_, {"tangkap"});
  ASSERT_EQ(active.size(), 1u);
  EXPECT_EQ(active[0].feature, Feature::active);
  EXPECT_EQ(passive.at(0).feature, Feature::passive);
  EXPECT_EQ(bare.at(0).feature, Feature::form);
  EXPECT_EQ(id_.frames()[active[0].frame].name, "detain");
  EXPECT_EQ(readings(id_, {"penangkapan-penangkapan", "aktivis"}).at(0).word_class, TriggerClass::noun);
  EXPECT_TRUE(readings(id_, {"turun"}).empty()) << "it wants its tail";
}

TEST_F(Frames, SeveralReadingsOfOneForm) {
  const auto attack = readings(en_, {"attacks"});
  ASSERT_EQ(attack.size(), 3u);
  EXPECT_EQ(attack[0].word_class, TriggerClass::verb);
  EXPECT_EQ(attack[1].word_class, TriggerClass::noun);
  EXPECT_EQ(en_.frames()[attack[2].frame].name, "criticize") << "in the order of the files";
  EXPECT_TRUE(en_.frames()[attack[2].frame].theme.has("policies"));
  EXPECT_EQ(readings(en_, {"arms", "deals"}).size(), 1u);
  EXPECT_EQ(readings(en_, {"under", "attack"}).at(0).word_class, TriggerClass::adjective);
}

TEST_F(Frames, AVerbOfSeveralWordsIsItsFirstWithTails) {
  const auto* called = en_.tailed().word("called");
  ASSERT_NE(called, nullptr);
  ASSERT_EQ(called->size(), 1u);
  EXPECT_TRUE(called->front().gap);
  ASSERT_NE(en_.tails().word("off"), nullptr);
  EXPECT_EQ(*en_.tails().word("off"), std::vector{called->front().tails});
  EXPECT_EQ(en_.tails().word("on"), nullptr);
  const std::vector<std::string> text{"called", "off", "talks"};
  std::uint32_t words = 0;
  en_.each_at([&](std::uint32_t n) { return n < text.size() ? std::string_view(text[n]) : std::string_view{}; },
              [&](const Reading&, std::uint32_t n) { words = n; });
  EXPECT_EQ(words, 2u);
}

class Composing : public Frames {};

TEST_F(Composing, TheMostExactRowWins) {
  const auto code = [&](Operator op, std::string_view inner) {
    const auto composed = ontology_.compose(op, inner);
    return composed ? composed->code->code + (composed->mode.empty() ? "" : " " + std::string(composed->mode))
                    : std::string();
  };
  EXPECT_EQ(code(Operator::agree, "042"), "036") << "root before *";
  EXPECT_EQ(code(Operator::agree, "173"), "030");
  EXPECT_EQ(code(Operator::threaten, "163"), "1312 restrict") << "prefix before *";
  EXPECT_EQ(code(Operator::threaten, "190"), "130");
  EXPECT_EQ(code(Operator::refuse, "173"), "") << "no row";
  EXPECT_EQ(code(Operator::none, "173"), "");
}

TEST_F(Composing, Codes) {
  EXPECT_EQ(ontology_.find("173")->mode, "arrest");
  EXPECT_EQ(ontology_.find("173")->quad, 4);
  EXPECT_EQ(ontology_.find("010")->root, Root::none);
  EXPECT_EQ(ontology_.find("17"), nullptr);
  EXPECT_EQ(ontology_.root_score(Root::ASSAULT), -9);
  EXPECT_TRUE(ontology_.has_mode(Root::COERCE, "seize"));
  EXPECT_FALSE(ontology_.has_mode(Root::COERCE, "visit"));
  EXPECT_EQ(parse_root("AID"), Root::AID);
  EXPECT_EQ(name(Root::AID), "AID");
  EXPECT_FALSE(parse_root(""));
  EXPECT_FALSE(parse_operator(""));
}

}  // namespace
}  // namespace warta::codebook
