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
// Rows of a table, with their rowid, whose `day` is not before the second value; the undated are of all days. Two
// scans, since DuckDB passes over rows by one comparison, and not by an OR of two.
std::string rows_since(const std::string& table, const std::string& day = "published_day");
// Ends an UPDATE or DELETE of a table: those of its rows since then that meet the condition.
std::string where_since(const std::string& table, const std::string& condition,
                        const std::string& day = "published_day");

// Ids that rows get, by what stands in another column of theirs, or in the same.
struct NewIds {
  std::vector<std::string> from, to;
  Earliest first;  // of the days of those rows
};
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
  // ids are in the answer, one Placed for each. `taken`: days of articles that were taken out before. Articles around
  // that come later, or lost something, are placed again, so that the order in which articles are added does not
  // matter, unless these are very many. What another codebook coded takes no part.
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
