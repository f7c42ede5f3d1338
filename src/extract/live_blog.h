// Live blogs: the entries of a page that is written while something happens, each with its time. A template sets them
// as it sets lists of other articles, which is what the block model takes them for; the page itself says that it is
// live. Tests: tests/extract/cases/whole_pages.txt
#pragma once
#include <vector>

#include "block_model.h"
#include "json_ld.h"
#include "page.h"
#include "page_body.h"

namespace warta::extract {

// Keeps the prose of the entries and of the summary above them, and their headings. False: no live blog, and nothing is
// changed.
bool keep_live_entries(const Page& page, const PageLines& lines, const LinkedData& linked,
                       std::vector<BlockState>& states);

}  // namespace warta::extract
