// What grouping knows of articles that a store holds. Tests: tests/store/store_test.cc
#pragma once
#include <set>
#include <string>
#include <vector>

#include "store/connection.h"
#include "story/story.h"

namespace warta::store {

// Articles of some days of publication that were coded with one codebook and belong to a story, and all such articles
// without a day.
struct OfDays {
  const std::set<Day>& days;
  const std::string& codebook;
};

// Their reports with the stories and occurrences they have, and those published before all these days of stories and
// occurrences that reach into them, in the order of publication, the undated last; of very many those added last.
Result<std::vector<story::Report>> recall(Connection& connection, const OfDays& which);

// How many there are, and how many of them come after one that was published on `day` and has this key.
struct Census {
  std::int64_t all = 0, after = 0;
};
Result<Census> count(Connection& connection, const OfDays& which, Day day, std::uint64_t key);

}  // namespace warta::store
