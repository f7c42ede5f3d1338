#include "accuracy/gold.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace warta::accuracy {
namespace {

const std::string kCases = std::string(WARTA_SOURCE_DIR) + "/tests/accuracy/cases/";

std::string file(const std::string& name, const std::string& bytes) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "warta-gold";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / name) << bytes;
  return (folder / name).string();
}

std::string error_of(const std::string& name, const std::string& bytes) {
  const auto gold = read_gold({file(name, bytes)});
  EXPECT_FALSE(gold);
  return gold ? "" : gold.error().message();
}

TEST(Gold, ReadsEveryField) {
  const auto gold = read_gold({kCases + "fields.jsonl"});
  ASSERT_TRUE(gold) << gold.error().message();
  ASSERT_EQ(gold->size(), 2u);
  const GoldText& text = gold->front();
  EXPECT_EQ(text.id, "1");
  EXPECT_EQ(text.record->date, "2024-05-15");
  ASSERT_EQ(text.events.size(), 1u);
  const GoldEvent& event = text.events[0];
  EXPECT_EQ(event.source.code, "TCD");
  EXPECT_EQ(event.root, codebook::Root::AID);
  EXPECT_EQ(event.status, event::Status::alleged);
  EXPECT_EQ(event.speaker, "a diplomat");
  EXPECT_TRUE(event.place_asked);
  EXPECT_FALSE(event.place);
  EXPECT_FALSE(event.counts[0]);  // killed
  EXPECT_EQ(event.counts[3]->high, 20);
  EXPECT_FALSE(event.counts[3]->low);
  EXPECT_FALSE(event.core);
  EXPECT_EQ(event.alternative->root, codebook::Root::COOPERATE);
  EXPECT_FALSE(event.alternative->source);   // as in the event
  EXPECT_EQ(event.alternative->target, "");  // nobody
  EXPECT_EQ((*gold)[1].record->text, "Rain fell.");
}

TEST(Gold, ReadsArticlesBesideTheirTexts) {
  file("one.txt", "Chad thanked Niger.");
  const std::string path =
      file("one.gold.json", R"({"events": [{"event": "SUPPORT", "group": "g", "evidence": "x"}]})");
  const auto gold = read_gold({std::filesystem::path(path).parent_path().string()});
  ASSERT_TRUE(gold) << gold.error().message();
  ASSERT_EQ(gold->size(), 1u);
  EXPECT_EQ(gold->front().id, "one");
  EXPECT_EQ(gold->front().kind, GoldKind::article);
  EXPECT_EQ(gold->front().record->text, "Chad thanked Niger.");
  EXPECT_EQ(gold->front().events[0].group, "g");
}

TEST(Gold, ReadsTheRecordsOfAnArticle) {
  file("doc7.txt", "Chad thanked Niger.");
  const auto gold = read_gold({file("records.jsonl",
                                    "{\"type\": \"article\", \"doc\": \"doc7\"}\n"
                                    "{\"type\": \"event\", \"event\": \"SUPPORT\", \"cameo\": \"051\"}\n")});
  ASSERT_TRUE(gold) << gold.error().message();
  ASSERT_EQ(gold->size(), 1u);
  EXPECT_EQ(gold->front().record->text, "Chad thanked Niger.");
  EXPECT_EQ(gold->front().events.size(), 1u);
}

TEST(Gold, NamesFileRecordAndField) {
  const std::string good = "{\"id\": 1, \"text\": \"x\", \"events\": []}\n";
  EXPECT_NE(error_of("a.jsonl", good + "{\"id\": 1, \"text\": \"x\", \"events\": []}").find("stands twice"),
            std::string::npos);
  const std::string root = error_of("b.jsonl", good + R"({"id": 2, "text": "x", "events": [{"event": "BLAME"}]})");
  EXPECT_NE(root.find("b.jsonl, record 2"), std::string::npos) << root;
  EXPECT_NE(root.find("BLAME"), std::string::npos) << root;
  EXPECT_NE(error_of("c.jsonl", R"({"id": 2, "text": "x"})").find("\"events\""), std::string::npos);
  EXPECT_NE(
      error_of("d.jsonl", R"({"id": 2, "text": "x", "events": [{"event": "AID", "status": "maybe"}]})").find("maybe"),
      std::string::npos);
  EXPECT_NE(error_of("e.jsonl", R"({"id": 2, "text": "x", "events": [{"event": "AID", "counts": {"killed": 3}}]})")
                .find("killed"),
            std::string::npos);
  EXPECT_NE(error_of("f.jsonl", "{\"id\": 2,\n").find("record 1"), std::string::npos);
  EXPECT_NE(error_of("g.jsonl", "").find("empty"), std::string::npos);
  EXPECT_FALSE(read_gold({kCases + "absent.jsonl"}));
}

TEST(Gold, KeepsATextThatCannotBeReadAsRefused) {
  const auto gold = read_gold({file("h.jsonl", R"({"id": 2, "text": "", "events": []})")});
  ASSERT_TRUE(gold) << gold.error().message();
  EXPECT_EQ(gold->front().record.error().why, Why::missing_text);
}

TEST(Constructions, AreReadById) {
  Constructions found;
  ASSERT_TRUE(read_constructions(file("c.tsv", "id\tconstructions\na\tpassive,negation\nb\tpassive\n"), found));
  EXPECT_EQ(found["a"], (std::vector<std::string>{"passive", "negation"}));
  EXPECT_FALSE(read_constructions(file("d.tsv", "id\tconstructions\nno tab here\n"), found));
}

}  // namespace
}  // namespace warta::accuracy
