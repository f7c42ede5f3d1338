// JSON-LD: what the scripts of a page say in schema.org's words about its article. https://schema.org/NewsArticle
// Takes  the texts of the page's <script type="application/ld+json">, as they stand in it. They need not be JSON.
// Gives  one LinkedItem for each article, posting, page or video that is spoken of itself, at the top, in a @graph, or
//        as the mainEntity of a page; not those that lists of other articles name. Values are plain text.
// Fails  never: what cannot be read is left out. At most 1 MiB of scripts, 64 levels and 32 items are looked at.
// Tests  tests/extract/json_ld_test.cc, fuzz/json_ld.cc
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warta::extract {

struct LinkedName {
  std::string name;
  bool organization = false;  // its @type is no Person
};

struct LinkedItem {
  std::string type;  // "NewsArticle"
  std::string headline, description, section, language, url, image, caption, dateline;
  std::string published, modified, created, body;  // as written; the body may be markup
  std::vector<LinkedName> authors, creators, editors, publishers, sources;
  std::vector<std::string> keywords;
  std::optional<bool> free;  // isAccessibleForFree

  bool is_article() const;  // NewsArticle, BlogPosting, Report and the like; not WebPage, VideoObject
};

struct LinkedData {
  std::vector<LinkedItem> items;   // in the order of the page
  std::vector<std::string> sites;  // names of WebSite and NewsMediaOrganization items
};

LinkedData read_json_ld(const std::vector<std::string_view>& scripts);

}  // namespace warta::extract
