#include "accuracy/sample.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "csv_table.h"

namespace warta::accuracy {
namespace {

std::string event(int i, const std::string& root) {
  return fmt::format(
      R"({{"id": "e{}", "article": {{"id": "a", "language": "en"}}, "sentence": 3, "source": {{"text": "=Kenya", "code": null}},)"
      R"( "event": "{}", "cameo": "0111", "target": null, "status": "reported", "evidence": {{"text": "Kenya, \"said\""}},)"
      R"( "rule": "en/x", "confidence": 0.8}})",
      i, root);
}

// 90 of ACCUSE, 9 of AID, 1 of PROTEST.
std::vector<std::string> hundred() {
  std::vector<std::string> out;
  for (int i = 0; i < 100; ++i) out.push_back(event(i, i < 90 ? "ACCUSE" : i < 99 ? "AID" : "PROTEST"));
  return out;
}

Sample drawn(const std::vector<std::string>& lines, const Drawing& drawing) {
  std::stringstream in;
  for (const std::string& line : lines) in << line << '\n';
  return draw(in, "events.jsonl", drawing, [](const Error& error) { ADD_FAILURE() << error.message(); });
}

std::map<std::string, int> by_root(const Sample& sample) {
  const auto table = CsvTable::parse(to_csv(sample));
  std::map<std::string, int> out;
  for (std::size_t r = 0; r < table->rows(); ++r) ++out[std::string(table->cell(r, table->column("root")))];
  return out;
}

TEST(Draw, GivesEachStratumItsShareButFiveAtLeast) {
  const Sample sample = drawn(hundred(), {20, By::root, 1});
  EXPECT_EQ(sample.rows.size(), 20u);
  EXPECT_EQ(sample.events, 100u);
  EXPECT_EQ(by_root(sample), (std::map<std::string, int>{{"ACCUSE", 14}, {"AID", 5}, {"PROTEST", 1}}));
  const auto table = CsvTable::parse(to_csv(sample));
  double weights = 0;
  for (std::size_t r = 0; r < table->rows(); ++r)
    weights += std::stod(std::string(table->cell(r, table->column("weight"))));
  EXPECT_NEAR(weights, 100, 0.01);  // each row stands for so many events
}

TEST(Draw, IsInProportionWhereThatGivesFive) {
  auto lines = hundred();
  for (int i = 100; i < 200; ++i) lines.push_back(event(i, "AID"));
  lines.erase(lines.begin() + 99);  // the protest
  EXPECT_EQ(by_root(drawn(lines, {40, By::root, 1})), (std::map<std::string, int>{{"ACCUSE", 18}, {"AID", 22}}));
}

TEST(Draw, DependsOnIdsAndSeedNotOnTheOrder) {
  auto lines = hundred();
  const Sample one = drawn(lines, {20, By::root, 1});
  std::reverse(lines.begin(), lines.end());
  EXPECT_EQ(to_csv(drawn(lines, {20, By::root, 1})), to_csv(one));
  EXPECT_NE(to_csv(drawn(lines, {20, By::root, 2})), to_csv(one));
}

TEST(Draw, TakesAllWhereThereAreNoMore) {
  EXPECT_EQ(drawn(hundred(), {500, By::none, 1}).rows.size(), 100u);
  EXPECT_EQ(drawn({}, {500, By::none, 1}).rows.size(), 0u);
}

TEST(Draw, WritesCellsThatASpreadsheetMayOpen) {
  const Sample sample = drawn({event(1, "ACCUSE")}, {});
  EXPECT_EQ(
      to_csv(sample),
      "id,article,language,sentence,source,source_code,root,cameo,mode,target,target_code,status,attribution,date,"
      "place,evidence,trigger,rule,confidence,weight,right_root,right_source,right_target,right_status,cause,note\n"
      "e1,a,en,3,\"'=Kenya\",,ACCUSE,0111,,,,reported,,,,\"Kenya, \"\"said\"\"\",,en/x,0.80,1.0000,,,,,,\n");
}

TEST(Passages, AreTheParagraphsOfTheEvidence) {
  const std::string row =
      R"({"id": "e1", "article": {"id": "a1"}, "event": "AID", "evidence": {"text": "Chad sent food", "begin": 13}})";
  const std::string title =
      R"({"id": "e2", "article": {"id": "a1"}, "event": "AID", "evidence": {"text": "Food aid", "begin": 0}})";
  Sample sample = drawn({row, title}, {});
  const auto path = std::filesystem::path(testing::TempDir()) / "warta-passages.jsonl";
  std::ofstream(path)
      << R"({"id": "a1", "title": "Food aid arrives", "text": "Rain.\n\nLate, Chad sent food to Niger.\nMore."})";
  ingest::Reader texts({path.string()});
  add_passages(texts, sample);
  std::map<std::string, std::string> passages;
  for (const SampledRow& one : sample.rows) passages[one.cells[0]] = one.passage;
  EXPECT_EQ(passages["e1"], "Late, Chad sent food to Niger.");
  EXPECT_EQ(passages["e2"], "Food aid arrives");
  EXPECT_NE(to_csv(sample).find("sentence,text,source"), std::string::npos);
}

TEST(Draw, PassesOverWhatIsNoEvent) {
  std::stringstream in(event(1, "ACCUSE") + "\n{\"id\": 7}\nnonsense\n\n" + event(2, "AID") + "\n");
  std::vector<std::string> refused;
  const Sample sample = draw(in, "events.jsonl", {}, [&](const Error& error) { refused.push_back(error.message()); });
  EXPECT_EQ(sample.rows.size(), 2u);
  EXPECT_EQ(sample.refused, 2u);
  ASSERT_EQ(refused.size(), 2u);
  EXPECT_NE(refused[0].find("events.jsonl, record 2"), std::string::npos) << refused[0];
}

}  // namespace
}  // namespace warta::accuracy
