// Labels for training: which blocks of a page its article text holds, by aligning both word by word.
// The file that training makes tells whether they are right: docs/formats/block-model.md.
#pragma once
#include <cstdint>
#include <vector>

#include "block_model.h"
#include "page.h"

namespace warta::extract {

// `gold`: hashes of the words of the article, in order.
std::vector<BlockState> labels_of(const Page& page, const std::vector<std::uint64_t>& gold);

}  // namespace warta::extract
