// Elements of XML by name space: pugixml knows prefixes only, and feeds choose their own. What belongs to the format
// itself is named by its local name, what belongs to an extension by the prefix that the root declares for it.
// Reading itself lives here too: pugixml expands no entity of a document type, and never recurses. Tests: feed_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/url.h"

namespace warta::ingest {

// Of the extensions that are read; `none` is the format's own.
enum class Space : std::uint8_t { none, atom, content, dublin_core, news };

class XmlNames {
 public:
  explicit XmlNames(pugi::xml_node root);

  // The first child of that name; an empty node if there is none.
  pugi::xml_node child(pugi::xml_node parent, std::string_view local, Space space = Space::none) const;
  bool is(pugi::xml_node node, std::string_view local, Space space = Space::none) const;
  // All text inside, however deep, without the white space of both ends.
  std::string text(pugi::xml_node parent, std::string_view local, Space space = Space::none) const;

 private:
  std::array<std::string, 5> prefixes_;  // by Space, with the colon
};

std::string_view local_name(pugi::xml_node node);
std::string text_of(pugi::xml_node node);

// The address that references in `node` are seen from, where `url` is that of its parent (XML Base, 4.1). One element a
// call, since a walk to the root for every link would take quadratic time on a hostile feed.
Url based(const Url& url, pugi::xml_node node);

struct XmlTree {
  pugi::xml_document document;
  pugi::xml_node root;          // empty: no element at all
  std::optional<Error> broken;  // where it stops being XML; what stands before is in the tree, the last element cut
};
// Parses `text` where it lies, which must outlive the tree. Fails with too_large.
Result<void> parse_xml(std::string& text, XmlTree& tree);

}  // namespace warta::ingest
