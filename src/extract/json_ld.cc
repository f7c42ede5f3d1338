#include "json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "json_repair.h"
#include "plain_text.h"

namespace warta::extract {
namespace {

namespace dom = simdjson::dom;
constexpr std::size_t kBytes = std::size_t{1} << 20;  // of all scripts of a page
constexpr std::size_t kDepth = 80, kItems = 32, kNodes = 4096, kNames = 32, kKeywords = 64;
constexpr std::size_t kBodyBytes = std::size_t{1} << 18;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// "https://schema.org/NewsArticle" and "schema:NewsArticle" are NewsArticle.
std::string_view local_name(std::string_view type) { return type.substr(type.find_last_of("/#:") + 1); }

std::string_view string_of(const dom::element& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// One document: its parser owns what the elements point into.
class Document {
 public:
  explicit Document(LinkedData& out) : out_(out) {}

  void read(std::string_view script) {
    dom::element root;
    if (!parse(script, root)) return;
    pending_.push_back(root);
    for (std::size_t seen = 0; seen < pending_.size();) {  // which grows meanwhile
      const dom::element next = pending_[seen++];
      dom::array items;
      dom::object object;
      if (next.get(items) == simdjson::SUCCESS)
        for (const dom::element item : items) pend(item);
      else if (next.get(object) == simdjson::SUCCESS)
        visit(object);
    }
    for (const dom::object& object : objects_) add(object);
  }

 private:
  bool parse(std::string_view script, dom::element& root) {
    std::string text(script);
    if (text.find('"') == std::string::npos && text.find("&quot;") != std::string::npos) text = without_entities(text);
    if (parser_.allocate(text.size() * 2 + 256, kDepth) != simdjson::SUCCESS) return false;
    if (parser_.parse(text).get(root) == simdjson::SUCCESS) return true;
    text = repaired_json(text);
    if (parser_.capacity() < text.size() && parser_.allocate(text.size(), kDepth) != simdjson::SUCCESS) return false;
    return parser_.parse(text).get(root) == simdjson::SUCCESS;
  }

  void pend(const dom::element& element) {
    if (pending_.size() < kNodes) pending_.push_back(element);
  }

  void visit(const dom::object& object) {
    dom::element value;
    if (object["@id"].get(value) == simdjson::SUCCESS && object.size() > 1)
      if (const std::string_view id = string_of(value); !id.empty()) by_id_.try_emplace(id, object);
    objects_.push_back(object);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (object[key].get(value) == simdjson::SUCCESS) pend(value);
  }

  // The most telling of its types: ["NewsArticle", "WebPage"] is an article.
  static std::string type_of(const dom::object& object) {
    dom::element value;
    if (object["@type"].get(value) != simdjson::SUCCESS) return {};
    if (dom::array types; value.get(types) == simdjson::SUCCESS) {
      LinkedItem best;
      for (const dom::element type : types) {
        LinkedItem one;
        one.type = std::string(local_name(string_of(type)));
        if (best.type.empty() || one.is_article()) best.type = one.type;
      }
      return best.type;
    }
    return std::string(local_name(string_of(value)));
  }

  void add(const dom::object& object) {
    LinkedItem item;
    item.type = type_of(object);
    if (item.type == "WebSite" || ends_with(item.type, "Organization")) {
      if (std::string name = text(object, "name"); !name.empty() && out_.sites.size() < kNames)
        out_.sites.push_back(std::move(name));
      return;
    }
    const bool media = ends_with(item.type, "VideoObject") || ends_with(item.type, "Gallery");
    if (out_.items.size() >= kItems || !(item.is_article() || ends_with(item.type, "Page") || media)) return;
    fill(object, item);
    out_.items.push_back(std::move(item));
  }

  void fill(const dom::object& object, LinkedItem& item) {
    item.headline = text(object, "headline");
    if (item.headline.empty()) item.headline = text(object, "name");
    item.description = text(object, "description");
    item.section = text(object, "articleSection");
    item.language = text(object, "inLanguage");
    item.dateline = text(object, "dateline");
    dom::element value;
    if (find(object, "articleBody", value)) item.body = string_of(value).substr(0, kBodyBytes);
    item.published = text(object, "datePublished");
    item.modified = text(object, "dateModified");
    item.created = text(object, "dateCreated");
    if (item.published.empty()) item.published = text(object, "uploadDate");
    item.url = text(object, "url");
    if (item.url.empty()) item.url = text(object, "mainEntityOfPage");
    if (find(object, "image", value) || find(object, "thumbnailUrl", value)) image(value, item);
    if (find(object, "keywords", value)) keywords(value, item.keywords);
    if (find(object, "isAccessibleForFree", value)) item.free = truth(value);
    names(object, "author", item.authors);
    names(object, "creator", item.creators);
    names(object, "editor", item.editors);
    names(object, "publisher", item.publishers);
    names(object, "sourceOrganization", item.sources);
  }

  bool find(const dom::object& object, std::string_view key, dom::element& value) const {
    return object[key].get(value) == simdjson::SUCCESS && !value.is_null();
  }

  // A reference to an item that stands elsewhere in the document.
  dom::object resolved(const dom::object& object) const {
    dom::element id;
    if (object.size() != 1 || object["@id"].get(id) != simdjson::SUCCESS) return object;
    const auto known = by_id_.find(string_of(id));
    return known == by_id_.end() ? object : known->second;
  }

  // Of a string, the first of several, or what an object is called.
  std::string text(const dom::object& object, std::string_view key, std::size_t limit = 2048) const {
    dom::element value;
    if (!find(object, key, value)) return {};
    for (int level = 0; level < 4; ++level) {
      dom::array items;
      dom::object inner;
      if (value.get(items) == simdjson::SUCCESS) {
        if (items.size() == 0) return {};
        value = *items.begin();
      } else if (value.get(inner) == simdjson::SUCCESS) {
        if (!find(inner, "name", value) && !find(inner, "@value", value) && !find(inner, "@id", value)) return {};
      } else {
        break;
      }
    }
    if (value.is_number()) return simdjson::minify(value);
    return plain_text(string_of(value), limit);
  }

  void names(const dom::object& object, std::string_view key, std::vector<LinkedName>& out) const {
    dom::element value;
    if (find(object, key, value)) names(value, out);
  }
  // Strings and objects, in arrays to any of a few levels: work is listed, not called again.
  void names(const dom::element& value, std::vector<LinkedName>& out) const {
    std::vector<dom::element> work{value};
    for (std::size_t i = 0; i < work.size() && i < kNames * 4 && out.size() < kNames; ++i) {
      const dom::element next = work[i];
      dom::array items;
      dom::object inner;
      if (next.get(items) == simdjson::SUCCESS) {
        for (const dom::element item : items)
          if (work.size() < kNames * 4) work.push_back(item);
      } else if (next.get(inner) == simdjson::SUCCESS) {
        inner = resolved(inner);
        const std::string type = type_of(inner);
        add_name({text(inner, "name", 200), !type.empty() && type != "Person"}, out);
        if (dom::element list; find(inner, "@list", list)) work.push_back(list);
        if (dom::element all; find(inner, "name", all) && all.is_array()) several(all, out);
      } else {
        add_name({plain_text(string_of(next), 200), false}, out);
      }
    }
  }
  static void several(const dom::element& all, std::vector<LinkedName>& out) {
    dom::array items;
    if (all.get(items) != simdjson::SUCCESS) return;
    for (const dom::element item : items) add_name({plain_text(string_of(item), 200), false}, out);
  }
  static void add_name(LinkedName name, std::vector<LinkedName>& out) {
    const auto same = [&](const LinkedName& known) { return known.name == name.name; };
    if (!name.name.empty() && out.size() < kNames && std::none_of(out.begin(), out.end(), same))
      out.push_back(std::move(name));
  }

  void image(dom::element value, LinkedItem& item) const {
    dom::array items;
    dom::object inner;
    if (value.get(items) == simdjson::SUCCESS && items.size() != 0) value = *items.begin();
    if (value.get(inner) == simdjson::SUCCESS) {
      inner = resolved(inner);
      item.image = text(inner, "url");
      if (item.image.empty()) item.image = text(inner, "contentUrl");
      item.caption = text(inner, "caption");
      return;
    }
    item.image = plain_text(string_of(value));
  }

  // One string with commas, a list, or lists in a list.
  static void keywords(const dom::element& value, std::vector<std::string>& out) {
    std::vector<dom::element> work{value};
    for (std::size_t i = 0; i < work.size() && out.size() < kKeywords; ++i) {
      dom::array items;
      if (work[i].get(items) == simdjson::SUCCESS) {
        for (const dom::element item : items)
          if (work.size() < kKeywords * 2) work.push_back(item);
        continue;
      }
      if (std::string word = plain_text(string_of(work[i]), kKeywords * 64); !word.empty())
        out.push_back(std::move(word));
    }
  }

  static std::optional<bool> truth(const dom::element& value) {
    bool flag = false;
    if (value.get(flag) == simdjson::SUCCESS) return flag;
    const std::string_view word = string_of(value);
    if (word == "true" || word == "True") return true;
    if (word == "false" || word == "False") return false;
    return std::nullopt;
  }

  LinkedData& out_;
  dom::parser parser_;
  std::vector<dom::element> pending_;
  std::vector<dom::object> objects_;
  std::unordered_map<std::string_view, dom::object> by_id_;
};

}  // namespace

bool LinkedItem::is_article() const {
  return ends_with(type, "Article") || ends_with(type, "Posting") || type == "Report" || type == "LiveBlog";
}

LinkedData read_json_ld(const std::vector<std::string_view>& scripts) {
  LinkedData out;
  std::size_t bytes = 0;
  for (const std::string_view script : scripts) {
    bytes += script.size();
    if (bytes > kBytes) break;
    Document(out).read(script);
  }
  return out;
}

}  // namespace warta::extract
