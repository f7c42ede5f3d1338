#include "page.h"

#include <gtest/gtest.h>

#include <string>

namespace warta::extract {
namespace {

const ClassWords& classes() {
  static const ClassWords words = ClassWords::load({WARTA_SOURCE_DIR "/data"}).value();
  return words;
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  while (count-- > 0) out += text;
  return out;
}

struct Parsed {
  Arena arena;
  Page page;
  explicit Parsed(std::string_view html) : page(read_page(html, classes(), arena).value()) {}
  std::string_view text(std::size_t i) const { return page.of(page.blocks.at(i)); }
};

TEST(Page, BlocksInOrderWithWhiteSpaceCollapsed) {
  const Parsed parsed("<body><div>Satu <b>dua</b>\n tiga<p>empat&nbsp;lima</p>enam<br>tu&shy;juh</div>");
  ASSERT_EQ(parsed.page.blocks.size(), 4u);
  EXPECT_EQ(parsed.text(0), "Satu dua tiga");
  EXPECT_EQ(parsed.text(1), "empat lima");
  EXPECT_EQ(parsed.text(2), "enam");
  EXPECT_EQ(parsed.text(3), "tujuh");
  EXPECT_EQ(parsed.page.blocks[0].bold_bytes, 4u);  // with the space before it
  EXPECT_EQ(parsed.page.blocks[1].tag, Tag::p);
  EXPECT_TRUE(parsed.page.blocks[3].after_break);
  EXPECT_EQ(parsed.page.blocks[2].element, parsed.page.blocks[3].element);
  EXPECT_EQ(parsed.page.elements[parsed.page.blocks[1].element].parent, parsed.page.blocks[0].element);
  EXPECT_EQ(parsed.page.elements[parsed.page.blocks[0].element].last, parsed.page.blocks[1].element);
}

TEST(Page, LinksClassesAndWhatIsAround) {
  const Parsed parsed(
      "<article><div class='relatedPosts'><ul><li><a href=/a>Rail deal signed</a></li></ul></div>"
      "<figure><img src=a><figcaption>A <a>b</a></figcaption></figure></article>");
  ASSERT_EQ(parsed.page.blocks.size(), 2u);
  const PageBlock& item = parsed.page.blocks[0];
  EXPECT_EQ(item.link_bytes, item.text.size());
  EXPECT_EQ(item.links, 1);
  EXPECT_TRUE((item.near | item.far) & bit(ClassKind::related));
  EXPECT_TRUE(item.around & bit(Around::list));
  EXPECT_TRUE(item.around & bit(Around::article));
  EXPECT_TRUE(parsed.page.blocks[1].after_image);
  EXPECT_EQ(parsed.page.blocks[1].tag, Tag::caption);
}

TEST(Page, FactsOfTheHead) {
  const Parsed parsed(
      "<html lang=id amp><head><title> Judul - Harian </title><meta property=og:title content=Judul>"
      "<link rel=canonical href=https://harian.example/1><script type=application/ld+json>{\"a\":1}</script></head>"
      "<body><h1>Judul</h1><time datetime=2024-05-01T10:00:00+07:00>1 Mei</time>"
      "<span class=penulis itemprop=author>Rani</span><script id=__NEXT_DATA__>{}</script>");
  const Page& page = parsed.page;
  EXPECT_EQ(page.title, "Judul - Harian");
  EXPECT_EQ(page.language, "id");
  EXPECT_TRUE(page.amp);
  ASSERT_EQ(page.metas.size(), 1u);
  EXPECT_EQ(page.metas[0].key, "og:title");
  ASSERT_EQ(page.links.size(), 1u);
  EXPECT_EQ(page.links[0].rel, "canonical");
  ASSERT_EQ(page.json_ld.size(), 1u);
  EXPECT_EQ(page.next_data, "{}");
  ASSERT_EQ(page.times.size(), 1u);
  EXPECT_EQ(page.times[0].text.of(page.text), "1 Mei");
  ASSERT_EQ(page.marked.size(), 1u);
  EXPECT_EQ(page.marked[0].text.of(page.text), "Rani");
  ASSERT_EQ(page.headings.size(), 1u);
}

TEST(Page, HostileNesting) {
  Arena arena;
  EXPECT_EQ(read_page(times(100'000, "<div>"), classes(), arena).error().why, Why::too_large);
  EXPECT_EQ(read_page(times(100'000, "<b class=") + times(10, "x>"), classes(), arena).has_value(), true);
  std::string formatting;
  for (int i = 0; i < 2000; ++i) formatting += "<font size=" + std::to_string(i) + ">";
  EXPECT_FALSE(read_page(formatting + times(50'000, "<p>a"), classes(), arena).has_value());
}

TEST(Page, Empty) { EXPECT_TRUE(Parsed("").page.blocks.empty()); }

}  // namespace
}  // namespace warta::extract
