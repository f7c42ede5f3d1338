// What `warta extract` prints: docs/formats/article.md.
#include "exchange/articles.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

using exchange::ArticleFormat;
using extract::Article;
using extract::BlockKind;

void add(Article& article, BlockKind kind, std::string_view text) {
  if (!article.text.empty()) article.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(article.text.size());
  article.text += text;
  article.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(article.text.size())}});
}

Article sample() {
  Article article;
  article.id = "17";
  article.language = "en";
  article.title = "Kenya *frees* fishermen";
  add(article, BlockKind::title, *article.title);
  article.body_begin = static_cast<std::uint32_t>(article.text.size()) + 2;
  add(article, BlockKind::paragraph, "KISUMU -- Uganda freed them.");
  article.blocks.back().span.begin += 10;  // the dateline is in no block
  add(article, BlockKind::heading, "What follows");
  add(article, BlockKind::item, "# first");
  add(article, BlockKind::item, "second");
  add(article, BlockKind::quote, "\"At last\"");
  article.body_end = static_cast<std::uint32_t>(article.text.size());
  article.authors = {"Grace \"G.\" Mwangala"};
  article.next_page = "https://pena.example/17?page=2";
  return article;
}

std::string written(ArticleFormat format, const Article& article) {
  std::string out;
  exchange::write(format, article, out);
  return out;
}

TEST(Articles, Json) {
  const std::string json = written(ArticleFormat::json, sample());
  const auto has = [&](std::string_view part) { return json.find(part) != std::string::npos; };
  EXPECT_TRUE(has(R"("id":"17","url":null,"title":"Kenya *frees* fishermen")")) << json;
  EXPECT_TRUE(has(R"("body":["KISUMU -- Uganda freed them.","What follows","# first","second","\"At last\""])"))
      << json;
  EXPECT_TRUE(has(R"(KISUMU -- Uganda freed them.\n\nWhat follows)")) << json;
  EXPECT_TRUE(has(R"("authors":["Grace \"G.\" Mwangala"],"editors":[])")) << json;
  EXPECT_TRUE(has(R"("published":null)")) << json;
  EXPECT_TRUE(has(R"("kind":"article")")) << json;
  EXPECT_TRUE(has(R"("next_page":"https://pena.example/17?page=2")")) << json;
  EXPECT_EQ(json.find('\n'), json.size() - 1);
}

TEST(Articles, DatelinesOfIndonesianPagesAreNoText) {
  Article article = sample();
  article.language = "id";
  EXPECT_NE(written(ArticleFormat::json, article).find(R"("body":["Uganda freed them.")"), std::string::npos);
}

TEST(Articles, MarkdownWithItsOwnMarksEscaped) {
  EXPECT_EQ(
      written(ArticleFormat::markdown, sample()),
      "# Kenya \\*frees\\* fishermen\n\nKISUMU -- Uganda freed them.\n\n## What follows\n\n- \\# first\n- second\n\n"
      "> \"At last\"\n\n");
}

TEST(Articles, PlainText) {
  EXPECT_EQ(written(ArticleFormat::text, sample()),
            "Kenya *frees* fishermen\n\nKISUMU -- Uganda freed them.\n\nWhat follows\n\n# first\n\nsecond\n\n\"At "
            "last\"\n\n");
}

TEST(Articles, FormatsByName) {
  EXPECT_EQ(exchange::parse_article_format("markdown"), ArticleFormat::markdown);
  EXPECT_EQ(exchange::parse_article_format("xml"), std::nullopt);
}

}  // namespace
}  // namespace warta
