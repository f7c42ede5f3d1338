// Next page: where an article that its outlet cuts into several pages goes on ("Halaman 1 2 3", "Selanjutnya"). The
// addresses of such pages are the article's own with a number behind it; what links are called does not matter, and
// rel=next alone often leads to another article. Tests: tests/extract/cases/whole_pages.txt
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "page.h"

namespace warta::extract {

// `url`: the address of this page.
std::optional<std::string> next_page_of(const Page& page, std::string_view url);

}  // namespace warta::extract
