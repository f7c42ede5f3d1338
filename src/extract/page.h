// Page: what an HTML page shows, as plain values: the text of its blocks in order, what the tree says of each, and the
// facts of head and tree that metadata are read from. No type of the parser passes this header.
// Takes  UTF-8 (charset.h makes it), and an arena, which must outlive the Page. Views lie in the tree, which it keeps.
// Fails  with too_large where elements nest deeper than kPageDepth, or the tree outgrows the page by far.
// Costs  one parse and one walk; no allocation for a node. Tests  tests/extract/page_test.cc, fuzz/page.cc
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/result.h"
#include "base/span.h"
#include "class_words.h"

namespace warta::extract {

inline constexpr std::size_t kPageDepth = 512;  // as deep as browsers nest elements

// The element that makes a block of its text; `other` is a div or anything else that breaks a line.
enum class Tag : std::uint8_t {
  other,
  p,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  li,
  blockquote,
  cell,
  caption,
  pre,
  term,
  definition,
  address,
  summary,
  count_
};  // clang-format off

// Elements around a block.
enum class Around : std::uint8_t {
  article, main, aside, nav, header, footer, figure, table, list, quote, form, details, noscript, hidden, count_
};
// clang-format on
using Arounds = std::uint16_t;
constexpr Arounds bit(Around around) { return static_cast<Arounds>(1u << static_cast<unsigned>(around)); }

// A stretch of text that a browser would set on lines of its own, <br> included; never empty.
struct PageBlock {
  Span text;  // of Page::text, white space collapsed
  Tag tag = Tag::other;
  Arounds around = 0;
  std::uint16_t depth = 0;
  bool after_break = false;                      // begins behind a <br> of the same element
  bool after_image = false;                      // an image, a video or a frame stands between it and the block before
  bool after_rule = false;                       // a <hr> does
  std::uint32_t element = 0;                     // whose text it is: index in Page::elements
  std::uint32_t link_bytes = 0, bold_bytes = 0;  // of its text inside <a>; inside <b>, <strong>, <em>, <i>
  std::uint16_t links = 0;
  ClassKinds own = 0;   // kinds of class and id words of the element and what is inline in it
  ClassKinds near = 0;  // of the two elements around it
  ClassKinds far = 0;   // of those further up, <body> apart
};

// A block-level element; its number is its index. Those inside it follow it, up to `last`.
struct PageElement {
  std::uint32_t parent = 0, last = 0;
};

struct Meta {
  std::string_view key;  // name, property, itemprop or http-equiv as written
  std::string_view content;
};

struct Link {
  std::string_view rel, href, type, hreflang;
};

struct TimeElement {
  std::string_view datetime;  // empty where there is none
  Span text;                  // of Page::text
};

// An element with an itemprop, a rel of authors, or class or id words that tell of authors, dates and the like.
struct MarkedElement {
  std::string_view classes, id, itemprop, rel;
  std::string_view content;  // its content or datetime attribute
  std::string_view href;
  ClassKinds kinds = 0;
  Span text;                // of Page::text: all that it holds, blocks parted by line feeds
  std::uint32_t block = 0;  // the block in which it begins
};

struct Page {
  explicit Page(Arena& arena)
      : text(&arena),
        blocks(&arena),
        elements(&arena),
        headings(&arena),
        metas(&arena),
        links(&arena),
        times(&arena),
        marked(&arena),
        numbered(&arena),
        json_ld(&arena) {}

  std::pmr::string text;  // the blocks, each followed by a line feed
  std::pmr::vector<PageBlock> blocks;
  std::pmr::vector<PageElement> elements;    // 0 stands for none
  std::string_view title;                    // of <title>
  std::string_view language;                 // lang of <html>
  std::pmr::vector<std::uint32_t> headings;  // blocks that are <h1>
  std::pmr::vector<Meta> metas;
  std::pmr::vector<Link> links;  // <link>
  std::pmr::vector<TimeElement> times;
  std::pmr::vector<MarkedElement> marked;
  std::pmr::vector<std::string_view> numbered;  // addresses of links that end on a small number: pages of an article
  std::pmr::vector<std::string_view> json_ld;   // scripts of type application/ld+json
  std::string_view next_data;                   // the script with id __NEXT_DATA__
  std::string_view base;                        // href of <base>
  bool amp = false;
  std::shared_ptr<const void> tree;  // what the views lie in

  std::string_view of(const PageBlock& block) const { return block.text.of(text); }
};

Result<Page> read_page(std::string_view html, const ClassWords& classes, Arena& arena);

}  // namespace warta::extract
