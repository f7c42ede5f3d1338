#include "pairing.h"

#include "findings.h"
#include "rows.h"

namespace warta::accuracy {
namespace {

using Wrong = std::vector<std::size_t>;

TEST(PairSentence, IsOneToOneAndCoreFirst) {
  const std::vector<GoldEvent> wanted{gold("KEN | ACCUSE 111 | UGA", false), gold("KEN | ACCUSE 112 | UGA")};
  const auto pairing = pair_events(GoldKind::sentence, wanted, {row("KEN | ACCUSE 111 | UGA")});
  EXPECT_FALSE(pairing.row_of_gold[0]);
  EXPECT_EQ(pairing.row_of_gold[1], 0u);
  EXPECT_EQ(pairing.rows[0], Verdict::right);
}

TEST(PairSentence, CountsWhatIsLeftOver) {
  const std::vector<GoldEvent> wanted{gold("KEN | ACCUSE 111 | UGA"), gold("TCD | AID 070 | NER", false)};
  const auto pairing =
      pair_events(GoldKind::sentence, wanted,
                  {row("KEN | ACCUSE 111 | UGA"), row("TCD | AID 070 | NER"), row("KEN | ACCUSE 111 | UGA")});
  EXPECT_EQ(pairing.rows, (std::vector{Verdict::right, Verdict::neutral, Verdict::wrong}));
  EXPECT_EQ(pairing.wrong, Wrong{2});
}

TEST(PairArticle, TakesTheMentionThatAgreesBest) {
  GoldEvent wanted = gold("KEN GOV | ACCUSE 111 | UGA");
  wanted.status = event::Status::denied;
  event::Row denied = row("KEN | ACCUSE 112 | UGA", 3);
  denied.status = event::Status::denied;
  const auto pairing = pair_events(GoldKind::article, {wanted}, {row("KEN GOV | ACCUSE 111 | UGA", 1), denied});
  EXPECT_EQ(pairing.row_of_gold[0], 1u);  // the status weighs most
  EXPECT_EQ(pairing.rows, (std::vector{Verdict::neutral, Verdict::right}));
  EXPECT_TRUE(pairing.wrong.empty());
}

TEST(PairArticle, CountsTheThirdMentionInOneSentence) {
  const std::vector<GoldEvent> wanted{gold("KEN | ACCUSE 111 | UGA")};
  std::vector<event::Row> rows(3, row("KEN | ACCUSE 111 | UGA", 2));
  rows.push_back(row("KEN | ACCUSE 111 | UGA", 4));
  rows.push_back(row("KEN | ACCUSE 111 | NER", 4));
  const auto pairing = pair_events(GoldKind::article, wanted, rows);
  EXPECT_EQ(pairing.wrong, (Wrong{2, 4}));
  EXPECT_EQ(pairing.rows,
            (std::vector{Verdict::right, Verdict::neutral, Verdict::repeated, Verdict::neutral, Verdict::wrong}));
}

// Reasons. The text is that of the only sentence.
struct Case {
  std::vector<GoldEvent> gold;
  std::vector<event::Row> rows;
  std::vector<Refusal> refusals = {};
};

std::vector<Finding> findings(const Case& c) {
  GoldText text{"t1", GoldKind::sentence, {}, c.gold};
  text.record->text = "Kenya blamed Uganda.";
  CodedText coded;
  coded.text = text.record->text;
  coded.sentences = {{0, 20}};
  coded.rows = c.rows;
  coded.refusals = c.refusals;
  std::vector<Finding> out;
  find_errors(text, coded, pair_events(GoldKind::sentence, c.gold, c.rows), out);
  return out;
}

// "miss: wrong code", "false alarm: ..." in order.
std::vector<std::string> reasons(const Case& c) {
  std::vector<std::string> out;
  for (const Finding& finding : findings(c))
    out.push_back((finding.missed ? "miss: " : "false alarm: ") + finding.reason);
  return out;
}

using Reasons = std::vector<std::string>;

TEST(Findings, TellWhatKeepsTheNearestEventFromBeingRight) {
  const auto of = [](const std::string& got) { return reasons({{gold("KEN | ACCUSE 111 | UGA")}, {row(got)}}); };
  EXPECT_EQ(of("KEN | REJECT 120 | UGA"), (Reasons{"miss: wrong code", "false alarm: wrong code"}));
  EXPECT_EQ(of("UGA | ACCUSE 111 | KEN"), (Reasons{"miss: roles swapped", "false alarm: roles swapped"}));
  EXPECT_EQ(of("TCD | ACCUSE 111 | UGA"), (Reasons{"miss: wrong source", "false alarm: wrong source"}));
  EXPECT_EQ(of("KEN | ACCUSE 111 | -"), (Reasons{"miss: wrong target", "false alarm: wrong target"}));
  EXPECT_EQ(of("TCD | ACCUSE 111 | NER"), (Reasons{"miss: wrong actors", "false alarm: wrong actors"}));
  EXPECT_EQ(of("TCD | AID 070 | NER"), (Reasons{"miss: no trigger", "false alarm: no such event"}));
}

TEST(Findings, TellTheEnginesOwnRefusal) {
  const Case c{{gold("KEN | ACCUSE 111 | UGA")},
               {},
               {{{0, 5}, 0, "visit", codebook::Root::CONSULT, Why::no_actor},
                {{6, 12}, 0, "blame", codebook::Root::ACCUSE, Why::negated}}};
  const auto found = findings(c);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reason, "refused: negated");
  EXPECT_EQ(found[0].detail, "the text says it did not happen: \"blamed\" (blame)");
  EXPECT_EQ(found[0].sentence, "Kenya blamed Uganda.");
  EXPECT_EQ(found[0].expected, "KEN \"KEN\" | ACCUSE 111 | UGA \"UGA\" | reported");
}

TEST(Findings, TellOfOnePairAmongSeveral) {
  EXPECT_EQ(
      reasons({{gold("KEN | ACCUSE 111 | UGA"), gold("KEN | ACCUSE 111 | TCD")}, {row("KEN | ACCUSE 111 | UGA")}}),
      Reasons{"miss: other pair only"});
}

TEST(Findings, TellDuplicatesAndTextsWithoutEvents) {
  EXPECT_EQ(reasons({{gold("KEN | ACCUSE 111 | UGA")}, {row("KEN | ACCUSE 111 | UGA"), row("KEN | ACCUSE 112 | UGA")}}),
            Reasons{"false alarm: duplicate"});
  EXPECT_EQ(reasons({{}, {row("KEN | ACCUSE 111 | UGA")}}), Reasons{"false alarm: text without events"});
}

}  // namespace
}  // namespace warta::accuracy
