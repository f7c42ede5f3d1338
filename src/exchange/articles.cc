#include "exchange/articles.h"

#include "json.h"

namespace warta::exchange {
namespace {

using extract::Article;
using extract::Block;
using extract::BlockKind;

// Where a paragraph begins: before its dateline, if the text still has it.
std::uint32_t begin_of(const Article& article, const Block& block) {
  if (article.language == "id" || block.span.begin < article.body_begin) return block.span.begin;
  const Span before{article.body_begin, block.span.begin};
  return before.of(article.text).find('\n') == std::string_view::npos ? before.begin : block.span.begin;
}

// Blocks of the body; the title is a field of its own.
template <class Write>
void each_paragraph(const Article& article, Write&& write) {
  for (const Block& block : article.blocks)
    if (block.kind != BlockKind::title) write(block, Span{begin_of(article, block), block.span.end}.of(article.text));
}

void list(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key);
  json.begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void date(JsonWriter& json, std::string_view key, const std::optional<extract::Published>& date) {
  json.maybe(key, date ? std::optional<std::string>(date->iso) : std::nullopt);
}

void write_json(const Article& article, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.field("id", article.id);
  json.maybe("url", article.url);
  json.maybe("title", article.title);
  std::string text;
  json.key("body");
  json.begin_array();
  each_paragraph(article, [&](const Block&, std::string_view paragraph) {
    json.string(paragraph);
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  });
  json.end_array();
  json.field("text", text);
  date(json, "published", article.published);
  date(json, "updated", article.updated);
  list(json, "authors", article.authors);
  list(json, "editors", article.editors);
  json.maybe("outlet", article.outlet);
  json.maybe("dateline",
             article.dateline ? std::optional<std::string>(article.dateline->of(article.text)) : std::nullopt);
  json.maybe("agency", article.agency);
  json.field_or_null("language", article.language);
  json.key("captions");
  json.begin_array();
  for (const Span caption : article.captions) json.string(caption.of(article.text));
  json.end_array();
  json.field("kind", word(article.kind));
  json.maybe("section", article.section);
  list(json, "tags", article.tags);
  json.maybe("image", article.image);
  json.maybe("next_page", article.next_page);
  json.end_object();
  out += '\n';
}

std::string_view mark(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "## ";
    case BlockKind::item:
      return "- ";
    case BlockKind::quote:
      return "> ";
    default:
      return {};
  }
}

// What Markdown would read as its own marks is escaped; no other mark matters at the start of a line.
void append_escaped(std::string& out, std::string_view text) {
  if (!text.empty() && std::string_view("#>-+*|").find(text[0]) != std::string_view::npos) out += '\\';
  for (const char c : text) {
    if (c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '<' || c == '\\') out += '\\';
    out += c;
  }
}

void write_markdown(const Article& article, std::string& out) {
  if (article.title) {
    out += "# ";
    append_escaped(out, *article.title);
    out += "\n\n";
  }
  BlockKind last = BlockKind::title;
  each_paragraph(article, [&](const Block& block, std::string_view paragraph) {
    if (last == BlockKind::item && block.kind != BlockKind::item) out += '\n';
    out += mark(block.kind);
    append_escaped(out, paragraph);
    out += block.kind == BlockKind::item ? "\n" : "\n\n";
    last = block.kind;
  });
  if (last == BlockKind::item) out += '\n';
}

void write_text(const Article& article, std::string& out) {
  if (article.title) out.append(*article.title).append("\n\n");
  each_paragraph(article, [&](const Block&, std::string_view paragraph) { out.append(paragraph).append("\n\n"); });
}

}  // namespace

std::optional<ArticleFormat> parse_article_format(std::string_view name) {
  if (name == "json") return ArticleFormat::json;
  if (name == "markdown") return ArticleFormat::markdown;
  if (name == "text") return ArticleFormat::text;
  return std::nullopt;
}

void write(ArticleFormat format, const Article& article, std::string& out) {
  switch (format) {
    case ArticleFormat::json:
      return write_json(article, out);
    case ArticleFormat::markdown:
      return write_markdown(article, out);
    case ArticleFormat::text:
      return write_text(article, out);
  }
}

}  // namespace warta::exchange
