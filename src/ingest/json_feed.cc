// JSON Feed 1.0 and 1.1 (jsonfeed.org). Fields of the wrong type count as absent, but for an id that is a number.
#include <simdjson.h>

#include "base/utf8.h"
#include "feed_parts.h"
#include "ingest/feed_date.h"
#include "inline_text.h"

namespace warta::ingest {
namespace {

namespace dom = simdjson::dom;
constexpr std::size_t kDepth = 64;

std::string string_at(const dom::object& object, std::string_view key) {
  std::string_view value;
  if (object[key].get(value)) return {};
  return std::string(value);
}

std::optional<Url> link_of(const dom::object& object, const Url& url) {
  for (const std::string_view key : {"url", "external_url"})
    if (const std::string text = string_at(object, key); !text.empty())
      if (auto link = resolve(url, text)) return link;
  return std::nullopt;
}

FeedItem item_of(const dom::object& object, const Url& url) {
  FeedItem item;
  item.id = string_at(object, "id");
  std::int64_t number = 0;
  if (item.id.empty() && !object["id"].get(number)) item.id = std::to_string(number);
  item.link = link_of(object, url);
  item.title = inline_text(string_at(object, "title"));
  item.published = feed_date(string_at(object, "date_published"));
  std::string html = string_at(object, "content_html"), text = string_at(object, "content_text");
  if (!utf8::trim(text).empty()) {
    item.content = std::move(text);
    item.content_form = Form::text;
  } else if (!utf8::trim(html).empty()) {
    item.content = std::move(html);
  }
  return item;
}

}  // namespace

Result<Feed> parse_json_feed(const std::string& text, const Url& url) {
  dom::parser parser;
  if (parser.allocate(text.size(), kDepth) != simdjson::SUCCESS) return fail(Why::too_large, "no memory for this feed");
  dom::element root;
  if (const auto problem = parser.parse(text).get(root))
    return fail(Why::bad_feed, std::string("not JSON: ") + simdjson::error_message(problem));
  dom::array items;
  if (root["items"].get(items)) return fail(Why::bad_feed, "JSON that is no feed: it has no list of items");
  Feed feed;
  feed.kind = FeedKind::json;
  feed.title = inline_text(string_at(root.get_object().value_unsafe(), "title"));
  for (const dom::element element : items) {
    dom::object object;
    if (element.get(object))
      feed.problems.push_back(
          Error{Why::bad_feed, "an item that is no JSON object", {}, feed.items.size() + feed.problems.size() + 1, 0});
    else
      add(item_of(object, url), feed);
  }
  return feed;
}

}  // namespace warta::ingest
