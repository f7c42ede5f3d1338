// What the readers of single kinds of feeds share, and the kinds that have a file of their own.
#pragma once
#include <pugixml.hpp>
#include <string>

#include "ingest/feed.h"

namespace warta::ingest {

void add(FeedItem item, Feed& feed);  // among the items, or among the problems if there is nothing to read

// Takes the element that was open when the XML broke out of the tree: its link may be cut.
void drop_cut_item(pugi::xml_node root);

Feed sitemap(pugi::xml_node root, const Url& url);                      // urlset or sitemapindex
Result<Feed> parse_json_feed(const std::string& text, const Url& url);  // text is valid UTF-8

}  // namespace warta::ingest
