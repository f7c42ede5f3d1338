// Lists of feeds: OPML 1.0 and 2.0, or an address a line.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/utf8.h"
#include "feed_text.h"
#include "ingest/feed.h"
#include "xml_names.h"

namespace warta::ingest {
namespace {

class Addresses {
 public:
  void add(std::string_view address, std::uint64_t number) {
    auto url = parse_url(address);
    if (!url) {
      list_.problems.push_back(
          Error{Why::bad_feed, fmt::format("no address of http or https: '{}'", address.substr(0, 80)), {}, number, 0});
      return;
    }
    if (seen_.insert(url->text()).second) list_.feeds.push_back(std::move(*url));
  }
  FeedList list() && { return std::move(list_); }

 private:
  FeedList list_;
  std::unordered_set<std::string> seen_;
};

// Outlines in outlines are folders; an xmlUrl makes one a feed, whatever its type says.
FeedList from_opml(pugi::xml_node root) {
  Addresses addresses;
  std::uint64_t number = 0;
  const pugi::xml_node body = root.child("body");
  for (pugi::xml_node node = body.first_child(); node;) {
    if (std::string_view(node.name()) == "outline") {
      ++number;
      for (const char* name : {"xmlUrl", "xmlurl", "xmlURL"})
        if (const pugi::xml_attribute address = node.attribute(name)) {
          addresses.add(address.value(), number);
          break;
        }
    }
    pugi::xml_node next = node.first_child();
    while (!next && node && node != body) {
      next = node.next_sibling();
      if (!next) node = node.parent();
    }
    node = next;
  }
  return std::move(addresses).list();
}

FeedList from_lines(std::string_view text) {
  Addresses addresses;
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = utf8::trim(text.substr(0, end));
    ++number;
    if (!line.empty() && line[0] != '#') addresses.add(line, number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(addresses).list();
}

}  // namespace

Result<FeedList> parse_feed_list(std::string_view bytes, const Limits& limits) {
  std::string text = WARTA_TRY(feed_text(bytes, std::nullopt, limits));
  if (!utf8::trim(text).starts_with('<')) return from_lines(text);
  XmlTree tree;
  WARTA_CHECK(parse_xml(text, tree));
  if (tree.broken) return tl::unexpected<Error>(std::move(*tree.broken));
  if (local_name(tree.root) != "opml")
    return fail(Why::bad_feed,
                fmt::format("neither OPML nor addresses, one a line: its root is <{}>", local_name(tree.root)));
  return from_opml(tree.root);
}

}  // namespace warta::ingest
