// Features of a page's blocks: what a reader sees of each that tells article from furniture. A feature is a number; its
// name ("own=related", "words=4") is what the model's file says (docs/formats/block-model.md).
// Tests: tests/extract/html_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "page.h"
#include "roles.h"

namespace warta::extract {

// Features of all blocks in one row: those of block i are ids[begin[i]] to ids[begin[i + 1]].
struct BlockFeatures {
  std::vector<std::uint16_t> ids;
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> prose;  // words of block i if it is prose, else 0
  std::vector<bool> rich;            // stands in the element that holds most prose
  std::size_t headline = 0;          // as headline_of says
  std::vector<std::uint8_t> border;  // of block i: how it is joined to the one before, below kBorders

  std::size_t blocks() const { return begin.size() - 1; }
};

inline constexpr std::size_t kBorders = 5;  // same element, siblings, further inside, further outside, elsewhere
std::size_t feature_count();
std::string feature_name(std::size_t id);
std::optional<std::size_t> feature_of(std::string_view name);

// `lines` are the blocks read as lines, one each, and `roles` what mark_lines says of them.
BlockFeatures features_of(const Page& page, const LinedText& lines, const Roles& roles);

// The block that is the headline: <h1>, or what <title> and og:title say; blocks.size() if none is.
std::size_t headline_of(const Page& page);

}  // namespace warta::extract
