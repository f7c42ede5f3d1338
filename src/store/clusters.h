// Stories and occurrences of a store: its window of grouping in memory, and their rows.
// Tests: tests/store/store_test.cc
#pragma once
#include <set>
#include <string>
#include <vector>

#include "earliest.h"
#include "store/store.h"

namespace warta::store {

inline const std::string kThese = " IN (SELECT unnest($1::VARCHAR[]))";  // ends a condition: is among the first value
// Begins a condition on articles and events: not before the day that is the second value. The undated are of all days.
inline const std::string kSince = "(published_day >= $2::DATE OR published_day IS NULL) AND ";

// Stories and occurrences whose rows must be made anew.
struct Touched {
  std::set<std::string> stories, occurrences;
  Earliest last;  // none of them, as it stands in the store, ends before it
};

class Clusters {
 public:
  // Places articles that are not in the store yet, and brings those that are up to date with what this changes; their
  // ids are in the answer, one Placed for each. The window is read from the store where it does not reach around their
  // days; what another codebook coded is not in it.
  Result<std::vector<story::Placed>> place(Connection& connection, const std::string& codebook,
                                           const std::vector<const Article*>& articles, Touched& touched);
  // What is in memory no longer is what the store holds: somebody else wrote, or an article left it.
  void forget() { days_.clear(); }

 private:
  Result<void> reach(Connection& connection, const std::string& codebook, const std::vector<const Article*>& articles);

  story::Window window_;
  std::set<Day> days_;  // of publication that the window was read for; empty: nothing is in memory
};

// Takes articles, by their keys, out of their stories and occurrences: those touched must be made anew. `published`: of
// those articles.
Result<void> take_out(Connection& connection, const std::vector<std::string>& keys, const Earliest& published,
                      Touched& touched);

// Makes the rows of what was touched anew from the articles and events that are there.
Result<void> make_anew(Connection& connection, const Touched& touched);

}  // namespace warta::store
