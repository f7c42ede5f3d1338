// Date expressions and the days they mean: tests/event/cases/dates.txt
#include "dates.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found dates_of(Steps& steps) {
  std::vector<test::Line> lines;
  for (const DateMention& date : find_dates(steps.text())) {
    const Span span{steps.text().token(date.first).form.begin, steps.text().token(date.last - 1).form.end};
    lines.push_back(
        {{steps.words(span), iso(date.past)}, {std::string(name(date.basis)), "coming " + iso(date.coming)}});
    add_if(lines.back(), date.old, "old");
  }
  return {{"date", lines}};
}

TEST(Dates, Cases) { run_steps("dates.txt", dates_of); }

// Without a day of publication only what is written in full is known.
TEST(Dates, WithoutPublication) {
  const test::CaseDocument document(
      {"", "", 0, {{"published", ""}, {"text", "on/ADP Friday , 3 May 2024 and/CCONJ yesterday"}}});
  Steps steps(document);
  const auto dates = find_dates(steps.text());
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(iso(dates[0].past), "2024-05-03");
  EXPECT_FALSE(dates[0].old);
}

}  // namespace
}  // namespace warta::event
