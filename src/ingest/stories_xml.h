// Stories in XML and SGML: what PETRARCH and its successors read (<Sentences><Sentence date="" id="" source=""><Text>),
// dumps of ICEWS stories, and corpora of the same make (<DOC><DOCNO>, <newsitem>, <article>). A record is an element of
// such a name; which of its attributes and elements are read: fields.h. The stream is cut by tags, and only one record
// is ever a tree. Tests: tests/ingest/stories_xml_test.cc, fuzz/table.cc
#pragma once
#include <memory>
#include <string_view>

#include "document.h"

namespace warta::ingest {

// XML by its declaration, or by a root that such files have; `whole`: nothing comes behind it.
bool is_stories(std::string_view begin, bool whole);

std::unique_ptr<Document> stories_document(std::unique_ptr<Buffered> bytes, const Limits& limits);

}  // namespace warta::ingest
