// An article and its rows as rows of the tables: the columns in the order of schema.sql. Tests:
// tests/store/store_test.cc
#pragma once
#include "appender.h"
#include "store/store.h"

namespace warta::store {

// What the store knows of an article besides the article itself.
struct Standing {
  std::int64_t run = 0;
  Moment added{};
  std::optional<std::string> superseded_by;
  story::Placed placed;  // without occurrences where it is superseded
  bool keep_text = true;
};

void append_article(Appender& table, const Article& article, const Standing& standing);
void append_events(Appender& table, const Article& article, const Standing& standing);

}  // namespace warta::store
