// Surroundings: the blocks above and below an article's body, where pages say who wrote it and when, as lines with the
// roles that plain texts get too. Menus, lists of other articles and comments are left out. Tests:
// tests/extract/metadata_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "language.h"
#include "page.h"
#include "roles.h"

namespace warta::extract {

// Half-open, of Page::blocks; empty: not known.
struct BlockRange {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
};

// Kinds that all blocks of the body have too say nothing: some templates call the whole page a feed or a side column.
struct Baseline {
  ClassKinds kinds = 0;
  Arounds around = 0;
};

struct Surroundings {
  LinedText lines;  // of Page::text: one a block, but for those that join
  Roles roles;
  std::vector<std::uint32_t> blocks;  // of each line
  Baseline baseline;
  std::size_t closing = 0;  // the first line that stands at the end of the body or below it
};

// Blocks of other articles, comments and the page's chrome.
bool is_elsewhere(PageBlock block, const Baseline& baseline);

// `lines`: the page's blocks, a line each. `title`: the block of the headline, if it was found.
Surroundings surroundings_of(const Page& page, const LinedText& lines, BlockRange body,
                             std::optional<std::uint32_t> title, const Furniture& furniture,
                             const Languages& languages);

}  // namespace warta::extract
