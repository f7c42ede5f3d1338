#include "page.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "markup.h"
#include "page_tags.h"

namespace warta::extract {
namespace {

constexpr std::size_t kMarked = 4096;  // elements of one page that are kept for metadata
constexpr std::size_t kNumbered = 256;

constexpr ClassKinds kTelling = bit(ClassKind::author) | bit(ClassKind::date) | bit(ClassKind::section) |
                                bit(ClassKind::tags) | bit(ClassKind::credit) | bit(ClassKind::deck);

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// "?page=2", "/judul/2", "judul-2.html": numbers of articles have more digits.
bool ends_on_small_number(std::string_view href) {
  if (href.ends_with('/')) href.remove_suffix(1);
  if (href.ends_with(".html")) href.remove_suffix(5);
  std::size_t digits = 0;
  while (digits < href.size() && utf8::is_digit(static_cast<unsigned char>(href[href.size() - 1 - digits]))) ++digits;
  return digits == 1 || digits == 2;
}

bool is_hidden(std::string_view style) {
  const std::size_t at = style.find("display");
  return at != std::string_view::npos && contains(style.substr(at, 16), "none");
}

// An element on the way from <html> to where the walk stands.
struct Level {
  ClassKinds kinds = 0;  // of its own words
  ClassKinds far = 0;    // of all above the two next ones
  Arounds around = 0;
  Tag tag = Tag::other;
  bool block = false, link = false, bold = false, heading = false;
  std::uint32_t element = 0;
  std::int32_t marked = -1, time = -1;  // index of what its end closes
};

class Walk {
 public:
  Walk(const ClassWords& classes, Page& page) : classes_(classes), page_(page) {
    levels_.reserve(64);
    page_.elements.push_back({});
  }

  void run(lxb_dom_node_t* root) {
    itemprop_ = attribute_id(*root->owner_document, "itemprop");
    datetime_ = attribute_id(*root->owner_document, "datetime");
    for (lxb_dom_node_t* node = root; node;) {
      if (visit(node) && node->first_child) {
        node = node->first_child;
        continue;
      }
      while (node) {
        if (node->type == LXB_DOM_NODE_TYPE_ELEMENT && entered_.back() == node) leave();
        if (node == root) return end_block();
        if (node->next) {
          node = node->next;
          break;
        }
        node = node->parent;
      }
    }
  }

 private:
  // Whether its children are to be visited too.
  bool visit(lxb_dom_node_t* node) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) add_text(node);
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT) return false;
    const TagEntry entry = node->local_name < kTags.size() ? kTags[node->local_name] : TagEntry{};
    lxb_dom_element_t* const element = lxb_dom_interface_element(node);
    switch (entry.flow) {
      case Flow::none:
        fact(element);
        return node->local_name == LXB_TAG_HEAD && enter(element, entry);
      case Flow::image:
        end_block();
        image_ = true;
        return false;
      case Flow::rule:
        end_block();
        rule_ = true;
        return false;
      case Flow::line_break:
        end_block();
        break_ = true;
        return false;
      default:
        return enter(element, entry);
    }
  }

  bool enter(lxb_dom_element_t* element, const TagEntry& entry) {
    Level level;
    const Level& above = levels_.empty() ? root_ : levels_.back();
    const lxb_tag_id_t tag = element->node.local_name;
    const Attributes told = attributes(element);
    const bool whole_page = tag == LXB_TAG_BODY || tag == LXB_TAG_HTML;  // whose words tell of templates and of scripts
    if (!whole_page) level.kinds = kinds_of(told.classes) | kinds_of(told.id);
    level.around = above.around | entry.around;
    level.link = above.link || tag == LXB_TAG_A;
    level.bold = above.bold || entry.bold;
    level.block = entry.flow == Flow::block;
    if (!whole_page && is_hidden(told.style)) level.around |= bit(Around::hidden);
    if (level.block) {
      end_block();
      break_ = false;
      level.element = static_cast<std::uint32_t>(page_.elements.size());
      page_.elements.push_back({above.element, level.element});
      level.tag = entry.tag;
    } else {
      level.element = above.element;
      level.tag = above.tag;
      inline_ |= level.kinds;
      if ((level.kinds & bit(ClassKind::hidden)) != 0) space();  // what only screen readers tell joins no word
    }
    entered_.push_back(&element->node);
    levels_.push_back(level);
    mark(element, told);
    if (tag == LXB_TAG_HTML) html(element);
    if (tag == LXB_TAG_A) link(told.href);
    return true;
  }

  // Templates write the same attribute again and again.
  ClassKinds kinds_of(std::string_view attribute) {
    if (attribute.empty()) return 0;
    const std::uint64_t key = hash(attribute);
    if (const ClassKinds* const known = kinds_.find(key)) return *known;
    return kinds_[key] = classes_.of(attribute);
  }

  void leave() {
    const Level& level = levels_.back();
    if (level.block) {
      end_block();
      break_ = false;
      page_.elements[level.element].last = static_cast<std::uint32_t>(page_.elements.size() - 1);
    } else if ((level.kinds & bit(ClassKind::hidden)) != 0) {
      space();
    }
    const auto end = static_cast<std::uint32_t>(page_.text.size());
    if (level.marked >= 0) page_.marked[static_cast<std::size_t>(level.marked)].text.end = end;
    if (level.time >= 0) page_.times[static_cast<std::size_t>(level.time)].text.end = end;
    levels_.pop_back();
    entered_.pop_back();
  }

  void link(std::string_view href) {
    ++links_;
    if (ends_on_small_number(href) && page_.numbered.size() < kNumbered) page_.numbered.push_back(href);
  }

  void html(lxb_dom_element_t* element) {
    page_.language = attribute(element, LXB_DOM_ATTR_LANG);
    for (const lxb_dom_attr_t* attr = element->first_attr; attr; attr = attr->next) {
      std::size_t size = 0;
      const auto* const name = lxb_dom_attr_local_name(attr, &size);
      const std::string_view word(reinterpret_cast<const char*>(name), size);
      page_.amp |= word == "amp" || word == "\xe2\x9a\xa1";
    }
  }

  // What head and scripts say.
  void fact(lxb_dom_element_t* element) {
    switch (element->node.local_name) {
      case LXB_TAG_META:
        return meta(element);
      case LXB_TAG_LINK:
        if (const std::string_view rel = attribute(element, LXB_DOM_ATTR_REL); !rel.empty())
          page_.links.push_back({rel, attribute(element, LXB_DOM_ATTR_HREF), attribute(element, LXB_DOM_ATTR_TYPE),
                                 attribute(element, LXB_DOM_ATTR_HREFLANG)});
        return;
      case LXB_TAG_TITLE:
        if (page_.title.empty()) page_.title = utf8::trim(content(element));
        return;
      case LXB_TAG_SCRIPT:
        if (contains(attribute(element, LXB_DOM_ATTR_TYPE), "ld+json"))
          page_.json_ld.push_back(content(element));
        else if (attribute(element, LXB_DOM_ATTR_ID) == "__NEXT_DATA__")
          page_.next_data = content(element);
        return;
      default:
        return;
    }
  }

  void meta(lxb_dom_element_t* element) {
    std::string_view key;
    for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"}) {
      key = attribute(element, name);
      if (!key.empty()) break;
    }
    const std::string_view content = attribute(element, LXB_DOM_ATTR_CONTENT);
    if (!key.empty() && !content.empty()) page_.metas.push_back({key, content});
  }

  static std::string_view content(const lxb_dom_element_t* element) {
    const lxb_dom_node_t* const child = element->node.first_child;
    if (!child || child->type != LXB_DOM_NODE_TYPE_TEXT) return {};
    const lexbor_str_t& data = lxb_dom_interface_text(child)->char_data.data;
    return {reinterpret_cast<const char*>(data.data), data.length};
  }

  // Those that are asked of every element.
  struct Attributes {
    std::string_view classes, id, style, itemprop, rel, href;
  };
  Attributes attributes(const lxb_dom_element_t* element) const {
    Attributes told;
    for (const lxb_dom_attr_t* attr = element->first_attr; attr; attr = attr->next) {
      const lxb_dom_attr_id_t id = attr->node.local_name;
      if (id == LXB_DOM_ATTR_CLASS)
        told.classes = value(attr);
      else if (id == LXB_DOM_ATTR_ID)
        told.id = value(attr);
      else if (id == LXB_DOM_ATTR_STYLE)
        told.style = value(attr);
      else if (id == LXB_DOM_ATTR_REL)
        told.rel = value(attr);
      else if (id == LXB_DOM_ATTR_HREF)
        told.href = value(attr);
      else if (id == itemprop_)
        told.itemprop = value(attr);
    }
    return told;
  }

  void mark(lxb_dom_element_t* element, const Attributes& told) {
    Level& level = levels_.back();
    const auto here = static_cast<std::uint32_t>(page_.text.size());
    if (element->node.local_name == LXB_TAG_TIME && page_.times.size() < kMarked) {
      level.time = static_cast<std::int32_t>(page_.times.size());
      page_.times.push_back({attribute(element, datetime_), {here, here}});
    }
    const bool by_rel = contains(told.rel, "author") || contains(told.rel, "tag");
    if ((told.itemprop.empty() && !by_rel && (level.kinds & kTelling) == 0) || page_.marked.size() >= kMarked) return;
    if (element->node.local_name == LXB_TAG_BODY) return;
    std::string_view value = attribute(element, LXB_DOM_ATTR_CONTENT);
    if (value.empty()) value = attribute(element, datetime_);
    level.marked = static_cast<std::int32_t>(page_.marked.size());
    page_.marked.push_back({told.classes,
                            told.id,
                            told.itemprop,
                            told.rel,
                            value,
                            told.href,
                            level.kinds,
                            {here, here},
                            static_cast<std::uint32_t>(page_.blocks.size())});
  }

  void add_text(const lxb_dom_node_t* node);
  void put(std::string_view word);
  void space() { space_ = page_.text.size() > begin_; }
  void end_block();

  const ClassWords& classes_;
  Page& page_;
  const Level root_;
  lxb_dom_attr_id_t itemprop_ = LXB_DOM_ATTR__UNDEF, datetime_ = LXB_DOM_ATTR__UNDEF;  // of this document
  HashTable<ClassKinds> kinds_;                                                        // by the hash of an attribute
  std::vector<Level> levels_;
  std::vector<const lxb_dom_node_t*> entered_;
  // of the block that is being filled
  std::uint32_t begin_ = 0, link_bytes_ = 0, bold_bytes_ = 0, links_ = 0;
  ClassKinds inline_ = 0;
  bool space_ = false;                                 // white space is owed before the next word
  bool break_ = false, image_ = false, rule_ = false;  // stand before it
};

// No-break and zero-width spaces are spaces, soft hyphens are nothing: neither parts words that belong together nor
// joins those that do not. Other bytes beyond ASCII stay as they are.
std::size_t special(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0); };
  if (byte(0) == 0xc2 && (byte(1) == 0xa0 || byte(1) == 0xad)) return 2;
  if (byte(0) == 0xe2 && byte(1) == 0x80 && byte(2) == 0x8b) return 3;
  if (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) return 3;
  return 0;
}

constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain{};
  for (std::size_t i = 0x21; i < 256; ++i) plain[i] = i != 0x7f && i != 0xc2 && i != 0xe2 && i != 0xef;
  return plain;
}
constexpr std::array<bool, 256> kPlain = make_plain();

void Walk::add_text(const lxb_dom_node_t* node) {
  const lexbor_str_t& data = lxb_dom_interface_text(node)->char_data.data;
  const std::string_view text(reinterpret_cast<const char*>(data.data), data.length);
  const bool pre = !levels_.empty() && levels_.back().tag == Tag::pre;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t stop = at;
    while (stop < text.size() && kPlain[static_cast<unsigned char>(text[stop])]) ++stop;
    if (stop > at) put(text.substr(at, stop - at));
    if (stop == text.size()) return;
    const auto byte = static_cast<unsigned char>(text[stop]);
    const std::size_t bytes = special(text, stop);
    if (byte < 0x80) {
      if (pre && byte == '\n')
        end_block();
      else
        space();
      ++stop;
    } else if (bytes == 0) {
      put(text.substr(stop, 1));
      ++stop;
    } else {
      if (!(byte == 0xc2 && static_cast<unsigned char>(text[stop + 1]) == 0xad)) space();
      stop += bytes;
    }
    at = stop;
  }
}

void Walk::put(std::string_view word) {
  if (space_) page_.text.push_back(' ');
  const auto bytes = static_cast<std::uint32_t>(word.size() + space_);
  space_ = false;
  page_.text.append(word);
  if (levels_.empty()) return;
  if (levels_.back().link) link_bytes_ += bytes;
  if (levels_.back().bold) bold_bytes_ += bytes;
}

// The nearest element that breaks lines owns the block.
void Walk::end_block() {
  const auto end = static_cast<std::uint32_t>(page_.text.size());
  space_ = false;
  if (end > begin_ && !utf8::trim(std::string_view(page_.text).substr(begin_)).empty()) {
    PageBlock block;
    block.text = {begin_, end};
    std::size_t i = levels_.size();
    while (i > 0 && !levels_[i - 1].block) --i;
    const std::size_t owner = i;
    block.own = inline_;
    if (owner > 0) {
      const Level& level = levels_[owner - 1];
      block.own |= level.kinds;
      block.tag = level.tag;
      block.element = level.element;
    }
    block.around = levels_.empty() ? Arounds{0} : levels_.back().around;
    for (std::size_t k = 0; k + 1 < owner; ++k) (k + 3 >= owner ? block.near : block.far) |= levels_[k].kinds;
    block.depth = static_cast<std::uint16_t>(owner);
    block.link_bytes = std::min(link_bytes_, end - begin_);
    block.bold_bytes = std::min(bold_bytes_, end - begin_);
    block.links = static_cast<std::uint16_t>(std::min<std::uint32_t>(links_, 0xffff));
    block.after_break = break_, block.after_image = image_, block.after_rule = rule_;
    if (block.tag == Tag::h1) page_.headings.push_back(static_cast<std::uint32_t>(page_.blocks.size()));
    page_.blocks.push_back(block);
    page_.text.push_back('\n');
    image_ = rule_ = false;
  } else {
    page_.text.resize(begin_);
  }
  begin_ = static_cast<std::uint32_t>(page_.text.size());
  link_bytes_ = bold_bytes_ = links_ = 0;
  inline_ = 0;
}

}  // namespace

Result<Page> read_page(std::string_view html, const ClassWords& classes, Arena& arena) {
  auto markup = std::make_shared<const Markup>(WARTA_TRY(Markup::parse(html, kPageDepth)));
  Page page(arena);
  page.text.reserve(html.size() / 4 + 64);
  if (lxb_dom_node_t* const root = markup->root()) Walk(classes, page).run(root);
  page.tree = std::move(markup);
  return page;
}

}  // namespace warta::extract
