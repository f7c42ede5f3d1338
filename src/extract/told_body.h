// Told bodies: the article as a page holds it beside what it shows, for pages that a script puts together in the
// browser: the articleBody of JSON-LD, the data of Next.js (`__NEXT_DATA__`), what readers without scripts are shown
// (<noscript>). Publishers shorten and repeat there, so that the page's own blocks go first wherever they hold an
// article. Tests: tests/extract/cases/whole_pages.txt
#pragma once
#include <string>

#include "json_ld.h"
#include "page.h"

namespace warta::extract {

// HTML, a paragraph an element; the fullest of what is told, empty where nothing is.
// Costs a parse of the data of Next.js, at most 4 MiB of it.
std::string told_body(const Page& page, const LinkedData& linked);

}  // namespace warta::extract
