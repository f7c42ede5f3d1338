#include "story_element.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "base/utf8.h"
#include "fields.h"

namespace warta::ingest {
namespace {

// What coders add to a story: parses, events, annotations.
constexpr std::array<std::string_view, 8> kNotText{"parse",  "parses", "parsed",      "eventcoding",
                                                   "events", "event",  "annotations", "tokens"};
constexpr std::array<std::string_view, 10> kInline{"b", "i", "u", "em", "strong", "a", "span", "entity", "ne", "hi"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const std::string lower = utf8::lower(name.substr(0, 32));
  return std::find(names.begin(), names.end(), lower) != names.end();
}

// Calls visit(node) for the nodes below `root` in their order, and again with `leaving` behind an element; what visit
// answers with false is not entered. No recursion: elements may nest a million deep.
template <class Visit>
void walk(const pugi::xml_node& root, Visit visit) {
  pugi::xml_node node = root.first_child();
  while (node) {
    if (visit(node, false) && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root) {
      visit(node, true);
      if (node.next_sibling()) break;
      node = node.parent();
    }
    if (!node || node == root) return;
    node = node.next_sibling();
  }
}

// White space becomes one blank, blank lines and the ends of elements a new paragraph: dumps wrap their lines at any
// width. A text with neither has its paragraphs in lines, unless it is a single sentence.
class Paragraphs {
 public:
  explicit Paragraphs(bool lines_count) : lines_count_(lines_count) {}

  void add(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') {
        ++line_ends_;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        separate();
        out_ += c;
      } else {
        blank_ = true;
      }
    }
  }
  void end_block() { line_ends_ = 2; }
  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!out_.empty() && line_ends_ >= (lines_count_ ? 1 : 2))
      out_ += "\n\n";
    else if (!out_.empty() && (blank_ || line_ends_ > 0))
      out_ += ' ';
    blank_ = false;
    line_ends_ = 0;
  }

  std::string out_;
  bool lines_count_, blank_ = false;
  int line_ends_ = 0;
};

bool is_text(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

bool has_blank_line(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
    if (next != std::string_view::npos && text[next] == '\n') return true;
  }
  return false;
}

// The text below a node, elements that name another field left out.
std::string text_below(const pugi::xml_node& root, bool sentence) {
  bool wrapped = sentence;
  walk(root, [&](const pugi::xml_node& node, bool) {
    const bool block = node.type() == pugi::node_element && !is_one_of(kInline, node.name());
    wrapped = wrapped || block || (is_text(node) && has_blank_line(node.value()));
    return !wrapped;
  });
  Paragraphs paragraphs(!wrapped);
  walk(root, [&](const pugi::xml_node& node, bool leaving) {
    if (is_text(node) && !leaving) paragraphs.add(node.value());
    if (node.type() != pugi::node_element) return true;
    if (!is_one_of(kInline, node.name())) paragraphs.end_block();
    const FieldName* name = field_named(node.name());
    return !is_one_of(kNotText, node.name()) && (!name || name->field == Field::text || name->field == Field::content);
  });
  return paragraphs.take();
}

// Fields of one record, from attributes and elements; texts of several sentences are joined.
class Collected {
 public:
  explicit Collected(const pugi::xml_node& record)
      : record_(record), sentence_(utf8::lower(record.name()) == "sentence") {}

  Fields fields() {
    for (const pugi::xml_attribute& attribute : record_.attributes())
      if (const FieldName* name = field_named(attribute.name()); name && !holds_text(*name))
        fields_.set(*name, attribute.value());
    walk(record_, [this](const pugi::xml_node& node, bool leaving) { return leaving || enter(node); });
    if (texts_.empty()) texts_ = text_below(record_, sentence_);
    fields_.set(*field_named("text"), std::move(texts_));
    return std::move(fields_);
  }

 private:
  static bool holds_text(const FieldName& name) {
    return name.field == Field::text || name.field == Field::content || name.field == Field::html;
  }

  // False: the node is read, or not to be read, with all below it.
  bool enter(const pugi::xml_node& node) {
    if (node.type() != pugi::node_element || is_one_of(kNotText, node.name())) return false;
    const FieldName* name = field_named(node.name());
    if (!name) return true;
    if (!holds_text(*name)) {
      if (!fields_.has(name->field)) fields_.set(*name, text_below(node, true));
      return false;
    }
    if (name->field == Field::content && has_parts(node)) return true;
    std::string text = text_below(node, sentence_);
    if (!text.empty() && !texts_.empty()) texts_ += "\n\n";
    texts_ += text;
    return false;
  }

  // A <BODY> with a <HEADLINE> and a <TEXT> of its own.
  static bool has_parts(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      const FieldName* name = field_named(child.name());
      if (name && (name->field == Field::text || name->field == Field::title)) return true;
    }
    return false;
  }

  pugi::xml_node record_;
  bool sentence_;
  Fields fields_;
  std::string texts_;
};

}  // namespace

Result<Record> record_of_element(std::string_view element, const Limits& limits) {
  pugi::xml_document tree;
  const auto loaded = tree.load_buffer(element.data(), element.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!loaded)
    return fail(Why::bad_record, fmt::format("not well-formed: {}", loaded.description()),
                static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(loaded.offset, 0)));
  return Collected(tree.document_element()).fields().record(limits);
}

}  // namespace warta::ingest
