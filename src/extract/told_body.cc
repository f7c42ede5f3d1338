#include "told_body.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

#include "plain_text.h"

namespace warta::extract {
namespace {

namespace dom = simdjson::dom;
constexpr std::size_t kBytes = std::size_t{4} << 20, kDepth = 128, kNodes = 200'000;
constexpr std::size_t kProse = 8;  // words of a string that may be a paragraph

// Under which keys editors' systems keep the text of a paragraph, and which say that an object is another article.
constexpr std::array<std::string_view, 7> kTexts{"text",  "content",   "html",       "body",
                                                 "value", "paragraph", "articleBody"};
constexpr std::array<std::string_view, 6> kTeasers{"slug", "url", "href", "headline", "title", "link"};

template <std::size_t N>
bool is_one(std::string_view key, const std::array<std::string_view, N>& of) {
  return std::find(of.begin(), of.end(), key) != of.end();
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t words_of(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

// Markup as it is, also where it was escaped; lines of plain text become paragraphs.
std::string as_html(std::string_view text) {
  std::string whole(text);
  if (!contains(whole, "<") && contains(whole, "&lt;p")) whole = without_entities(whole);
  if (contains(whole, "</p") || contains(whole, "<p>") || contains(whole, "<br")) return whole;
  std::string out;
  for (std::string_view rest = whole; !rest.empty();) {
    const std::size_t stop = std::min(rest.find('\n'), rest.size());
    if (stop > 0) out.append("<p>").append(rest.substr(0, stop)).append("</p>");
    rest.remove_prefix(std::min(stop + 1, rest.size()));
  }
  return out;
}

// Values of a JSON document in its order.
struct Node {
  dom::element value;
  std::string_view key;              // of the object that holds it, or holds the arrays around it
  std::size_t parent = 0, last = 0;  // those inside it follow it, up to `last`
  std::size_t words = 0;             // of prose in it
  bool array = false, teasers = false;
};

class NextData {
 public:
  std::string read(std::string_view script) {
    if (script.size() > kBytes || parser_.allocate(script.size() + 256, kDepth) != simdjson::SUCCESS) return {};
    dom::element root;
    if (parser_.parse(script.data(), script.size()).get(root) != simdjson::SUCCESS) return {};
    nodes_.push_back({root, {}, 0, 0, 0, false, false});
    walk(0);
    const std::string paragraphs = best_array(), whole = best_string();
    return words_of(paragraphs) > words_of(whole) ? paragraphs : whole;
  }

 private:
  // As deep as the parser allows, which bounds it.
  void walk(std::size_t at) {
    dom::array items;
    dom::object fields;
    const dom::element value = nodes_[at].value;
    if (value.get(items) == simdjson::SUCCESS) {
      nodes_[at].array = true;
      for (const dom::element item : items) add(item, nodes_[at].key, at);
    } else if (value.get(fields) == simdjson::SUCCESS) {
      for (const dom::key_value_pair field : fields) {
        if (is_one(field.key, kTeasers) && nodes_[nodes_[at].parent].array) nodes_[nodes_[at].parent].teasers = true;
        add(field.value, field.key, at);
      }
    } else {
      const std::size_t words = words_of(text(at));
      if (words >= kProse && is_one(nodes_[at].key, kTexts))
        for (std::size_t node = at;; node = nodes_[node].parent) {
          nodes_[node].words += words;
          if (node == 0) break;
        }
    }
    nodes_[at].last = nodes_.size() - 1;
  }
  void add(const dom::element& value, std::string_view key, std::size_t parent) {
    if (nodes_.size() >= kNodes) return;
    nodes_.push_back({value, key, parent, 0, 0, false, false});
    walk(nodes_.size() - 1);
  }

  std::string_view text(std::size_t at) const {
    std::string_view text;
    return nodes_[at].value.get(text) == simdjson::SUCCESS ? text : std::string_view();
  }

  // The innermost array that has nearly all that the richest one has, a paragraph or more an item.
  std::string best_array() const {
    std::size_t best = nodes_.size();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].array || nodes_[i].teasers || nodes_[i].words == 0) continue;
      if (best == nodes_.size() || nodes_[i].words * 5 > nodes_[best].words * 4) best = i;
    }
    std::string out;
    if (best == nodes_.size()) return out;
    std::string_view before;
    for (std::size_t i = best; i <= nodes_[best].last; ++i) {
      const std::string_view here = text(i);
      // Fragments of a paragraph repeat what it says itself.
      if (here.empty() || !is_one(nodes_[i].key, kTexts) || contains(before, here)) continue;
      before = here;
      out += as_html(here);
    }
    return out;
  }

  std::string best_string() const {
    std::string_view best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const std::string_view here = text(i);
      const bool several = contains(here, "</p>") || contains(here, "<br") || contains(here, "\n");
      if (several && is_one(nodes_[i].key, kTexts) && nodes_[i].words > most) best = here, most = nodes_[i].words;
    }
    return as_html(best);
  }

  dom::parser parser_;
  std::vector<Node> nodes_;
};

void append_element(std::string_view name, std::string_view text, std::string& out) {
  out.append("<").append(name).append(">");
  for (const char c : text) (c == '<' ? out += "&lt;" : c == '&' ? out += "&amp;" : out += c);
  out.append("</").append(name).append(">");
}

std::string without_scripts(const Page& page) {
  std::string out;
  for (const PageBlock& block : page.blocks)
    if ((block.around & bit(Around::noscript)) != 0 && words_of(page.of(block)) >= kProse)
      append_element("p", page.of(block), out);
  return out;
}

}  // namespace

std::string told_body(const Page& page, const LinkedData& linked) {
  std::string best = without_scripts(page);
  const auto offer = [&](std::string html) {
    if (words_of(html) > words_of(best)) best = std::move(html);
  };
  for (const LinkedItem& item : linked.items)
    if (item.is_article()) offer(as_html(item.body));
  if (!page.next_data.empty()) offer(NextData().read(page.next_data));
  if (best.empty()) return best;
  std::string title;  // so that the headline is known where the body begins with it
  append_element("title", page.title, title);
  return title + best;
}

}  // namespace warta::extract
