#include "page_kind.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::uint32_t kLittle = 350;    // bytes of body, some 60 words: less is a teaser
constexpr std::uint32_t kSentence = 100;  // bytes of a paragraph that is one
constexpr std::size_t kHeadlines = 12;    // links as long as headlines that make a list
constexpr std::uint32_t kHeadline = 25;   // bytes of such a link

struct Shape {
  std::uint32_t body = 0, longest = 0;  // bytes of the body, of its longest paragraph
  std::size_t paragraphs = 0;           // of a sentence or more
  std::size_t headlines = 0;            // links outside the body
  bool wall = false, live = false;
};

Shape shape_of(const Page& page, const std::vector<BlockState>& states) {
  Shape shape;
  std::size_t live = 0, kept = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    const std::uint32_t size = block.text.size();
    const ClassKinds kinds = block.own | block.near;
    if (states[i] == BlockState::kept) {
      ++kept;
      shape.body += size;
      shape.longest = std::max(shape.longest, size);
      shape.paragraphs += size >= kSentence && block.link_bytes * 2 < size;
      live += (kinds & bit(ClassKind::live)) != 0;
    } else {
      shape.headlines += size >= kHeadline && block.link_bytes * 10 >= size * 9;
      shape.wall |= (kinds & bit(ClassKind::paywall)) != 0 && size >= kHeadline;
    }
  }
  shape.live = kept > 0 && live * 2 > kept;
  return shape;
}

std::string_view meta(const Page& page, std::string_view key) {
  for (const Meta& one : page.metas)
    if (one.key == key) return one.content;
  return {};
}

bool has_type(const LinkedData& linked, std::string_view type) {
  return std::any_of(linked.items.begin(), linked.items.end(),
                     [&](const LinkedItem& item) { return item.type == type; });
}

// "https://paper.example/", "https://paper.example/index.html": the address names no page below the host.
bool is_front(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  url.remove_prefix(scheme + 3);
  const std::size_t slash = url.find('/');
  std::string_view path = slash == std::string_view::npos ? std::string_view() : url.substr(slash + 1);
  path = path.substr(0, path.find_first_of("?#"));
  return path.empty() || path == "index.html" || path == "index.php";
}

// Where the page stands: as fetched, else as it says.
std::string address_of(const Page& page, const Metadata& data, const Article& article) {
  if (article.url) return *article.url;
  if (data.url) return data.url->value;
  for (const Link& link : page.links)
    if (link.rel == "canonical") return std::string(link.href);
  return std::string(meta(page, "og:url"));
}

}  // namespace

ArticleKind kind_of_page(const Page& page, const std::vector<BlockState>& states, const LinkedData& linked,
                         const Metadata& data, const Article& article) {
  const Shape shape = shape_of(page, states);
  const bool little = shape.body < kLittle || shape.paragraphs == 0;
  const bool article_item =
      std::any_of(linked.items.begin(), linked.items.end(), [](const LinkedItem& item) { return item.is_article(); });
  const bool locked = std::any_of(linked.items.begin(), linked.items.end(),
                                  [](const LinkedItem& item) { return item.free && !*item.free; });
  const std::string_view type = meta(page, "og:type");
  if (is_front(address_of(page, data, article)) && !article_item && shape.headlines >= kHeadlines)
    return ArticleKind::front;
  if (has_type(linked, "LiveBlogPosting") || shape.live) return ArticleKind::live;
  if (!little) return ArticleKind::article;
  if (locked || shape.wall) return ArticleKind::wall;
  if (has_type(linked, "VideoObject") || type.substr(0, 5) == "video") return ArticleKind::video;
  if (has_type(linked, "ImageGallery")) return ArticleKind::gallery;
  if (!article_item && type != "article" && shape.headlines >= kHeadlines) return ArticleKind::list;
  return ArticleKind::article;
}

}  // namespace warta::extract
