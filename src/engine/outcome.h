// What became of one record: rows and what else a store or a grouping needs of the article, or why it was refused.
// Owned values: they outlive the worker and its arena.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "event/row.h"
#include "story/report.h"

namespace warta::engine {

// An article that was coded, also where it told no event.
struct CodedArticle {
  event::RowArticle article;  // as it stands in each row
  std::optional<Day> published;
  // What the offsets of rows count in: those of a title that was a field of its own from 0, all others from body_begin.
  // Behind body_end stand captions and a dateline of a page, which no row tells of.
  std::string text;
  std::uint32_t body_begin = 0, body_end = 0;
  std::vector<std::string> authors;
  story::Report report;  // by which its story and occurrences are found; has the article's key
};

struct Outcome {
  std::string file;
  std::uint64_t record = 0;
  std::optional<CodedArticle> coded;  // nullopt: refused, or known
  bool known = false;                 // an article that Known says need not be coded
  std::vector<event::Row> rows;
  std::optional<Error> refused;  // bad_format: not the record, but the codebook of its language is at fault
};

}  // namespace warta::engine
