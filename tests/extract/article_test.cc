#include <gtest/gtest.h>

#include "base/utf8.h"
#include "case_file.h"
#include "tables_of_data.h"

namespace warta::extract {
namespace {

constexpr std::string_view kOpen = "\xc2\xab", kClose = "\xc2\xbb";  // « and » around the coded part of a line

// The text of a case, and the blocks that its lines ask for.
struct Expected {
  std::string text;
  std::vector<std::string> blocks;  // "P First sentence."
};

std::string without(std::string line, std::string_view mark) {
  if (const std::size_t at = line.find(mark); at != std::string::npos) line.erase(at, mark.size());
  return line;
}

Expected expected_of(const test::Case& one) {
  Expected out;
  for (const auto& [key, value] : one.fields) {
    if (key.size() != 1 || std::string_view("-TDHPCW").find(key[0]) == std::string_view::npos) continue;
    out.text += without(without(value, kOpen), kClose) + "\n";
    const std::size_t open = value.find(kOpen), close = value.find(kClose);
    const std::size_t begin = open == std::string::npos ? 0 : open + kOpen.size();
    const std::string coded = value.substr(begin, close == std::string::npos ? close : close - begin);
    if (key == "W")
      out.blocks.back() += "\n" + coded;
    else if (key != "-" && key != "C")
      out.blocks.push_back(key + " " + std::string(utf8::trim(coded)));
  }
  return out;
}

std::vector<std::string> blocks_of(const Article& article) {
  std::vector<std::string> out;
  for (const Block& block : article.blocks)
    if (block.span.begin >= article.body_begin || !article.body_begin)
      out.push_back(std::string(1, "TDHP"[static_cast<std::size_t>(block.kind)]) + " " +
                    std::string(block.span.of(article.text)));
  return out;
}

ingest::Record record_of(const test::Case& one, const std::string& text) {
  ingest::Record record;
  record.file = "page", record.id = "page", record.text = text;
  if (const std::string title = one.get("record_title"); !title.empty()) record.title = title;
  if (const std::string date = one.get("record_date"); !date.empty()) record.date = date;
  if (const std::string language = one.get("record_language"); !language.empty()) record.language = language;
  return record;
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += item + "\n";
  return out;
}

void check_fields(const test::Case& one, const Article& article) {
  const auto check = [&](const char* key, const std::optional<std::string>& got) {
    EXPECT_EQ(got.value_or("none"), one.get(key, "none")) << key;
  };
  EXPECT_EQ(article.language, one.get("language", article.language));
  std::optional<std::string> published, dateline;
  if (article.published) published = article.published->iso;
  if (article.dateline) dateline = std::string(article.dateline->of(article.text));
  check("title", article.title);
  check("published", published);
  check("dateline", dateline);
  check("agency", article.agency);
  check("outlet", article.outlet);
  EXPECT_EQ(listed(article.authors), listed(one.all("author"))) << "authors";
  EXPECT_EQ(listed(article.editors), listed(one.all("editor"))) << "editors";
  std::vector<std::string> captions;
  for (const Span caption : article.captions) captions.push_back(std::string(caption.of(article.text)));
  EXPECT_EQ(listed(captions), listed(one.all("C"))) << "captions";
}

void check_case(const test::Case& one) {
  SCOPED_TRACE(one.where());
  const Expected expected = expected_of(one);
  const auto article = extractor().extract(record_of(one, expected.text), {});
  if (const std::string refused = one.get("refused"); !refused.empty()) {
    ASSERT_FALSE(article) << listed(blocks_of(*article));
    EXPECT_EQ(word(article.error().why), refused);
    return;
  }
  ASSERT_TRUE(article) << article.error().message();
  EXPECT_EQ(listed(blocks_of(*article)), listed(expected.blocks));
  check_fields(one, *article);
}

class Pages : public ::testing::TestWithParam<const char*> {};

TEST_P(Pages, Cases) {
  const auto cases = test::read_cases(case_path(GetParam()));
  ASSERT_FALSE(cases.empty());
  for (const test::Case& one : cases) check_case(one);
}

ingest::Record sentence(const std::string& text) {
  ingest::Record record;
  record.file = "page", record.id = "page", record.text = text;
  return record;
}

TEST(GivenOptions, AreBelieved) {
  Options options;
  options.language = "id";
  options.published = Published{"2024-06-12", *parse_iso_day("2024-06-12")};
  const auto article = extractor().extract(sentence("Peru recalled its ambassador from Mexico."), options);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->language, "id");
  EXPECT_EQ(article->published->iso, "2024-06-12");
  options.language = "fr";
  EXPECT_EQ(extractor().extract(sentence("Peru recalled its ambassador."), options).error().why,
            Why::unsupported_language);
  options.language = "en";
  options.published = Published{"1901-01-01", *parse_iso_day("1901-01-01")};
  EXPECT_EQ(extractor().extract(sentence("Peru recalled its ambassador."), options).error().why, Why::bad_date);
}

TEST(GivenOptions, TheDateOfThePageComesFirst) {
  Options options;
  options.published = Published{"2020-01-01", *parse_iso_day("2020-01-01")};
  ingest::Record record = sentence("Peru recalled its ambassador from Mexico on Wednesday.");
  record.date = "2024-06-12";
  EXPECT_EQ(extractor().extract(std::move(record), options)->published->iso, "2024-06-12");
}

TEST(Titles, OfTheRecordStandFirstInTheText) {
  ingest::Record record = sentence("Kenya signed a pact on Tuesday.");
  record.title = "  Kenya signs pact ";
  const auto article = extractor().extract(std::move(record), {});
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "Kenya signs pact\n\nKenya signed a pact on Tuesday.");
  EXPECT_EQ(article->body_begin, 18u);
  ASSERT_EQ(article->blocks.size(), 2u);
  EXPECT_EQ(article->blocks[0].kind, BlockKind::title);
  EXPECT_EQ(article->blocks[1].span.begin, article->body_begin);
}

TEST(Refusals, NothingToCode) {
  for (const std::string text : {"***", "(mrt)", "Advertisement", "12:30", "\n\n", "-"})
    EXPECT_EQ(extractor().extract(sentence(text), {}).error().why, Why::no_body) << text;
}

TEST(Refusals, NotesAreValidUtf8WhereverAFieldIsCut) {
  for (std::size_t blanks = 0; blanks < 4; ++blanks) {
    ingest::Record record;
    record.text = "Peru recalled its ambassador from Mexico on Wednesday.";
    record.date = std::string(blanks, 'x');
    for (int i = 0; i < 30; ++i) *record.date += "\xf0\x9f\x95\x8a";
    const auto article = extractor().extract(std::move(record), {});
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().why, Why::bad_date);
    EXPECT_FALSE(utf8::first_invalid(article.error().note));
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Pages, ::testing::Values("pages_id.txt", "pages_en.txt", "plain.txt"));

}  // namespace
}  // namespace warta::extract
