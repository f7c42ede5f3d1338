#include "accuracy/sheet.h"

#include <gtest/gtest.h>

namespace warta::accuracy {
namespace {

constexpr std::string_view kHeader =
    "root,target,target_code,confidence,weight,right_root,right_source,right_target,right_status,cause\n";

SheetScores scores(const std::string& rows) {
  auto found = score_sheet(std::string(kHeader) + rows);
  EXPECT_TRUE(found) << found.error().message();
  return found ? *found : SheetScores{};
}

TEST(Sheet, AnEventIsRightWithItsRootAndBothActors) {
  const SheetScores s = scores(
      "ACCUSE,Uganda,UGA,0.9,2,yes,yes,yes,no,\n"
      "ACCUSE,Uganda,UGA,0.8,2,yes,no,,,Wrong source\n"
      "AID,Chad,TCD,0.7,2,no,,,,figurative\n"
      "PROTEST,,,0.6,2,Yes,y,,1,\n");
  EXPECT_EQ(s.rows, 4u);
  EXPECT_EQ(s.unjudged, 0u);
  EXPECT_EQ(s.all.right, 2u);
  EXPECT_EQ(s.all.of, 4u);
  ASSERT_EQ(s.roots.size(), 3u);
  EXPECT_EQ(s.roots[0].first, "ACCUSE");
  EXPECT_DOUBLE_EQ(s.roots[0].second.value, 0.5);
  EXPECT_EQ(s.verdicts[0].second.right, 3u);  // right_root
  EXPECT_EQ(s.verdicts[3].second.of, 2u);     // right_status
  EXPECT_EQ(s.causes, (std::vector<std::pair<std::string, std::size_t>>{{"figurative", 1}, {"wrong source", 1}}));
  EXPECT_EQ(s.judged.size(), 4u);
  EXPECT_FALSE(s.weighted);
}

TEST(Sheet, LeavesOutRowsThatAreNotJudged) {
  const SheetScores s = scores("ACCUSE,Uganda,UGA,0.9,1,,,,,\nACCUSE,Uganda,UGA,0.9,1,yes,yes,,,\n");
  EXPECT_EQ(s.unjudged, 2u);  // the second lacks the verdict on its target
  EXPECT_EQ(s.all.of, 0u);
}

TEST(Sheet, WeighsStrataThatWereNotDrawnInProportion) {
  const SheetScores s = scores("ACCUSE,U,UGA,0.9,30,yes,yes,yes,,\nAID,U,UGA,0.9,10,no,,,,\n");
  EXPECT_TRUE(s.weighted);
  EXPECT_DOUBLE_EQ(s.all.value, 0.5);
  EXPECT_DOUBLE_EQ(s.whole.value, 0.75);
}

TEST(Sheet, RefusesOtherVerdictsAndOtherTables) {
  const auto unknown = score_sheet(std::string(kHeader) + "ACCUSE,U,UGA,0.9,1,maybe,yes,yes,,\n");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().record, 2u);
  EXPECT_NE(unknown.error().message().find("\"right_root\" has \"maybe\""), std::string::npos);
  EXPECT_FALSE(score_sheet(std::string(kHeader) + "ACCUSE,U,UGA,\"0,9\",1,yes,yes,yes,,\n"));
  EXPECT_FALSE(score_sheet("root,right_root\nACCUSE,yes\n"));
}

}  // namespace
}  // namespace warta::accuracy
