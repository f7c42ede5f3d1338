// Sitemaps (sitemaps.org, protocol 0.9) with the news elements of Google's extension 0.9. Addresses are absolute there;
// relative ones are read all the same.
#include <algorithm>

#include "feed_parts.h"
#include "ingest/feed_date.h"
#include "inline_text.h"
#include "xml_names.h"

namespace warta::ingest {
namespace {

FeedItem page(pugi::xml_node node, const XmlNames& names, const Url& url) {
  FeedItem item;
  item.link = resolve(url, names.text(node, "loc"));
  if (names.text(node, "loc").empty()) item.link.reset();
  const pugi::xml_node news = names.child(node, "news", Space::news);
  item.title = inline_text(names.text(news, "title", Space::news));
  item.published = feed_date(names.text(news, "publication_date", Space::news));
  item.updated = feed_date(names.text(node, "lastmod"));
  item.outlet = inline_text(names.text(names.child(news, "publication", Space::news), "name", Space::news));
  return item;
}

}  // namespace

Feed sitemap(pugi::xml_node root, const Url& url) {
  const XmlNames names(root);
  Feed feed;
  feed.kind = local_name(root) == "urlset" ? FeedKind::sitemap : FeedKind::sitemap_index;
  std::vector<std::pair<std::string, Url>> children;
  for (const pugi::xml_node node : root.children()) {
    if (names.is(node, "url")) add(page(node, names, url), feed);
    if (!names.is(node, "sitemap")) continue;
    if (auto child = resolve(url, names.text(node, "loc")))
      children.emplace_back(feed_date(names.text(node, "lastmod")).value_or(""), std::move(*child));
  }
  std::stable_sort(children.begin(), children.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [date, child] : children) feed.sitemaps.push_back(std::move(child));
  return feed;
}

}  // namespace warta::ingest
