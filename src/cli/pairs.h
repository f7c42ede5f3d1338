// Tables of sentences with a marked source and target: what `warta relations` answers and `warta train ranker` learns
// from. Formats: docs/formats/relations.md, docs/formats/training.md. Tests: tests/cli/pairs_test.cc
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "event/ranker.h"

namespace warta::cli {

struct MarkedPair {
  std::string text;  // without marks
  event::Pair pair;  // an empty span: that side is not marked
  std::optional<codebook::Root> root;
  bool made = false;  // a sentence written to be learned from, not one of the news
};

// One for every row below the header line, in order; columns are found by name and may stand in any order.
Result<std::vector<MarkedPair>> read_pairs(const std::string& path);
Result<std::vector<MarkedPair>> parse_pairs(std::string_view table);

}  // namespace warta::cli
