// Pages as a whole: live blogs, pages that scripts render, articles of several pages, walls. Cases:
// tests/extract/cases/whole_pages.txt
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "case_file.h"
#include "tables_of_data.h"

namespace warta::extract {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string iso(const std::optional<Published>& date) { return date ? date->iso : std::string(); }

void check(const test::Case& one) {
  SCOPED_TRACE(one.where());
  ingest::Record record;
  record.file = "page.html", record.id = "page", record.form = ingest::Form::page;
  record.text = joined(one.all("html"));
  if (const std::string url = one.get("url"); !url.empty()) record.url = url;
  const auto article = extractor().extract(std::move(record), {});
  ASSERT_TRUE(article) << article.error().message();
  std::vector<std::string> body;
  for (const Block& block : article->blocks)
    if (block.kind != BlockKind::title) body.emplace_back(block.span.of(article->text));
  if (!one.all("body").empty()) {
    EXPECT_EQ(joined(body), joined(one.all("body")));
  }
  if (const std::string kind = one.get("kind"); !kind.empty()) {
    EXPECT_EQ(word(article->kind), kind);
  }
  EXPECT_EQ(article->next_page.value_or(""), one.get("next"));
  if (const std::string updated = one.get("updated"); !updated.empty()) {
    EXPECT_EQ(iso(article->updated), updated);
    EXPECT_EQ(iso(article->published), one.get("published"));
  }
}

TEST(WholePages, Cases) {
  const auto cases = test::read_cases(case_path("whole_pages.txt"));
  ASSERT_FALSE(cases.empty());
  for (const test::Case& one : cases) check(one);
}

// The pages of examples/: what they are, how many blocks their bodies have, and how those begin.
TEST(WholePages, Examples) {
  struct Expected {
    std::string file, kind, begins;
    std::size_t blocks;
  };
  const std::vector<Expected> all{
      {"en-lake-talks-live", "live", "Kenya and Uganda opened talks", 6},
      {"id-nelayan-next", "article", "Kenya membebaskan sembilan nelayan", 3},
      {"id-patroli-danau", "article", "Menteri Luar Negeri Kenya Amos", 6},
  };
  for (const Expected& expected : all) {
    SCOPED_TRACE(expected.file);
    std::ostringstream html;
    html << std::ifstream(WARTA_SOURCE_DIR "/examples/pages/" + expected.file + ".html").rdbuf();
    ingest::Record record;
    record.form = ingest::Form::page, record.text = html.str();
    const auto article = extractor().extract(std::move(record), {});
    ASSERT_TRUE(article) << article.error().message();
    ASSERT_EQ(article->blocks.size(), expected.blocks + 1);  // and the title
    EXPECT_EQ(word(article->kind), expected.kind);
    EXPECT_EQ(article->blocks[1].span.of(article->text).substr(0, expected.begins.size()), expected.begins);
  }
}

// A hostile page cannot make the data that are read beside its blocks cost more than they are long.
TEST(WholePages, DataThatNestWithoutEnd) {
  for (const std::string open : {"[", "{\"a\":", "\"<p>"}) {
    std::string data;
    for (int i = 0; i < 50'000; ++i) data += open;
    ingest::Record record;
    record.form = ingest::Form::page;
    record.text = "<html><body><div id=root></div><script id=__NEXT_DATA__>" + data + "</script>";
    Options any;
    any.any = true;
    const auto article = extractor().extract(std::move(record), any);
    ASSERT_TRUE(article);
    EXPECT_TRUE(article->blocks.empty());
  }
}

}  // namespace
}  // namespace warta::extract
