// Stories and occurrences of a store: its window of grouping in memory, and their rows.
// Tests: tests/store/store_test.cc, order_test.cc
#pragma once
#include <set>
#include <string>
#include <vector>

#include "earliest.h"
#include "store/store.h"

namespace warta::store {

inline const std::string kThese = " IN (SELECT unnest($1::VARCHAR[]))";  // ends a condition: is among the first value

// Ids that articles or events get.
struct NewIds {
  std::vector<std::string> from, to;
  Earliest first;  // day of publication of those rows
};
// Sets `column` to what is beside the text in `from` that column `by` has.
Result<void> set_ids(Connection& connection, const std::string& table, const std::string& column, const std::string& by,
                     const NewIds& ids);

// Stories and occurrences whose rows must be made anew.
struct Touched {
  std::set<std::string> stories, occurrences;
  Earliest last;  // none of them, as it stands in the store, ends before it
};

class Clusters {
 public:
  // Places articles that are not in the store yet, and brings those that are up to date with what this changes; their
  // ids are in the answer, one Placed for each. `taken`: days of articles that were taken out before. Articles of the
  // store that come later, or knew what was taken out, are placed again, so that the order of adding hardly shows
  // (docs/formats/store.md), unless these are very many; those without a day stay where they are. What another codebook
  // coded takes no part.
  Result<std::vector<story::Placed>> place(Connection& connection, const std::string& codebook,
                                           const std::vector<const Article*>& articles, const std::set<Day>& taken,
                                           Touched& touched);
  // What is in memory no longer is what the store holds: somebody else wrote, or an article left it.
  void forget() { days_.clear(); }

 private:
  // What is asked for: days of all that came or went, and the reports of what came.
  struct Asked {
    std::string codebook;
    std::set<Day> days;
    std::vector<story::Report> fresh;
  };
  Result<bool> to_be_placed_again(Connection& connection, const Asked& asked, bool taken) const;
  Result<std::vector<story::Placed>> place_again(Connection& connection, const Asked& asked, Touched& touched);
  Result<std::vector<story::Placed>> place_after(Connection& connection, const Asked& asked, Touched& touched);
  bool covers(const std::set<Day>& days) const;

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
