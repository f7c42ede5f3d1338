// story: which articles tell of one story, and which events of one happening (an occurrence).
// Takes  Reports (report.h), one an article.
// Gives  for each its story and, for each of its events, its occurrence. The same for the same reports in the same
//        order. Near-copies by MinHash; stories by them, by what they are about first of all, and by names; occurrences
//        by code, dyad, days, place, names, counts and words that fit together, in any language.
// Fails  never.
// Costs  for an article, a bounded number of comparisons, however many look alike; memory bounded by the window.
//        One thread at a time.
// Tests  tests/story/. Rules: CODEBOOK.md, "One happening"
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "event/row.h"
#include "story/report.h"

namespace warta::story {

// Ids are hashes of the first member: of its article's key, of its event's id. First is who was published first; of
// the same day, who has the smaller key or id.
struct Placed {
  std::uint64_t story = 0;
  std::vector<std::uint64_t> occurrences;  // one for each happening of the report
};

// Two that turned out to be one; what bore `from` bears `to`, the older, from now on.
struct Merge {
  std::uint64_t from = 0, to = 0;
};

struct Changes {
  std::vector<Placed> placed;               // one for each report, in the order they were given
  std::vector<Merge> stories, occurrences;  // of earlier reports, in the order to apply them
};

struct WindowSize {
  int days = 14;                 // of publication, between an article and what it may join
  std::size_t events = 200'000;  // about as many of the latest are remembered (and as many articles at most)
};

class Window {
 public:
  explicit Window(WindowSize size = {});
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  // `code`: places one report after those that came before, and never amends what was said of them.
  Placed add(const Report& report);

  // A store: places a batch, whose order does not matter, and says what changes among earlier reports.
  Changes add(const std::vector<Report>& reports);

  // A store, before the first batch: takes a report back in with the ids it has (story, occurrence), those published
  // first coming first.
  void recall(const Report& report);

 private:
  std::unique_ptr<class Grouping> grouping_;
};

// Writes the ids, as 16 hex digits, into the rows of the report's article.
void stamp(const Placed& placed, std::vector<event::Row>& rows);

}  // namespace warta::story
