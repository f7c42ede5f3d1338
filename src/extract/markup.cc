#include "markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace warta::extract {
namespace {

constexpr std::size_t kStretch = 16 << 10;     // bytes between two looks at the tree
constexpr std::size_t kGrowth = 48;            // bytes of tree for a byte of page: ordinary pages need 3 to 8
constexpr std::size_t kSmallTree = 32u << 20;  // which any page may have
constexpr std::size_t kOpenFormatting = 256;   // unclosed <b>, <a>, <font>...

const lxb_char_t* bytes(std::string_view text) { return reinterpret_cast<const lxb_char_t*>(text.data()); }

std::size_t size_of(const lexbor_mraw_t* memory) {
  std::size_t size = 0;
  for (const lexbor_mem_chunk_t* chunk = memory->mem->chunk; chunk; chunk = chunk->prev) size += chunk->size;
  return size;
}

// What is wrong with the tree so far, or null.
const char* outgrown(const lxb_html_parser_t& parser, const lxb_html_document_t& document, std::size_t read,
                     std::size_t depth) {
  if (parser.tree->open_elements->length > depth) return "elements nest too deep";
  if (parser.tree->active_formatting->length > kOpenFormatting) return "too many unclosed formatting elements";
  const std::size_t size = size_of(document.dom_document.mraw) + size_of(document.dom_document.text);
  return size > kSmallTree && size > read * kGrowth ? "the tree outgrows the page" : nullptr;
}

struct Destroy {
  void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
  void operator()(lxb_html_document_t* document) const { lxb_html_document_destroy(document); }
};

}  // namespace

Result<Markup> Markup::parse(std::string_view html, std::size_t depth) {
  const std::unique_ptr<lxb_html_parser_t, Destroy> parser(lxb_html_parser_create());
  if (!parser || lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return fail(Why::read_failed, "out of memory");
  std::unique_ptr<lxb_html_document_t, Destroy> document(lxb_html_parse_chunk_begin(parser.get()));
  if (!document) return fail(Why::read_failed, "out of memory");
  for (std::size_t at = 0; at < html.size(); at += kStretch) {
    const std::string_view stretch = html.substr(at, kStretch);
    if (lxb_html_parse_chunk_process(parser.get(), bytes(stretch), stretch.size()) != LXB_STATUS_OK)
      return fail(Why::read_failed, "the page cannot be parsed: out of memory", at);
    if (const char* const wrong = outgrown(*parser, *document, at + stretch.size(), depth))
      return fail(Why::too_large, fmt::format("{}: not a page that a browser shows", wrong), at);
  }
  if (lxb_html_parse_chunk_end(parser.get()) != LXB_STATUS_OK)
    return fail(Why::read_failed, "the page cannot be parsed: out of memory", html.size());
  return Markup(document.release());
}

Markup::~Markup() {
  if (document_) lxb_html_document_destroy(document_);
}

lxb_dom_node_t* Markup::root() const { return lxb_dom_interface_node(document_->dom_document.element); }

lxb_dom_attr_id_t attribute_id(const lxb_dom_document_t& document, std::string_view name) {
  const lxb_dom_attr_data_t* const known = lxb_dom_attr_data_by_local_name(document.attrs, bytes(name), name.size());
  return known ? known->attr_id : lxb_dom_attr_id_t{LXB_DOM_ATTR__UNDEF};
}

std::string_view value(const lxb_dom_attr_t* attr) {
  const lexbor_str_t* const text = attr->value;
  return text && text->data ? std::string_view(reinterpret_cast<const char*>(text->data), text->length)
                            : std::string_view();
}

std::string_view attribute(const lxb_dom_element_t* element, lxb_dom_attr_id_t id) {
  for (const lxb_dom_attr_t* attr = element->first_attr; attr; attr = attr->next)
    if (attr->node.local_name == id) return value(attr);
  return {};
}

std::string_view attribute(lxb_dom_element_t* element, std::string_view name) {
  std::size_t size = 0;
  const lxb_char_t* const value = lxb_dom_element_get_attribute(element, bytes(name), name.size(), &size);
  return value ? std::string_view(reinterpret_cast<const char*>(value), size) : std::string_view();
}

}  // namespace warta::extract
