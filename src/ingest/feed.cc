// What a feed is, and the two families of XML feeds: RSS (with RDF) and Atom.
#include "ingest/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "base/utf8.h"
#include "feed_parts.h"
#include "feed_text.h"
#include "ingest/feed_date.h"
#include "inline_text.h"
#include "sniff.h"
#include "xml_names.h"

namespace warta::ingest {
namespace {

std::optional<std::string> filled(std::string text) {
  if (utf8::trim(text).empty()) return std::nullopt;
  return text;
}

std::optional<std::string> first_date(std::initializer_list<std::string> written) {
  for (const std::string& date : written)
    if (auto iso = feed_date(date)) return iso;
  return std::nullopt;
}

constexpr std::size_t kMostRead = 50'000;  // items that are held before the newest are chosen: a whole sitemap
constexpr std::size_t kMostProblems = 100;
constexpr std::size_t kLongestId = 1024;     // bytes; of longer ones the hash stands in
constexpr std::size_t kLongestTitle = 1024;  // bytes
constexpr int kMostRepairs = 16;             // items taken out of one feed because they break its XML

// RSS 2.0 and its elders; RSS 1.0, whose items stand beside the channel and carry Dublin Core.
class Rss {
 public:
  Rss(pugi::xml_node root, const Url& url)
      : names_(root), url_(based(url, root)), rdf_(local_name(root) == "RDF"), root_(root) {}

  Feed feed() const {
    Feed feed;
    feed.kind = rdf_ ? FeedKind::rdf : FeedKind::rss;
    const pugi::xml_node channel = names_.child(root_, "channel");
    feed.title = inline_text(names_.text(channel, "title"));
    // Some write the items of RSS 2.0 beside the channel too, and RSS 0.9 all of them.
    for (const pugi::xml_node place : {channel, root_})
      for (const pugi::xml_node node : place.children())
        if (names_.is(node, "item")) add(item(node), feed);
    return feed;
  }

 private:
  FeedItem item(pugi::xml_node node) const {
    FeedItem item;
    const pugi::xml_node guid = names_.child(node, "guid");
    item.id = text_of(guid);
    if (item.id.empty()) item.id = node.attribute("rdf:about").value();
    item.link = link(node, guid, based(url_, node));
    item.title = inline_text(names_.text(node, "title"));
    item.published = first_date({names_.text(node, "pubDate"), names_.text(node, "date", Space::dublin_core)});
    item.content = filled(names_.text(node, "encoded", Space::content));
    return item;
  }

  // <link>, else <atom:link href>, else a guid that is no mere name (RSS 2.0: isPermaLink is true where it is absent).
  std::optional<Url> link(pugi::xml_node node, pugi::xml_node guid, const Url& base) const {
    const pugi::xml_node element = names_.child(node, "link");
    if (const std::string text = text_of(element); !text.empty()) return resolve(based(base, element), text);
    const pugi::xml_node atom = names_.child(node, "link", Space::atom);
    if (const std::string_view href = atom.attribute("href").value(); !href.empty())
      return resolve(based(base, atom), href);
    if (std::string_view(guid.attribute("isPermaLink").value()) == "false") return std::nullopt;
    return parse_url(text_of(guid));
  }

  XmlNames names_;
  Url url_;
  bool rdf_;
  pugi::xml_node root_;
};

// RFC 4287, and its forerunner 0.3 (issued, modified).
class Atom {
 public:
  Atom(pugi::xml_node root, const Url& url) : names_(root), url_(based(url, root)), root_(root) {}

  Feed feed() const {
    Feed feed;
    feed.kind = FeedKind::atom;
    feed.title = inline_text(names_.text(root_, "title"));
    for (const pugi::xml_node node : root_.children())
      if (names_.is(node, "entry")) add(item(node), feed);
    return feed;
  }

 private:
  FeedItem item(pugi::xml_node node) const {
    FeedItem item;
    item.id = names_.text(node, "id");
    item.link = link(node, based(url_, node));
    item.title = inline_text(names_.text(node, "title"));
    item.published = first_date({names_.text(node, "published"), names_.text(node, "issued")});
    item.updated = first_date({names_.text(node, "updated"), names_.text(node, "modified")});
    if (!item.published) item.published = item.updated;  // an Atom entry must have but that
    content(names_.child(node, "content"), item);
    return item;
  }

  // The alternate link (RFC 4287, 4.2.7.2: no rel means alternate), an HTML one before others.
  std::optional<Url> link(pugi::xml_node node, const Url& base) const {
    std::optional<Url> found;
    for (const pugi::xml_node element : node.children()) {
      if (!names_.is(element, "link")) continue;
      const std::string_view rel = element.attribute("rel").value(), type = element.attribute("type").value();
      if (!rel.empty() && rel != "alternate") continue;
      const bool page = type.empty() || type == "text/html" || type == "application/xhtml+xml";
      if (found && !page) continue;
      auto url = resolve(based(base, element), element.attribute("href").value());
      if (url && page) return url;
      if (url) found = std::move(url);
    }
    return found;
  }

  // RFC 4287, 4.1.3: text, html (escaped), xhtml (elements); a content that stands elsewhere (src) is the link's.
  static void content(pugi::xml_node node, FeedItem& item) {
    const std::string_view type = node.attribute("type").value();
    if (type == "xhtml" || type == "application/xhtml+xml") {
      struct Text final : pugi::xml_writer {
        std::string text;
        void write(const void* bytes, std::size_t size) override { text.append(static_cast<const char*>(bytes), size); }
      } writer;
      for (const pugi::xml_node child : node.children()) child.print(writer, "", pugi::format_raw, pugi::encoding_utf8);
      item.content = filled(std::move(writer.text));
    } else if (type.empty() || type == "text" || type == "text/plain" || type == "html" || type == "text/html") {
      item.content = filled(text_of(node));
      if (!type.ends_with("html")) item.content_form = Form::text;
    }
  }

  XmlNames names_;
  Url url_;
  pugi::xml_node root_;
};

// What an item is called in a feed of this root; empty: no feed.
std::string_view item_name(std::string_view root) {
  if (root == "rss" || root == "RDF") return "item";
  if (root == "feed") return "entry";
  if (root == "urlset") return "url";
  return root == "sitemapindex" ? "sitemap" : "";
}

// Where "<name" stands as a whole tag, from `at` on or, `back`, before it.
std::size_t find_tag(std::string_view text, std::string_view name, std::size_t at, bool back) {
  const std::string tag = "<" + std::string(name);
  for (;;) {
    at = back ? text.rfind(tag, at) : text.find(tag, at);
    if (at == std::string_view::npos) return at;
    const std::size_t behind = at + tag.size();
    if (behind < text.size() && std::string_view(" \t\r\n>/").find(text[behind]) != std::string_view::npos) return at;
    if (back && at == 0) return std::string_view::npos;
    at = back ? at - 1 : at + 1;
  }
}

// Parses `text`, and where an item breaks the XML takes that item out and parses again, kMostRepairs times; a break
// behind the last item remains. `problems` says what was taken out, offsets as in the whole text.
Result<void> parse_repaired(std::string text, XmlTree& tree, std::string& parsed, std::vector<Error>& problems) {
  std::size_t taken = 0;
  for (int repairs = 0;; ++repairs) {
    parsed = text;
    tree.broken.reset();
    WARTA_CHECK(parse_xml(parsed, tree));
    if (!tree.broken) return {};
    const auto at = static_cast<std::size_t>(tree.broken->offset);
    tree.broken->offset += taken;
    const std::string_view name = item_name(local_name(tree.root));
    if (name.empty() || repairs == kMostRepairs) return {};
    const std::size_t begin = find_tag(text, name, at, true), next = find_tag(text, name, at + 1, false);
    if (begin == std::string::npos || next == std::string::npos) return {};
    problems.push_back(std::move(*tree.broken));
    text.erase(begin, next - begin);
    taken += next - begin;
  }
}

Result<Feed> parse_xml_feed(std::string text, const FeedSource& source) {
  std::string parsed;  // what the tree points into
  XmlTree tree;
  std::vector<Error> problems;
  WARTA_CHECK(parse_repaired(std::move(text), tree, parsed, problems));
  const std::string_view root = local_name(tree.root);
  if (tree.broken) drop_cut_item(tree.root);
  Feed feed;
  if (root == "rss" || root == "RDF")
    feed = Rss(tree.root, source.url).feed();
  else if (root == "feed")
    feed = Atom(tree.root, source.url).feed();
  else if (root == "urlset" || root == "sitemapindex")
    feed = sitemap(tree.root, source.url);
  else if (root == "opml")
    return fail(Why::bad_feed, "a list of feeds (OPML); save it as a file and name that");
  else if (tree.broken)
    return tl::unexpected<Error>(std::move(*tree.broken));
  else
    return fail(Why::bad_feed, fmt::format("XML that is no feed: its root is <{}>", root));
  if (tree.broken) problems.push_back(std::move(*tree.broken));
  feed.problems.insert(feed.problems.end(), std::make_move_iterator(problems.begin()),
                       std::make_move_iterator(problems.end()));
  return feed;
}

std::string newest_of(const FeedItem& item) { return item.published ? *item.published : item.updated.value_or(""); }

// The newest stay where there are too many; the order remains that of the feed.
void keep_newest(Feed& feed) {
  if (feed.items.size() <= kMostItems) return;
  std::vector<std::string> dates;
  for (const FeedItem& item : feed.items) dates.push_back(newest_of(item));
  std::nth_element(dates.begin(), dates.begin() + kMostItems - 1, dates.end(), std::greater<>());
  const std::string oldest = dates[kMostItems - 1];
  std::size_t room = kMostItems;
  for (const FeedItem& item : feed.items) room -= newest_of(item) > oldest;
  std::vector<FeedItem> kept;
  for (FeedItem& item : feed.items) {
    const std::string date = newest_of(item);
    const bool last = date == oldest && room > 0;
    room -= last;
    if (last || date > oldest) kept.push_back(std::move(item));
  }
  feed.left_out += feed.items.size() - kept.size();
  feed.items = std::move(kept);
}

// To kLongestTitle bytes at most, at the end of a character.
void shorten(std::string& title) {
  std::size_t end = kLongestTitle;
  while (!utf8::is_boundary(title, end)) --end;
  title.resize(end);
}

}  // namespace

void add(FeedItem item, Feed& feed) {
  if (feed.items.size() >= kMostRead || feed.problems.size() >= kMostProblems) {
    ++feed.left_out;
    return;
  }
  if (item.id.size() > kLongestId) item.id = hex16(hash(item.id));
  if (item.title && item.title->size() > kLongestTitle) shorten(*item.title);
  if (item.link || item.content) {
    feed.items.push_back(std::move(item));
    return;
  }
  const std::string name = item.title.value_or(item.id);
  feed.problems.push_back(Error{Why::bad_feed,
                                fmt::format("an item without link and content: '{}'", name.substr(0, 80)),
                                {},
                                feed.items.size() + feed.problems.size() + 1,
                                0});
}

// Item or sitemap, at most two levels below the root, is what stands last.
void drop_cut_item(pugi::xml_node root) {
  pugi::xml_node place = root;
  for (int level = 0; level < 2; ++level) {
    const pugi::xml_node last = place.last_child();
    const std::string_view name = local_name(last);
    if (name == "item" || name == "entry" || name == "url" || name == "sitemap") {
      place.remove_child(last);
      return;
    }
    place = last;
  }
}

Result<Feed> parse_feed(std::string_view bytes, const FeedSource& source, const Limits& limits) {
  std::string text = WARTA_TRY(feed_text(bytes, source.charset, limits));
  const std::string_view begin = utf8::trim(text);
  if (begin.empty()) return fail(Why::bad_feed, "nothing in it");
  if (is_page(text)) return fail(Why::bad_feed, "a web page, no feed; name the address of the feed itself");
  if (begin[0] != '{' && begin[0] != '<') return fail(Why::bad_feed, "neither XML nor JSON");
  Feed feed = WARTA_TRY(begin[0] == '{' ? parse_json_feed(text, source.url) : parse_xml_feed(std::move(text), source));
  keep_newest(feed);
  return feed;
}

}  // namespace warta::ingest
