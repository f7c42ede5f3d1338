// Pages of outlets: what is article and what is furniture. Cases: tests/extract/cases/html_*.txt
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>

#include "base/utf8.h"
#include "case_file.h"
#include "tables_of_data.h"

namespace warta::extract {
namespace {

std::string read_file(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

ingest::Record page_record(std::string html) {
  ingest::Record record;
  record.file = "page.html", record.id = "page", record.form = ingest::Form::page;
  record.text = std::move(html);
  return record;
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += item + "\n";
  return out;
}

// The paragraphs of the bare page, with what a case adds to them.
std::vector<std::string> paragraphs(const std::string& html, const std::vector<std::string>& kept) {
  std::vector<std::string> out;
  const std::size_t body = html.find("<!--top-->");
  for (std::size_t at = html.find("<p>", body); at != std::string::npos; at = html.find("<p>", at + 1)) {
    const std::size_t end = html.find("</p>", at);
    if (html.find("<!--end-->") < at) break;
    if (out.size() == 2) out.insert(out.end(), kept.begin(), kept.end());
    out.push_back(html.substr(at + 3, end - at - 3));
  }
  return out;
}

std::vector<std::string> body_of(const Article& article) {
  std::vector<std::string> out;
  for (const Block& block : article.blocks)
    if (block.kind != BlockKind::title) out.push_back(std::string(block.span.of(article.text)));
  return out;
}

void check_case(const test::Case& one) {
  SCOPED_TRACE(one.where());
  std::string html = read_file(case_path("html_page_" + one.get("language") + ".html"));
  const std::vector<std::string> expected = paragraphs(html, one.all("keep"));
  for (const std::string place : {"top", "in", "end"})
    html.replace(html.find("<!--" + place + "-->"), place.size() + 7, listed(one.all(place)));
  const auto article = extractor().extract(page_record(html), {});
  ASSERT_TRUE(article) << article.error().message();
  EXPECT_EQ(listed(body_of(*article)), listed(expected));
  std::vector<std::string> captions;
  for (const Span caption : article->captions) captions.push_back(std::string(caption.of(article->text)));
  EXPECT_EQ(listed(captions), listed(one.all("caption")));
  EXPECT_EQ(article->kind, ArticleKind::article);
}

TEST(HtmlPages, Furniture) {
  const auto cases = test::read_cases(case_path("html_furniture.txt"));
  ASSERT_FALSE(cases.empty());
  for (const test::Case& one : cases) check_case(one);
}

TEST(HtmlPages, TextIsTitleAndParagraphs) {
  const auto article = extractor().extract(page_record(read_file(case_path("html_page_en.html"))), {});
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Kenya and Uganda agree on lake patrols");
  const std::string_view body =
      std::string_view(article->text).substr(article->body_begin, article->body_end - article->body_begin);
  std::string joined;
  for (const std::string& paragraph : body_of(*article)) joined += (joined.empty() ? "" : "\n\n") + paragraph;
  EXPECT_EQ(body, joined);
  EXPECT_FALSE(utf8::first_invalid(article->text));
}

TEST(HtmlPages, DatelineOfIndonesianPagesIsCut) {
  std::string html = read_file(case_path("html_page_id.html"));
  html.replace(html.find("<p>Menteri Luar"), 3, "<p>NAIROBI, WARTA TELUK -- ");
  const auto article = extractor().extract(page_record(html), {});
  ASSERT_TRUE(article);
  ASSERT_TRUE(article->dateline);
  EXPECT_EQ(article->dateline->of(article->text), "NAIROBI");
  EXPECT_EQ(article->text.compare(article->body_begin, 12, "Menteri Luar"), 0);
  html = read_file(case_path("html_page_en.html"));
  html.replace(html.find("<p>Kenya and Uganda agreed"), 3, "<p>NAIROBI (Reuters) - ");
  const auto english = extractor().extract(page_record(html), {});
  ASSERT_TRUE(english);
  EXPECT_EQ(english->dateline->of(english->text), "NAIROBI");
  EXPECT_EQ(english->agency, "Reuters");
  EXPECT_EQ(english->text.compare(english->body_begin, 7, "NAIROBI"), 0);
  EXPECT_EQ(body_of(*english).front().substr(0, 16), "Kenya and Uganda");  // coded without
}

TEST(HtmlPages, KindsThatAreNoArticle) {
  std::string links;
  for (int i = 0; i < 40; ++i)
    links += "<li><a href='/" + std::to_string(i) + "'>Kenya sends police officers to Haiti, part " +
             std::to_string(i) + "</a></li>";
  const std::string front =
      "<html lang=en><head><title>The Harbour Courier</title><link rel=canonical "
      "href='https://harbour.example/'></head><body><h1>The Harbour Courier</h1><ul>" +
      links + "</ul></body>";
  const auto refused = extractor().extract(page_record(front), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Why::no_body);
  Options any;
  any.any = true;
  const auto told = extractor().extract(page_record(front), any);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->kind, ArticleKind::front);
}

TEST(HtmlPages, OtherLanguagesAreRefusedByName) {
  std::string html = "<html lang=de><title>Wahl</title><body><h1>Wahl</h1>";
  for (int i = 0; i < 6; ++i)
    html +=
        "<p>Die Regierung hat am Mittwoch in Berlin beschlossen, dass die Wahl nicht verschoben wird, obwohl viele "
        "Bürger das gefordert hatten.</p>";
  EXPECT_EQ(extractor().extract(page_record(html), {}).error().why, Why::unsupported_language);
  Options any;
  any.any = true;
  EXPECT_EQ(extractor().extract(page_record(html), any)->language, "de");
}

// Each ends in time and without a crash, whatever comes out.
TEST(HtmlPages, Hostile) {
  const std::string page = read_file(case_path("html_page_id.html"));
  std::vector<std::string> pages{"", "<", std::string(100, '\0'), "<html", page + std::string(1, '\xff') + page};
  for (std::size_t cut = 0; cut < page.size(); cut += 97) pages.push_back(page.substr(0, cut));
  std::string nested, cells, attributes = "<p ";
  for (int i = 0; i < 100'000; ++i) nested += "<div>", cells += "<table><tr><td>";
  for (int i = 0; i < 20'000; ++i) attributes += "class" + std::to_string(i) + "=x ";
  pages.insert(pages.end(), {nested, cells, attributes + ">text", "<!--" + std::string(1 << 20, '-')});
  Options any;
  any.any = true;
  for (std::string& one : pages) {
    const auto article = extractor().extract(page_record(std::move(one)), any);
    if (article) {
      EXPECT_FALSE(utf8::first_invalid(article->text));
    }
  }
}

}  // namespace
}  // namespace warta::extract
