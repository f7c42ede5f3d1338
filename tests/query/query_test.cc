// Answers on a small invented store; what is expected is reckoned by hand from the rows of cases/small.sql.
#include "query/query.h"

#include <gtest/gtest.h>

#include <memory>

#include "query/to_json.h"
#include "stores.h"

namespace warta::query {
namespace {

class Query : public testing::Test {
 protected:
  static void SetUpTestSuite() { small_ = std::make_unique<SmallStore>(); }
  static void TearDownTestSuite() { small_.reset(); }

  static std::string path() { return small_->path(); }

  static Filter filter(const Asked& asked, const std::vector<event::Status>& usual = {}) {
    return sure(understand(asked, {{"KEN", {"Kenya"}}, {"OMN", {"Oman"}}, {"UGA", {"Uganda"}}}, usual));
  }

  static std::vector<std::string> ids(const Happenings& happenings) {
    std::vector<std::string> out;
    for (const Happening& happening : happenings.found) out.push_back(happening.id.substr(15));
    return out;
  }

  store::Connection store_ = sure(store::Connection::open(path(), store::Access::read));

 private:
  inline static std::unique_ptr<SmallStore> small_;
};

using Ids = std::vector<std::string>;

void expect_period(const Period& period, const std::string& name, std::int64_t occurrences, std::int64_t events,
                   std::optional<double> goldstein) {
  EXPECT_EQ(period.name, name);
  EXPECT_EQ(period.tally.occurrences, occurrences) << name;
  EXPECT_EQ(period.tally.events, events) << name;
  ASSERT_EQ(period.tally.goldstein.has_value(), goldstein.has_value()) << name;
  EXPECT_NEAR(period.tally.goldstein.value_or(0), goldstein.value_or(0), 1e-9) << name;
}

TEST_F(Query, TimelineHasEveryMonthAndTellsWhatStandsInNone) {
  const Timeline found = sure(timeline(store_, filter({}, kHappened), By::month));
  ASSERT_EQ(found.periods.size(), 4U);
  expect_period(found.periods[0], "2024-05", 2, 4, -4.5);  // the ship, -7, and the complaint, -2
  expect_period(found.periods[1], "2024-06", 1, 1, 1.9);
  expect_period(found.periods[2], "2024-07", 0, 0, {});
  expect_period(found.periods[3], "2024-08", 1, 1, -10);  // the loan is only planned
  EXPECT_EQ(found.undated, 1);                            // the march
  EXPECT_EQ(found.wider, 1);                              // the treaty of 2023
}

TEST_F(Query, TimelineByYearHoldsWhatIsDatedByYear) {
  const Timeline found = sure(timeline(store_, filter({}, kHappened), By::year));
  ASSERT_EQ(found.periods.size(), 2U);
  expect_period(found.periods[0], "2023", 1, 1, 8);
  expect_period(found.periods[1], "2024", 4, 6, (-7 - 2 + 1.9 - 10) / 4);
  EXPECT_EQ(found.wider, 0);
}

TEST_F(Query, TimelineOfASourceAndAllStatuses) {
  Asked asked;
  asked.source = "OMN";
  const Timeline found = sure(timeline(store_, filter(asked), By::quarter));
  ASSERT_EQ(found.periods.size(), 2U);
  expect_period(found.periods[0], "2024-Q2", 1, 3, -7);
  expect_period(found.periods[1], "2024-Q3", 1, 1, 7.4);
}

TEST_F(Query, TimelineFillsTheDaysThatAreAskedFor) {
  Asked asked;
  asked.since = "2024-05-14";
  asked.until = "2024-05-16";
  const Timeline found = sure(timeline(store_, filter(asked), By::day));
  ASSERT_EQ(found.periods.size(), 3U);
  expect_period(found.periods[0], "2024-05-14", 0, 0, {});
  expect_period(found.periods[1], "2024-05-15", 1, 3, -7);
  expect_period(found.periods[2], "2024-05-16", 1, 1, -2);
}

TEST_F(Query, TimelineOfMorePeriodsThanAnyoneReadsIsRefused) {
  Asked asked;
  asked.since = "1900";
  asked.until = "2100";
  const auto found = timeline(store_, filter(asked), By::day);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().why, Why::bad_usage);
  EXPECT_NE(found.error().note.find("1900-01-01 to 2100-12-31"), std::string::npos) << found.error().note;
}

TEST_F(Query, PairsByCountry) {
  const Pairs found = sure(pairs(store_, filter({}, kHappened), Party::country, 10));
  ASSERT_EQ(found.pairs.size(), 4U);
  const Pair& first = found.pairs[0];
  EXPECT_EQ(first.source + " " + first.target, "KEN OMN");
  EXPECT_EQ(first.tally.occurrences, 2);
  EXPECT_EQ(first.quads, (std::array<std::int64_t, 4>{1, 0, 1, 0}));
  EXPECT_NEAR(first.net, -0.1, 1e-9);
  EXPECT_NEAR(first.tally.goldstein.value_or(0), -0.05, 1e-9);
  EXPECT_EQ(found.pairs[1].source + " " + found.pairs[1].target, "OMN KEN");
  EXPECT_EQ(found.pairs[1].tally.events, 3);
  EXPECT_EQ(found.pairs[2].source + " " + found.pairs[2].target, "UGA KEN");
  EXPECT_EQ(found.pairs[3].source + " " + found.pairs[3].target, "UGA UGA");
  EXPECT_EQ(found.of, 4);
  EXPECT_EQ(found.unknown, 1);  // nobody knows the marchers
}

TEST_F(Query, PairsByActorOfWhoeverTakesPart) {
  Asked asked;
  asked.actor = "oman";
  const Pairs found = sure(pairs(store_, filter(asked, kHappened), Party::actor, 2));
  ASSERT_EQ(found.pairs.size(), 2U);
  EXPECT_EQ(found.pairs[0].source + " > " + found.pairs[0].target, "KEN > OMN GOV");
  EXPECT_EQ(found.pairs[1].source + " > " + found.pairs[1].target, "KEN GOV > OMN");
  EXPECT_EQ(found.of, 3);
}

TEST_F(Query, OccurrencesRankByArticlesThenByDate) {
  const Happenings found = sure(occurrences(store_, filter({}), 10));
  EXPECT_EQ(ids(found), (Ids{"1", "7", "4", "3", "2", "6", "5"}));
  EXPECT_EQ(found.of, 7);
  EXPECT_EQ(found.found[0].title, "Navy seizes ship");
  EXPECT_EQ(found.found[0].place.name, "Sur");
  ASSERT_EQ(found.found[1].counts.size(), 1U);
  EXPECT_EQ(found.found[1].counts[0].what, "killed");
  EXPECT_EQ(found.found[1].counts[0].high, 5);
  const Happenings few = sure(occurrences(store_, filter({}), 2));
  EXPECT_EQ(ids(few), (Ids{"1", "7"}));
  EXPECT_EQ(few.of, 7);
}

TEST_F(Query, OccurrencesByEveryKindOfRestriction) {
  using Field = std::pair<std::string Asked::*, const char*>;
  const struct {
    std::vector<Field> asked;
    Ids expected;
  } cases[] = {
      {{{&Asked::source, "KEN"}}, {"3", "2"}},
      {{{&Asked::source, "KEN GOV"}}, {"2"}},
      {{{&Asked::target, "Kenya"}}, {"1", "4", "6", "5"}},
      {{{&Asked::actor, "UGA"}}, {"7", "6"}},
      {{{&Asked::actor, "UGA REB"}}, {"7"}},
      {{{&Asked::source, "OMN"}, {&Asked::target, "KEN BUS"}}, {"1"}},
      {{{&Asked::root, "coerce,AID"}}, {"1", "4"}},
      {{{&Asked::status, "denied"}}, {"1"}},
      {{{&Asked::status, "planned,alleged"}}, {"1", "4"}},
      {{{&Asked::place, "Oman"}}, {"1", "3"}},
      {{{&Asked::place, "gul"}}, {"7"}},
      {{{&Asked::since, "2024-06"}, {&Asked::until, "2024-08-30"}}, {"4", "3"}},
      {{{&Asked::text, "tanker SEIZED"}}, {"1"}},
      {{{&Asked::text, "navy"}}, {"2", "1"}},  // in the title of one article, which tells of both; the later first
      {{{&Asked::text, "kapal disita"}}, {"1"}},
      {{{&Asked::text, "100%_"}}, {}},
  };
  for (const auto& one : cases) {
    Asked asked;
    std::string what;
    for (const auto& [field, text] : one.asked) what += " " + (asked.*field = text);
    EXPECT_EQ(ids(sure(occurrences(store_, filter(asked), 10))), one.expected) << what;
  }
}

TEST_F(Query, CardHasReportsInOrderOfPublicationAndWhoSaysWhat) {
  const Card card = sure(show(store_, "c000000000000001"));
  EXPECT_EQ(card.happening.root, "COERCE");
  ASSERT_EQ(card.reports.size(), 3U);
  EXPECT_EQ(card.reports[0].event, "e000000000000001");  // the Herald of the 16th, its title first
  EXPECT_EQ(card.reports[1].event, "e000000000000002");
  EXPECT_EQ(card.reports[2].event, "e000000000000003");  // Kabar Samudra of the 17th
  EXPECT_EQ(card.reports[2].outlet, "Kabar Samudra");
  ASSERT_EQ(card.statements.size(), 3U);
  EXPECT_EQ(card.statements[0].status, "reported");
  EXPECT_EQ(card.statements[0].outlets, (std::vector<std::string>{"Lake Herald"}));
  EXPECT_TRUE(card.statements[0].speakers.empty());
  EXPECT_EQ(card.statements[1].status, "alleged");
  EXPECT_EQ(card.statements[1].speakers, (std::vector<std::string>{"KEN"}));
  EXPECT_EQ(card.statements[2].status, "denied");
  EXPECT_EQ(card.statements[2].speakers, (std::vector<std::string>{"OMN"}));
}

TEST_F(Query, CardShowsTheSentenceAroundTheTrigger) {
  const Card card = sure(show(store_, "c000000000000001"));
  EXPECT_EQ(card.reports[0].passage, "Navy seizes ship");
  EXPECT_EQ(card.reports[0].trigger.of(card.reports[0].passage), "seizes");
  EXPECT_EQ(card.reports[1].passage, "Kenya said Oman's navy seized a tanker.");
  EXPECT_EQ(card.reports[1].evidence.of(card.reports[1].passage), "Oman's navy seized a tanker");
  EXPECT_EQ(card.reports[1].trigger.of(card.reports[1].passage), "seized");
  EXPECT_EQ(card.reports[2].passage, "Oman membantah angkatan lautnya menyita kapal Kenya.");
}

TEST_F(Query, CardOfATextThatIsNotKeptHasTheEvidence) {
  const Card card = sure(show(store_, "c000000000000007"));
  ASSERT_EQ(card.reports.size(), 1U);  // the superseded one is no report
  EXPECT_EQ(card.reports[0].passage, "Ugandan soldiers shot at rebels");
  EXPECT_EQ(card.reports[0].trigger.of(card.reports[0].passage), "shot");
}

TEST_F(Query, CardIsFoundByEventAndByFirstDigits) {
  EXPECT_EQ(sure(show(store_, "e000000000000003")).happening.id, "c000000000000001");
  const auto several = show(store_, "c000");
  ASSERT_FALSE(several);
  EXPECT_NE(several.error().note.find("stands for several: c000000000000001 c000000000000002"), std::string::npos)
      << several.error().note;
}

TEST_F(Query, CardOfNoIdIsAnErrorThatSaysSo) {
  for (const char* id : {"ffff", "e00000000000000a", "abc", "' OR true --", "c00000000000000100"}) {
    const auto card = show(store_, id);
    ASSERT_FALSE(card) << id;
    EXPECT_EQ(card.error().why, Why::bad_usage) << id;
    EXPECT_NE(card.error().note.find(id), std::string::npos) << card.error().note;
  }
}

TEST_F(Query, StatsCountEverything) {
  const Stats found = sure(stats(store_, path()));
  EXPECT_EQ(found.rows, (Counts{{"articles", 3},
                                {"texts", 2},
                                {"events", 9},
                                {"occurrences", 7},
                                {"stories", 1},
                                {"actors", 10},
                                {"places", 3},
                                {"refusals", 3},
                                {"runs", 2},
                                {"superseded", 1}}));
  EXPECT_EQ(found.codebook, "00000000c0deb00c");
  EXPECT_EQ(found.first_day, "2023-01-01");
  EXPECT_EQ(found.last_day, "2024-08-31");
  EXPECT_EQ(found.languages, (Counts{{"en", 2}, {"id", 1}}));
  EXPECT_EQ(
      found.roots,
      (Counts{{"COERCE", 3}, {"ACCUSE", 1}, {"AGREE", 1}, {"AID", 1}, {"ASSAULT", 1}, {"CONSULT", 1}, {"PROTEST", 1}}));
  EXPECT_EQ(found.statuses, (Counts{{"reported", 6}, {"alleged", 1}, {"denied", 1}, {"planned", 1}}));
  EXPECT_EQ(found.refusals, (Counts{{"bad_json", 2}, {"missing_text", 1}}));
  ASSERT_EQ(found.runs.size(), 2U);
  EXPECT_FALSE(found.runs[1].finished);
  EXPECT_EQ(found.runs[1].known, 1);
  EXPECT_EQ(found.bytes, static_cast<std::int64_t>(std::filesystem::file_size(path())));
  EXPECT_NEAR(found.bytes_per_event().value_or(0), static_cast<double>(found.bytes) / 9, 1e-6);
}

TEST_F(Query, SqlStopsAtItsRowsAndSaysSo) {
  const SqlAnswer few = sure(run_sql(store_, "SELECT id FROM events ORDER BY id DESC -- all of them\n;;", 2));
  ASSERT_EQ(few.table.rows.size(), 2U);
  EXPECT_EQ(few.table.rows[0][0], store::Value("e000000000000009"));
  EXPECT_TRUE(few.cut);
  EXPECT_FALSE(sure(run_sql(store_, "FROM events", 9)).cut);
  EXPECT_FALSE(sure(run_sql(store_, "EXPLAIN SELECT 1", 10)).table.rows.empty());
}

TEST_F(Query, SqlOfAnEndlessRangeEndsAtItsRows) {
  const SqlAnswer answer = sure(run_sql(store_, "SELECT range FROM range(1000000000000)", 3));
  EXPECT_EQ(answer.table.rows.size(), 3U);
  EXPECT_TRUE(answer.cut);
}

TEST_F(Query, SqlThatIsWrongIsToldOfTheTextAsWritten) {
  const auto answer = run_sql(store_, "SELEKT 1", 3);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().why, Why::bad_query);
  EXPECT_NE(answer.error().note.find("LINE 1: SELEKT 1"), std::string::npos) << answer.error().note;
  EXPECT_FALSE(run_sql(store_, " ; ", 3));
}

TEST_F(Query, JsonOfAnySqlValue) {
  const SqlAnswer answer = sure(run_sql(
      store_, "SELECT 1 AS a, 2.5 AS \"b\"\"c\", NULL AS d, ['x', NULL] AS e, 'nan'::DOUBLE AS f, true AS g", 3));
  EXPECT_EQ(to_json(answer.table), R"([{"a":1,"b\"c":2.5,"d":null,"e":["x",null],"f":null,"g":true}])");
}

}  // namespace
}  // namespace warta::query
