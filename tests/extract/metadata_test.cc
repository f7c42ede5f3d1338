#include "metadata.h"

#include <gtest/gtest.h>

#include <fstream>

#include "case_file.h"
#include "outlet_names.h"
#include "people.h"
#include "tables_of_data.h"
#include "titles.h"

namespace warta::extract {
namespace {

const MetaKeys& meta_keys() {
  static const auto keys = MetaKeys::load(data_folders());
  if (!keys) throw std::runtime_error(keys.error().message());
  return *keys;
}
const ClassWords& class_words() {
  static const auto classes = ClassWords::load(data_folders());
  if (!classes) throw std::runtime_error(classes.error().message());
  return *classes;
}

// The body of a test page: from its first to its last <p> of at least six words.
BlockRange body_of(const Page& page) {
  BlockRange body;
  for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
    const std::string_view text = page.of(page.blocks[i]);
    if (page.blocks[i].tag != Tag::p || std::count(text.begin(), text.end(), ' ') < 5) continue;
    if (body.empty()) body.first = i;
    body.last = i + 1;
  }
  return body;
}

Metadata metadata_of_html(const std::string& html, MetadataContext context) {
  Arena arena;
  const auto page = read_page(html, class_words(), arena);
  if (!page) throw std::runtime_error(page.error().message());
  context.body = body_of(*page);
  return metadata_of(*page, read_lines(page->text, 0, furniture(), languages()),
                     read_json_ld({page->json_ld.begin(), page->json_ld.end()}), context,
                     {furniture(), languages(), meta_keys()});
}

std::string joined(const std::vector<std::string>& lines, const char* mark) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : mark) + line;
  return out;
}
std::string joined(const std::vector<Fact>& facts) {
  std::vector<std::string> values;
  for (const Fact& fact : facts) values.push_back(fact.value);
  return joined(values, "; ");
}
std::string value(const std::optional<Fact>& fact) { return fact ? fact->value : "none"; }
std::string value(const std::optional<Published>& date) { return date ? date->iso : "none"; }

std::string value_of(const Metadata& data, const std::string& key) {
  if (key == "title") return value(data.title);
  if (key == "published") return value(data.published);
  if (key == "updated") return value(data.updated);
  if (key == "authors") return data.authors.empty() ? "none" : joined(data.authors);
  if (key == "editors") return data.editors.empty() ? "none" : joined(data.editors);
  if (key == "agency") return value(data.agency);
  if (key == "outlet") return value(data.outlet);
  if (key == "canonical") return value(data.url);
  if (key == "section") return value(data.section);
  if (key == "tags") return data.tags.empty() ? "none" : joined(data.tags, "; ");
  if (key == "image") return value(data.image);
  if (key == "image_caption") return value(data.image_caption);
  if (key == "declared") return value(data.language);
  return "no such key: " + key;
}

void check_case(const test::Case& one) {
  SCOPED_TRACE(one.where());
  MetadataContext context;
  const std::string language = one.get("language", "id"), fetched = one.get("fetched"), url = one.get("url");
  context.language = language;
  if (!fetched.empty()) context.latest = parse_iso_day(fetched);
  if (!url.empty()) context.url = url;
  const Metadata data = metadata_of_html(joined(one.all("html"), "\n"), context);
  for (const auto& [key, expected] : one.fields)
    if (key != "html" && key != "language" && key != "fetched" && key != "url") {
      EXPECT_EQ(value_of(data, key), expected) << key;
    }
}

class PageMetadata : public ::testing::TestWithParam<const char*> {};
TEST_P(PageMetadata, Cases) {
  const auto cases = test::read_cases(case_path(GetParam()));
  ASSERT_GT(cases.size(), 5u);
  for (const test::Case& one : cases) check_case(one);
}
INSTANTIATE_TEST_SUITE_P(Files, PageMetadata,
                         ::testing::Values("page_titles.txt", "page_credits.txt", "page_dates.txt", "page_facts.txt"));

TEST(Titles, WithoutTheOutlet) {
  OutletNames outlet(furniture());
  outlet.add("Suara Nusa");
  outlet.add_address("https://nasional.suaranusa.co.id/berita/1");
  const auto bare = [&](std::string_view title) { return without_outlet(title, outlet, furniture()); };
  const std::string headline = "Kenya dan Uganda Teken Perjanjian";
  for (const std::string& title :
       {headline + " | Suara Nusa", headline + " - SuaraNusa.co.id", "Suara Nusa: " + headline,
        headline + " – Suara Nusa Internasional", headline + " | Internasional | Suara Nusa", headline + " - Halaman 2",
        headline + " - Halaman all - Suara Nusa", "  " + headline + "  "})
    EXPECT_EQ(bare(title), headline) << title;
  EXPECT_EQ(bare("Perang Dagang - Siapa Untung?"), "Perang Dagang - Siapa Untung?");
  EXPECT_EQ(bare("Suara Nusa"), "Suara Nusa");
  EXPECT_EQ(bare("Menteri: Kami Siap"), "Menteri: Kami Siap");
  EXPECT_EQ(bare(""), "");
}

TEST(Names, ThePageOwnOutletAndWhatElseIsNoPerson) {
  OutletNames outlet(furniture());
  outlet.add_address("https://regional.lintasnusa.com/read/1");
  for (const char* name : {"Lintas Nusa", "LintasNusa", "lintasnusa.com", "Lintasnusa Cyber Media", "PT Lintas Media",
                           "Tim Redaksi", "https://www.facebook.com/lintasnusa", "redaksi@lintasnusa.com", "kabar.id"})
    EXPECT_TRUE(outlet.signs(name)) << name;
  for (const char* name : {"Siti Rahma", "Lintang Nusantara", "Amos Kiprotich"})
    EXPECT_FALSE(outlet.signs(name)) << name;
}

TEST(Names, OfHostsAndAddresses) {
  EXPECT_EQ(host_of("https://www.Suara.example.co.id:8080/x?y"), "suara.example.co.id");
  EXPECT_EQ(host_of("//cdn.example.com/x"), "cdn.example.com");
  EXPECT_EQ(host_of("ftp://example.com"), "");
  EXPECT_EQ(host_of(""), "");
  OutletNames outlet(furniture());
  outlet.add_address("https://nasional.suara.co.id/x");
  EXPECT_EQ(outlet.host_label(), "suara");
  EXPECT_EQ(outlet.domain(), "suara.co.id");
}

TEST(Persons, AreTheSameInOtherSpellings) {
  EXPECT_TRUE(same_person("DINI TEJA", "Dini Teja"));
  EXPECT_TRUE(same_person("Jane Q. Doe", "Jane Doe"));
  EXPECT_FALSE(same_person("Jane Doe", "Jane Roe"));
  EXPECT_FALSE(same_person("Jane", "John"));
}

// What stands in a value of a page, and who is named by it.
TEST(Persons, OfValues) {
  OutletNames outlet(furniture());
  outlet.add_address("https://www.lintasnusa.com/");
  const People people(outlet, furniture(), languages());
  const auto authors = [&](const char* value) { return joined(people.named_in(value).authors, "; "); };
  EXPECT_EQ(authors("By Jane Doe and John Roe, Staff Writers"), "Jane Doe; John Roe");
  EXPECT_EQ(authors("Jane Doe, John Roe"), "Jane Doe; John Roe");
  EXPECT_EQ(authors("SITI RAHMA"), "Siti Rahma");
  EXPECT_EQ(authors("Siti Rahma - detikNews"), "Siti Rahma");
  EXPECT_EQ(authors("Oleh: Siti Rahma"), "Siti Rahma");
  EXPECT_EQ(authors("Troy L. Okello"), "Troy L. Okello");
  EXPECT_EQ(authors("Kevin Okello LINTASNUSA"), "Kevin Okello");
  EXPECT_EQ(authors("Jane Doe Jane Doe"), "Jane Doe");
  EXPECT_EQ(authors("Penulis : Siti Rahma, S.Sos"), "Siti Rahma");
  EXPECT_EQ(authors("Pewarta: Siti Rahma/Joko Susilo"), "Siti Rahma; Joko Susilo");
  EXPECT_EQ(authors("Penulis: Siti Rahma & Joko Susilo"), "Siti Rahma; Joko Susilo");
  EXPECT_EQ(authors("By Tim Okello - Lake Contributor 2019-11-19T12:48:14Z"), "Tim Okello");
  for (const char* nobody : {"Lintas Nusa", "admin", "Tim Redaksi", "https://facebook.com/x", "@siti", "C06",
                             "Facebook", "Washington", "AP National Writer", "", "2019", "The Russian ministry"})
    EXPECT_EQ(authors(nobody), "") << nobody;
  EXPECT_EQ(people.named_in("Reuters").agency, "Reuters");
  EXPECT_EQ(people.named_in("Sumber : CNN | Editor : Siti Rahma").agency, "CNN");
  EXPECT_EQ(joined(people.named_in("Sumber : CNN | Editor : Siti Rahma").editors, "; "), "Siti Rahma");
  EXPECT_EQ(joined(people.named_in("Penulis: Siti Rahma Editor: Joko Susilo").editors, "; "), "Joko Susilo");
}

TEST(MetaKeysTable, WrongRowsAreNamed) {
  const std::string folder = ::testing::TempDir() + "warta_meta_keys";
  (void)std::system(("mkdir -p " + folder + "/pages").c_str());
  for (const char* row : {"colour\t0.5\tx", "title\thigh\tx", "title\t2\tx", "title\t0.5\t*", "title\t0.5"}) {
    std::ofstream(folder + "/pages/metadata.tsv") << "field\tconfidence\tkeys\n" << row << "\n";
    const auto keys = MetaKeys::load({folder});
    ASSERT_FALSE(keys) << row;
    EXPECT_NE(keys.error().message().find("line 2"), std::string::npos) << row;
  }
}

TEST(PageMetadataOfNothing, IsEmpty) {
  for (const char* html : {"", "<html></html>", "<p>", "<meta name=author>", "<title></title><h1></h1>"}) {
    const Metadata data = metadata_of_html(html, {});
    EXPECT_FALSE(data.title) << html;
    EXPECT_FALSE(data.published) << html;
    EXPECT_TRUE(data.authors.empty()) << html;
  }
}

}  // namespace
}  // namespace warta::extract
