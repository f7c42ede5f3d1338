// The stories and occurrences of a window, and where a further report belongs. Tests: tests/story/window_test.cc
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fit.h"
#include "in_article.h"
#include "index.h"
#include "story/story.h"

namespace warta::story {

using Number = std::uint32_t;  // of a story, an occurrence or a text in this window; given once
inline constexpr Number kNone = UINT32_MAX;

// Who came first, which decides on an id: by day (the undated come last), then by the number that the id is made of.
struct First {
  std::optional<Day> day;
  std::uint64_t id = 0;
  bool before(const First& other) const;
};

struct Occurrence {
  std::uint64_t id = 0;
  First first;
  bool from_before = false;  // begun by a report that is no longer in the window: its id stays
  Profile profile;
  Words names;           // of the latest article that tells of it
  Number story = kNone;  // of which it is a part, rather than its background
  std::uint64_t touched = 0;
};

struct Story {
  std::uint64_t id = 0;
  First first;
  bool from_before = false;
  std::optional<Interval> published;
  std::vector<Number> occurrences;  // the latest of them
  std::uint64_t touched = 0;
};

// An article by which others of its story are found.
struct Text {
  Signature signature;
  Words names;
  std::optional<Day> published;
  Number story = kNone, main = kNone;  // main: the occurrence that it is about first of all
  std::uint64_t touched = 0;
};

class Grouping {
 public:
  explicit Grouping(WindowSize size) : size_(size) {}

  struct Place {
    Number story = kNone;
    std::vector<Number> occurrences;  // one for each happening
  };
  // `amend`: ids follow the first member; else they stay what they were when they were first given.
  Place place(const Report& report, bool amend);
  void recall(const Report& report);

  Placed ids(const Place& place) const;  // as they are now
  Number next() const { return next_; }  // what is numbered from here on is new
  // What became of ids since the last call: brings those in `placed` up to date, and tells of what bears a lower number
  // than `before`.
  void take_merges(Number before, Changes& changes);

 private:
  // What is known of the report at hand.
  struct Work {
    const Report& report;
    std::vector<Told> told;
    std::vector<Number> found;  // one for each told; kNone: a new one
  };
  using Links = std::map<Number, double>;  // story -> what speaks for it; ordered, so that ties are decided alike

  // occurrences: grouping.cc
  Number find_occurrence(const Work& work, const Profile& profile);
  Number find_in_story(const Work& work, const Profile& profile, Number story) const;
  void keep(Number number, const Told& told, const Work& work);
  void link_occurrences(const Work& work, Number story);
  bool near(const std::optional<Interval>& published, const std::optional<Day>& day) const;

  // stories: story_links.cc
  Number find_story(const Work& work);  // merges those that it turns out to be
  void link_texts(const Work& work, Links& links) const;
  void link_main(const Work& work, Links& links) const;
  void link_background(const Work& work, Links& links) const;
  void keep_text(const Work& work, Number story);
  Number same_text(const Work& work, Number story) const;

  // ids and merges: merging.cc
  Number new_story(const Report& report);
  Number new_occurrence(const Happening& first, std::optional<Day> published);
  void join_story(Number number, const Report& report);
  void join_occurrence(Number number, const Happening& member, std::optional<Day> published);
  Number merge_stories(Number a, Number b);  // gives the one that stays: the older
  Number merge_occurrences(Number a, Number b);
  Number survivor(Number number) const;
  void grow_old(std::size_t events);

  WindowSize size_;
  bool amend_ = false;
  Number next_ = 0;
  std::uint64_t clock_ = 0;  // events placed so far
  std::uint64_t aged_ = 0;   // when the present age began
  std::unordered_map<Number, Occurrence> occurrences_;
  std::unordered_map<Number, Story> stories_;
  std::unordered_map<Number, Text> texts_;
  std::unordered_map<Number, Number> merged_;
  Index by_happening_{32}, by_text_{16};
  struct Rename {
    Number number;
    Merge ids;
    bool of_story;
  };
  std::vector<Rename> renames_;
  std::unordered_map<std::uint64_t, Number> recalled_stories_, recalled_occurrences_;
};

}  // namespace warta::story
