// Clean articles for programs and people: what `warta extract` prints.
// Takes  an Article, of a page or of a plain text.
// Gives  one JSON object a line, a Markdown document, or plain paragraphs. docs/formats/article.md
// Tests  tests/exchange/articles_test.cc, tests/gold/gold_test.py
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "extract/extract.h"

namespace warta::exchange {

enum class ArticleFormat : std::uint8_t { json, markdown, text };
std::optional<ArticleFormat> parse_article_format(std::string_view name);

// Appends the article and what parts it from the next one.
void write(ArticleFormat format, const extract::Article& article, std::string& out);

}  // namespace warta::exchange
