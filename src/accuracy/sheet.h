// A sheet of coded events that people judged. Format: docs/formats/sheet.md. Part of the door.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accuracy/reliability.h"
#include "base/result.h"

namespace warta::accuracy {

struct SheetScores {
  std::size_t rows = 0, unjudged = 0;  // unjudged: without enough verdicts to say right or wrong
  Share all;                           // root, source and target right
  bool weighted = false;
  Share whole;  // the same for all events that the sheet was drawn from; only if weighted
  std::vector<std::pair<std::string, Share>> roots;         // in alphabetical order
  std::vector<std::pair<std::string, Share>> verdicts;      // of each verdict column
  std::vector<std::pair<std::string, std::size_t>> causes;  // of the wrong rows, the most frequent first
  std::vector<Judged> judged;
};

// Tests: tests/accuracy/sheet_test.cc. Fails with bad_format, naming row and column; columns are found
// by name.
Result<SheetScores> score_sheet(std::string_view csv);

}  // namespace warta::accuracy
