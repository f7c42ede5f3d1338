// Measure of extracted bodies: multisets of 4-word shingles, as the public article-extraction benchmark compares texts.
// Words are runs of letters, digits and underscores.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "train.h"

namespace warta::extract {

std::vector<std::uint64_t> word_hashes(std::string_view text);  // case kept
BodyScores compare_bodies(const std::vector<std::uint64_t>& gold, const std::vector<std::uint64_t>& found);

}  // namespace warta::extract
