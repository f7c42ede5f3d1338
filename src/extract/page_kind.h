// Kind of a page: an article, or one that has none of its own. Told by what the page says of itself (schema.org types,
// og:type, address) and by its shape; the shape decides where they disagree, since templates call every page an
// article. Tests: tests/extract/html_test.cc
#pragma once
#include <vector>

#include "block_model.h"
#include "extract/extract.h"
#include "json_ld.h"
#include "metadata.h"
#include "page.h"

namespace warta::extract {

ArticleKind kind_of_page(const Page& page, const std::vector<BlockState>& states, const LinkedData& linked,
                         const Metadata& data, const Article& article);

}  // namespace warta::extract
