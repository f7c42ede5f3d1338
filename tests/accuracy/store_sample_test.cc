// Drawing from a store: the store and what it holds are those of tests/query/cases/small.sql.
#include <gtest/gtest.h>

#include <algorithm>

#include "accuracy/sample.h"
#include "query/stores.h"

namespace warta::accuracy {
namespace {

using query::sure;

class StoreSample : public testing::Test {
 protected:
  Sample draw_now(const Drawing& drawing) {
    store::Connection store = sure(store::Connection::open(small_.path(), store::Access::read));
    return sure(draw(store, drawing));
  }

  query::SmallStore small_;
};

TEST_F(StoreSample, AllCurrentEventsWhereAllAreAskedFor) {
  const Sample sample = draw_now({.n = 100, .by = By::none, .seed = 1});
  EXPECT_EQ(sample.events, 9U);  // the tenth is superseded
  ASSERT_EQ(sample.rows.size(), 9U);
  for (const SampledRow& row : sample.rows) {
    EXPECT_EQ(row.cells.size(), 19U);
    EXPECT_EQ(row.weight, 1);
  }
}

TEST_F(StoreSample, CellsAndParagraphOfAnEvent) {
  const Sample sample = draw_now({.n = 100, .by = By::root, .seed = 1});
  const auto found = std::find_if(sample.rows.begin(), sample.rows.end(),
                                  [](const SampledRow& row) { return row.cells[0] == "e000000000000002"; });
  ASSERT_NE(found, sample.rows.end());
  EXPECT_EQ(found->cells,
            (std::vector<std::string>{"e000000000000002", "herald-1", "en", "2", "Oman's navy", "OMN MIL", "COERCE",
                                      "1711", "seize", "tanker", "KEN BUS", "alleged", "Kenya", "2024-05-15", "",
                                      "Oman's navy seized a tanker", "seized", "en/seize", "0.90"}));
  EXPECT_EQ(found->passage, "Calm seas. Kenya said Oman's navy seized a tanker. It condemned Oman.");
}

TEST_F(StoreSample, ADrawIsTheSameEachTimeAndHoldsEachStratum) {
  const Drawing drawing{.n = 4, .by = By::status, .seed = 7};
  const Sample first = draw_now(drawing), second = draw_now(drawing);
  EXPECT_EQ(to_csv(first), to_csv(second));
  ASSERT_EQ(first.rows.size(), 4U);  // reported, alleged, denied, planned: one each
  double events = 0;
  for (const SampledRow& row : first.rows) events += row.weight;
  EXPECT_EQ(events, 9);
}

}  // namespace
}  // namespace warta::accuracy
