// The headline of a page: what its heading shows, told from other headings by <title>, og:title and JSON-LD, which hold
// it too, but with the outlet's name before or behind it. Tests: tests/extract/cases/page_metadata.txt
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outlet_names.h"
#include "page.h"
#include "surroundings.h"

namespace warta::extract {

struct Headline {
  std::string text;
  std::optional<std::uint32_t> block;  // where it is shown
  bool told = false;                   // what the head of the page says is shown too
};

// `told`: what the head says, the surest first. `body`: the headline stands above its end.
std::optional<Headline> find_headline(const Page& page, const std::vector<std::string>& told, BlockRange body,
                                      const OutletNames& outlet, const Furniture& furniture);

// "Kenya votes | Suara Nusa" -> "Kenya votes"; "Suara Nusa: Kenya votes - Page 2" -> "Kenya votes".
std::string without_outlet(std::string_view title, const OutletNames& outlet, const Furniture& furniture);

}  // namespace warta::extract
