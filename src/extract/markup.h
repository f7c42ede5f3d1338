// Markup: HTML parsed by lexbor, within bounds. Hostile pages nest without end, or make a few bytes grow into millions
// of elements (unclosed formatting elements are opened again in every paragraph); the tree is looked at after each
// stretch of input, and such a page is refused. The only room that knows lexbor is this one. Tests:
// tests/extract/page_test.cc
#pragma once
#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>

#include <string_view>

#include "base/result.h"

namespace warta::extract {

class Markup {
 public:
  static Result<Markup> parse(std::string_view html, std::size_t depth);
  Markup(Markup&& other) noexcept : document_(other.document_) { other.document_ = nullptr; }
  Markup& operator=(Markup&&) = delete;
  ~Markup();

  lxb_dom_node_t* root() const;  // <html>, or null

 private:
  explicit Markup(lxb_html_document_t* document) : document_(document) {}
  lxb_html_document_t* document_;
};

// The number that a document gives to a name that lexbor has none for; LXB_DOM_ATTR__UNDEF: no element has it.
lxb_dom_attr_id_t attribute_id(const lxb_dom_document_t& document, std::string_view name);

// An attribute's value, empty if there is none.
std::string_view value(const lxb_dom_attr_t* attr);
std::string_view attribute(const lxb_dom_element_t* element, lxb_dom_attr_id_t id);
std::string_view attribute(lxb_dom_element_t* element, std::string_view name);

}  // namespace warta::extract
