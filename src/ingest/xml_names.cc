#include "xml_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "ingest/feed.h"

namespace warta::ingest {
namespace {

struct Known {
  Space space;
  std::string_view prefix;  // where nothing is declared
  std::string_view uri;     // how the name of the space begins
};
constexpr std::array<Known, 4> kSpaces{{{Space::atom, "atom:", "http://www.w3.org/2005/Atom"},
                                        {Space::content, "content:", "http://purl.org/rss/1.0/modules/content"},
                                        {Space::dublin_core, "dc:", "http://purl.org/dc/"},
                                        {Space::news, "news:", "http://www.google.com/schemas/sitemap-news"}}};

bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

}  // namespace

XmlNames::XmlNames(pugi::xml_node root) {
  for (const Known& known : kSpaces) prefixes_[static_cast<std::size_t>(known.space)] = known.prefix;
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string_view name = attribute.name(), uri = attribute.value();
    if (!name.starts_with("xmlns:")) continue;
    for (const Known& known : kSpaces)
      if (uri.starts_with(known.uri))
        prefixes_[static_cast<std::size_t>(known.space)] = std::string(name.substr(6)) + ":";
  }
  // "<atom:feed>" has children of the same prefix; those of "<rdf:RDF>" have none.
  const std::string_view name = root.name(), local = local_name(root);
  if (local != "RDF") prefixes_[0] = name.substr(0, name.size() - local.size());
}

bool XmlNames::is(pugi::xml_node node, std::string_view local, Space space) const {
  const std::string_view name = node.name();
  const std::string& prefix = prefixes_[static_cast<std::size_t>(space)];
  return name.size() == prefix.size() + local.size() && name.starts_with(prefix) && name.ends_with(local);
}

pugi::xml_node XmlNames::child(pugi::xml_node parent, std::string_view local, Space space) const {
  for (const pugi::xml_node node : parent.children())
    if (is(node, local, space)) return node;
  return {};
}

std::string XmlNames::text(pugi::xml_node parent, std::string_view local, Space space) const {
  return text_of(child(parent, local, space));
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

std::string text_of(pugi::xml_node node) {
  std::string out;
  pugi::xml_node at = node.first_child();
  while (at) {
    if (is_text(at)) out += at.value();
    pugi::xml_node next = at.first_child();
    while (!next && at && at != node) {
      next = at.next_sibling();
      if (!next) at = at.parent();
    }
    at = next;
  }
  return std::string(utf8::trim(out));
}

Url based(const Url& url, pugi::xml_node node) {
  const pugi::xml_attribute base = node.attribute("xml:base");
  if (!base) return url;
  return resolve(url, base.value()).value_or(url);
}

Result<void> parse_xml(std::string& text, XmlTree& tree) {
  const auto tags = static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
  if (tags > kMostTags) return fail(Why::too_large, fmt::format("a feed of {} tags; the limit is {}", tags, kMostTags));
  std::replace(text.begin(), text.end(), '\0', ' ');  // no character of XML; it would end the text
  // The text is UTF-8 by now, whatever its declaration says.
  const pugi::xml_parse_result result =
      tree.document.load_buffer_inplace(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result)
    tree.broken = Error{Why::bad_feed,
                        std::string("no XML from here: ") + result.description(),
                        {},
                        0,
                        static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(result.offset, 0))};
  tree.root = tree.document.document_element();
  return {};
}

}  // namespace warta::ingest
