#include "pairs.h"

#include <gtest/gtest.h>

namespace warta::cli {
namespace {

std::string words(const MarkedPair& pair, Span span) { return pair.text.substr(span.begin, span.end - span.begin); }

MarkedPair only(const std::string& table) {
  const auto pairs = parse_pairs(table);
  EXPECT_TRUE(pairs) << pairs.error().message();
  EXPECT_EQ(pairs->size(), 1u);
  return pairs->empty() ? MarkedPair{} : pairs->front();
}

TEST(Pairs, ColumnsStandInAnyOrder) {
  const MarkedPair pair =
      only("gold_root\tnote\tmarked_sentence\nACCUSE\tx\t<s>Kenya</s> blamed the <t>army of Chad </t>.\n");
  EXPECT_EQ(pair.text, "Kenya blamed the army of Chad .");
  EXPECT_EQ(words(pair, pair.pair.source), "Kenya");
  EXPECT_EQ(words(pair, pair.pair.target), "army of Chad");
  EXPECT_EQ(pair.root, codebook::Root::ACCUSE);
  EXPECT_FALSE(pair.made);
}

TEST(Pairs, MarksMayNestAndRepeat) {
  const MarkedPair pair = only("marked_sentence\n<t>the wall of <s>Chad</s></t> and <t>Niger</t>\n");
  EXPECT_EQ(words(pair, pair.pair.target), "the wall of Chad");
  EXPECT_EQ(words(pair, pair.pair.source), "Chad");
  EXPECT_EQ(pair.text, "the wall of Chad and Niger");
}

TEST(Pairs, ASideWithoutAMarkIsLookedForByItsWords) {
  const MarkedPair pair = only("source\ttarget\tmarked_sentence\nKenya\tsomebody\tIn May Kenya paid <t>Chad</t>.\n");
  EXPECT_EQ(words(pair, pair.pair.source), "Kenya");
  const MarkedPair nobody = only("source\ttarget\tmarked_sentence\n-\t-\tIn May it rained.\n");
  EXPECT_TRUE(nobody.pair.source.empty());
  EXPECT_TRUE(nobody.pair.target.empty());
}

TEST(Pairs, TrainingFormat) {
  const MarkedPair pair = only("sentence\troot\n[S: The [army] of Mali] freed [T: two [T: Niger]ien nurses].\tYIELD\n");
  EXPECT_EQ(pair.root, codebook::Root::CONCEDE);
  EXPECT_TRUE(pair.made);
}

TEST(Pairs, QuotedCellsAndLineEnds) {
  const auto pairs = parse_pairs(
      "\xef\xbb\xbfid\tmarked_sentence\r\n1\t\"<s>Mali</s> said \"\"no\"\"\tto\n<t>Chad</t>\"\r\n\r\n2\tshort\n3\n");
  ASSERT_TRUE(pairs);
  ASSERT_EQ(pairs->size(), 3u) << "an empty line is no row, a short one is";
  EXPECT_EQ((*pairs)[0].text, "Mali said \"no\"\tto\nChad");
  EXPECT_EQ((*pairs)[2].text, "");
}

TEST(Pairs, SayWhatIsWrong) {
  EXPECT_EQ(parse_pairs("").error().why, Why::bad_format);
  EXPECT_NE(parse_pairs("a\tb\n1\t2\n").error().note.find("marked_sentence"), std::string::npos);
  EXPECT_EQ(parse_pairs("sentence\n\xff\n").error().why, Why::bad_encoding);
  EXPECT_EQ(read_pairs("/nowhere/pairs.tsv").error().why, Why::cannot_open);
}

}  // namespace
}  // namespace warta::cli
