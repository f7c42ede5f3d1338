// The body of a page: which of its blocks are the article. The block model proposes, furniture rules dispose.
// Tests: tests/extract/cases/html_furniture.txt
#pragma once
#include <vector>

#include "block_model.h"
#include "page.h"
#include "roles.h"

namespace warta::extract {

// What is looked at to find the body, and what comes out.
struct PageLines {
  LinedText text;  // a line each block
  Roles roles;     // as mark_lines says
};
PageLines lines_of(const Page& page, const Furniture& furniture, const Languages& languages);

// States of the blocks after the rules; only `kept` ones are the body.
std::vector<BlockState> find_body(const Page& page, const PageLines& lines, const BlockModel& model);
// The same of a page that is nothing but an article, so that the rules alone decide.
std::vector<BlockState> find_told_body(const Page& page, const PageLines& lines);

}  // namespace warta::extract
