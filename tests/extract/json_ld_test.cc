#include "json_ld.h"

#include <gtest/gtest.h>

#include "case_file.h"
#include "json_repair.h"
#include "plain_text.h"
#include "tables_of_data.h"

namespace warta::extract {
namespace {

std::string joined(const std::vector<std::string>& lines, const char* mark) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : mark) + line;
  return out;
}
std::string joined(const std::vector<LinkedName>& names) {
  std::string out;
  for (const LinkedName& name : names)
    out += (out.empty() ? "" : "; ") + name.name + (name.organization ? " (organization)" : "");
  return out;
}

// What an item says under a key of the case file.
std::string value_of(const LinkedItem& item, const std::string& key) {
  if (key == "type") return item.type;
  if (key == "headline") return item.headline;
  if (key == "published") return item.published;
  if (key == "modified") return item.modified;
  if (key == "section") return item.section;
  if (key == "language") return item.language;
  if (key == "url") return item.url;
  if (key == "image") return item.image;
  if (key == "caption") return item.caption;
  if (key == "dateline") return item.dateline;
  if (key == "body") return item.body;
  if (key == "authors") return joined(item.authors);
  if (key == "creators") return joined(item.creators);
  if (key == "editors") return joined(item.editors);
  if (key == "publishers") return joined(item.publishers);
  if (key == "sources") return joined(item.sources);
  if (key == "keywords") return joined(item.keywords, "; ");
  if (key == "free") return item.free ? *item.free ? "yes" : "no" : "";
  return "no such key: " + key;
}

TEST(JsonLd, Cases) {
  const auto cases = test::read_cases(case_path("json_ld.txt"));
  ASSERT_GT(cases.size(), 20u);
  for (const test::Case& one : cases) {
    SCOPED_TRACE(one.where());
    const std::string script = joined(one.all("json"), "\n");
    const LinkedData data = read_json_ld({script});
    EXPECT_EQ(std::to_string(data.items.size()), one.get("items", "1"));
    EXPECT_EQ(joined(data.sites, "; "), one.get("sites"));
    for (const auto& [key, value] : one.fields) {
      if (key == "json" || key == "items" || key == "sites") continue;
      ASSERT_FALSE(data.items.empty());
      EXPECT_EQ(value_of(data.items[0], key), value) << key;
    }
  }
}

// Strict JSON keeps its meaning through the repair.
TEST(JsonRepair, LeavesStrictJsonAsItIs) {
  const std::string strict = R"({"a":["b",1,-2.5,true,null,{"c":"d\"e\\f\u00e9\ud83d\ude00"}],"g":{}})";
  EXPECT_EQ(repaired_json(strict), "[" + strict + "]");
}

TEST(JsonRepair, GivesOneArrayWhateverComesIn) {
  EXPECT_EQ(repaired_json(""), "[]");
  EXPECT_EQ(repaired_json("}]"), "[]");
  EXPECT_EQ(repaired_json("{"), "[{}]");
  EXPECT_EQ(repaired_json("{\"a\""), "[{\"a\":null}]");
  EXPECT_EQ(repaired_json("{\"a\":"), "[{\"a\":null}]");
  EXPECT_EQ(repaired_json("{a: 'b'}"), "[{\"a\":\"'b'\"}]");
  EXPECT_EQ(repaired_json("[1,,2,]"), "[[1,2]]");
  EXPECT_EQ(repaired_json("{\"a\":[1}"), "[{\"a\":[1]}]");
  EXPECT_EQ(repaired_json("{\"a\":007}"), "[{\"a\":\"007\"}]");
  EXPECT_EQ(repaired_json("\"\\ud83d\""), "[\"\"]");
}

// Every beginning of a broken document, and any byte of it replaced, is read without harm.
TEST(JsonRepair, CutOffAndDamagedAnywhere) {
  const std::string whole =
      "<![CDATA[{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Menteri: \"Siap\" \\u00e9\","
      "\"author\":{\"name\":\"Sri Lestari\",},},]}]]>";
  for (std::size_t size = 0; size <= whole.size(); ++size) (void)read_json_ld({whole.substr(0, size)});
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char c : {'"', '{', '}', ']', '\\', ',', '\0'}) {
      std::string damaged = whole;
      damaged[at] = c;
      (void)read_json_ld({damaged});
    }
}

TEST(JsonLd, DeepAndWideDocumentsEnd) {
  EXPECT_TRUE(read_json_ld({std::string(200000, '[')}).items.empty());
  std::string nested;
  for (int i = 0; i < 20000; ++i) nested += "{\"mainEntity\":";
  EXPECT_TRUE(read_json_ld({nested}).items.empty());
  std::string many = "[";
  for (int i = 0; i < 5000; ++i) many += R"({"@type":"NewsArticle","headline":"x"},)";
  EXPECT_LE(read_json_ld({many}).items.size(), 32u);
  EXPECT_TRUE(read_json_ld({std::string(std::size_t{2} << 20, ' ')}).items.empty());
}

TEST(PlainText, EntitiesTagsAndBlanks) {
  EXPECT_EQ(plain_text("  Jum&#039;at&nbsp;malam \n <b>di</b> Kyiv &amp;quot;kota&amp;quot; "),
            "Jum'at malam di Kyiv \"kota\"");
  EXPECT_EQ(plain_text("3 < 4 & 5; &bogus; &#xD800;"), "3 < 4 & 5; &bogus; &#xD800;");
  EXPECT_EQ(plain_text("a<b"), "a");
  EXPECT_EQ(plain_text("abc def", 5), "abc d");
  EXPECT_EQ(plain_text(""), "");
}

}  // namespace
}  // namespace warta::extract
