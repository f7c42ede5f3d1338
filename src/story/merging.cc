// Ids and what becomes of them: a cluster bears that of its first member, and of two that turn out to be one the older
// id stays.
#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "grouping.h"

namespace warta::story {
namespace {

std::uint64_t id_of(std::string_view what, std::uint64_t first) { return Hasher().add(what).add(first).value(); }
std::uint64_t story_id(std::uint64_t article) { return id_of("story", article); }
std::uint64_t occurrence_id(std::uint64_t event) { return id_of("occurrence", event); }

// What began before the window is older than what began in it.
template <class Cluster>
bool older(const Cluster& a, const Cluster& b) {
  if (a.from_before != b.from_before) return a.from_before;
  return a.first.before(b.first);
}

template <class Map>
void forget(Map& map, std::uint64_t before) {
  for (auto item = map.begin(); item != map.end();)
    item = item->second.touched < before ? map.erase(item) : std::next(item);
}

}  // namespace

bool First::before(const First& other) const {
  if (day != other.day) return day && (!other.day || *day < *other.day);
  return id < other.id;
}

Number Grouping::survivor(Number number) const {
  for (auto to = merged_.find(number); to != merged_.end(); to = merged_.find(number)) number = to->second;
  return number;
}

Number Grouping::new_story(const Report& report) {
  Story story;
  story.id = story_id(report.key);
  story.first = {report.published, report.key};
  stories_.emplace(next_, std::move(story));
  return next_++;
}

Number Grouping::new_occurrence(const Happening& first, std::optional<Day> published) {
  Occurrence occurrence;
  occurrence.id = occurrence_id(first.id);
  occurrence.first = {published, first.id};
  occurrences_.emplace(next_, std::move(occurrence));
  return next_++;
}

void Grouping::join_story(Number number, const Report& report) {
  Story& story = stories_.at(number);
  story.touched = clock_;
  if (report.published) {
    if (!story.published) story.published = single(*report.published);
    story.published->first = std::min(story.published->first, *report.published);
    story.published->last = std::max(story.published->last, *report.published);
  }
  const First member{report.published, report.key};
  if (!amend_ || story.from_before || !member.before(story.first)) return;
  story.first = member;
  renames_.push_back({number, {story.id, story_id(report.key)}, true});
  story.id = story_id(report.key);
}

void Grouping::join_occurrence(Number number, const Happening& happening, std::optional<Day> published) {
  Occurrence& occurrence = occurrences_.at(number);
  occurrence.touched = clock_;
  const First member{published, happening.id};
  if (!amend_ || occurrence.from_before || !member.before(occurrence.first)) return;
  occurrence.first = member;
  renames_.push_back({number, {occurrence.id, occurrence_id(happening.id)}, false});
  occurrence.id = occurrence_id(happening.id);
}

Number Grouping::merge_stories(Number a, Number b) {
  if (a == b) return a;
  if (older(stories_.at(b), stories_.at(a))) std::swap(a, b);
  Story& stays = stories_.at(a);
  const Story& goes = stories_.at(b);
  if (goes.published && stays.published)
    stays.published = Interval{std::min(stays.published->first, goes.published->first),
                               std::max(stays.published->last, goes.published->last)};
  stays.occurrences.insert(stays.occurrences.end(), goes.occurrences.begin(), goes.occurrences.end());
  renames_.push_back({b, {goes.id, stays.id}, true});
  stories_.erase(b);
  merged_[b] = a;
  return a;
}

Number Grouping::merge_occurrences(Number a, Number b) {
  if (a == b) return a;
  if (older(occurrences_.at(b), occurrences_.at(a))) std::swap(a, b);
  Occurrence& stays = occurrences_.at(a);
  const Occurrence& goes = occurrences_.at(b);
  absorb(stays.profile, goes.profile);
  if (stays.story == kNone) stays.story = goes.story;
  renames_.push_back({b, {goes.id, stays.id}, false});
  occurrences_.erase(b);
  merged_[b] = a;
  return a;
}

void Grouping::take_merges(Number before, Changes& changes) {
  std::unordered_map<std::uint64_t, std::uint64_t> stories, occurrences;  // id -> the one it became
  for (const Rename& rename : renames_) {
    (rename.of_story ? stories : occurrences)[rename.ids.from] = rename.ids.to;
    if (rename.number < before) (rename.of_story ? changes.stories : changes.occurrences).push_back(rename.ids);
  }
  renames_.clear();
  const auto now = [](const auto& became, std::uint64_t& id) {
    for (auto to = became.find(id); to != became.end(); to = became.find(id)) id = to->second;
  };
  for (Placed& placed : changes.placed) {
    now(stories, placed.story);
    for (std::uint64_t& occurrence : placed.occurrences) now(occurrences, occurrence);
  }
}

Placed Grouping::ids(const Place& place) const {
  Placed out;
  out.story = stories_.at(survivor(place.story)).id;
  out.occurrences.reserve(place.occurrences.size());
  for (const Number number : place.occurrences) out.occurrences.push_back(occurrences_.at(survivor(number)).id);
  return out;
}

void Grouping::grow_old(std::size_t events) {
  clock_ += events;
  if (clock_ - aged_ < size_.events / 2) return;
  forget(occurrences_, aged_);
  forget(stories_, aged_);
  forget(texts_, aged_);
  by_happening_.age();
  by_text_.age();
  aged_ = clock_;
}

}  // namespace warta::story
