// Where a report belongs: first its happenings among those that are known and fit in themselves; then its story, of
// which they tell; last what had too little of its own, a reaction without a date or a name, among the happenings of
// that story.
#include "grouping.h"

#include <algorithm>

#include "words.h"

namespace warta::story {
namespace {

using std::chrono::days;
using Degree = Kinship::Degree;

// Days before its publication from which on what an article tells is its story, and not what came before it.
constexpr int kRecent = 2;
constexpr std::size_t kMostMembers = 64;  // occurrences of a story that are compared, the latest
constexpr std::size_t kMostNames = 128;   // of all articles that tell of an occurrence

bool recent(const Profile& profile, const std::optional<Day>& published) {
  return !profile.told || !published || profile.told->last >= *published - days(kRecent);
}

}  // namespace

bool Grouping::near(const std::optional<Interval>& published, const std::optional<Day>& day) const {
  if (!published || !day) return true;
  return *day >= published->first - days(size_.days) && *day <= published->last + days(size_.days);
}

Grouping::Place Grouping::place(const Report& report, bool amend) {
  amend_ = amend;
  Work work{report, tell_apart(report), {}};
  for (const Told& told : work.told) {
    const Number number = find_occurrence(work, told.profile);
    if (number != kNone) keep(number, told, work);
    work.found.push_back(number);
  }
  for (Number& number : work.found) number = number == kNone ? kNone : survivor(number);
  Number story = find_story(work);
  if (story == kNone) story = new_story(report);
  join_story(story, report);
  for (std::size_t i = 0; i < work.told.size(); ++i) {
    const Told& told = work.told[i];
    Number& number = work.found[i];
    if (number != kNone) continue;
    number = find_in_story(work, told.profile, story);
    if (number == kNone) number = new_occurrence(report.happenings[told.mentions.front()], report.published);
    keep(number, told, work);
  }
  link_occurrences(work, story);
  keep_text(work, story);

  for (Number& number : work.found) number = survivor(number);
  Place out{story, std::vector<Number>(report.happenings.size(), kNone)};
  for (std::size_t i = 0; i < work.told.size(); ++i)
    for (const std::uint32_t mention : work.told[i].mentions) out.occurrences[mention] = work.found[i];
  grow_old(report.happenings.size() + 1);
  return out;
}

// Of those that it is one with, the best; those of them that now, with all that was told since, are one with that too
// are merged.
Number Grouping::find_occurrence(const Work& work, const Profile& profile) {
  std::vector<Number> candidates;
  for (const std::uint64_t key : keys_of(profile).sought) by_happening_.find(key, candidates);
  for (Number& number : candidates) number = survivor(number);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<std::pair<double, Number>> fitting;  // the best first, of equals the one begun first
  for (const Number number : candidates) {
    const auto known = occurrences_.find(number);
    if (known == occurrences_.end() || !near(known->second.profile.published, work.report.published)) continue;
    const Kinship kinship = kinship_of(Degree::strangers, work.report.names, known->second.names);
    const auto found = fit(known->second.profile, profile, kinship);
    if (found && is_one(known->second.profile, profile, *found, kinship)) fitting.push_back({-found->weight, number});
  }
  if (fitting.empty()) return kNone;
  std::sort(fitting.begin(), fitting.end());
  Number best = fitting.front().second;
  for (std::size_t i = 1; i < fitting.size(); ++i) best = merge_if_one(work, best, fitting[i].second);
  return best;
}

// What both share with the report at hand, which is one with each of them, counts for them as well.
Number Grouping::merge_if_one(const Work& work, Number a, Number b) {
  const Occurrence &one = occurrences_.at(a), &other = occurrences_.at(b);
  const std::size_t by_report = std::min(shared(one.names, work.report.names), shared(other.names, work.report.names));
  Kinship kinship = kinship_of(Degree::strangers, one.names, other.names);
  if (by_report > kinship.names) kinship = {Degree::strangers, by_report, false};
  const auto found = fit(one.profile, other.profile, kinship);
  return found && is_one(one.profile, other.profile, *found, kinship) ? merge_occurrences(a, b) : a;
}

Number Grouping::find_in_story(const Work& work, const Profile& profile, Number story) const {
  const auto known_story = stories_.find(story);
  if (known_story == stories_.end()) return kNone;
  Number best = kNone;
  double most = 0;
  for (const Number member : known_story->second.occurrences) {
    const Number number = survivor(member);
    const auto known = occurrences_.find(number);
    if (known == occurrences_.end() || !near(known->second.profile.published, work.report.published)) continue;
    const Kinship kinship = kinship_of(Degree::one_story, work.report.names, known->second.names);
    const auto found = fit(known->second.profile, profile, kinship);
    if (!found || found->weight <= most || !is_one(known->second.profile, profile, *found, kinship)) continue;
    most = found->weight;
    best = number;
  }
  return best;
}

void Grouping::keep(Number number, const Told& told, const Work& work) {
  Occurrence& occurrence = occurrences_.at(number);
  if (occurrence.profile.cameos.empty())
    occurrence.profile = told.profile;
  else
    absorb(occurrence.profile, told.profile);
  for (const std::uint32_t mention : told.mentions)
    join_occurrence(number, work.report.happenings[mention], work.report.published);
  for (const std::uint64_t key : keys_of(told.profile).own) by_happening_.add(key, number);
}

// What a report tells as its own, the story takes; what an occurrence knows of names waits until all of the report's
// happenings have their place, so that none is found by the report's own names.
void Grouping::link_occurrences(const Work& work, Number story) {
  std::vector<Number>& members = stories_.at(story).occurrences;
  for (std::size_t i = 0; i < work.found.size(); ++i) {
    Occurrence& occurrence = occurrences_.at(work.found[i]);
    occurrence.names.insert(occurrence.names.end(), work.report.names.begin(), work.report.names.end());
    settle(occurrence.names, kMostNames);
    if (occurrence.story == kNone && (i == 0 || recent(work.told[i].profile, work.report.published)))
      occurrence.story = story;
    if (survivor(occurrence.story) != story && occurrence.story != kNone) continue;
    if (std::find(members.begin(), members.end(), work.found[i]) == members.end()) members.push_back(work.found[i]);
  }
  if (members.size() > kMostMembers)
    members.erase(members.begin(), members.end() - static_cast<std::ptrdiff_t>(kMostMembers));
}

void Grouping::recall(const Report& report) {
  Work work{report, {}, {}};
  std::unordered_map<std::uint64_t, std::size_t> place;  // in work, by id
  for (std::uint32_t i = 0; i < report.happenings.size(); ++i) {
    const Happening& happening = report.happenings[i];
    if (!happening.occurrence) continue;
    const Profile profile = profile_of(happening, report.published);
    const auto [at, fresh] = place.emplace(*happening.occurrence, work.told.size());
    if (fresh)
      work.told.push_back({profile, {i}, happening.sentence});
    else {
      absorb(work.told[at->second].profile, profile);
      work.told[at->second].mentions.push_back(i);
    }
  }
  for (const Told& told : work.told) {
    const Happening& first = report.happenings[told.mentions.front()];
    auto [known, fresh] = recalled_occurrences_.emplace(*first.occurrence, kNone);
    if (fresh || occurrences_.count(known->second) == 0) {
      known->second = new_occurrence(first, report.published);
      Occurrence& occurrence = occurrences_.at(known->second);
      occurrence.from_before = occurrence.id != *first.occurrence;
      occurrence.id = *first.occurrence;
    }
    keep(known->second, told, work);
    work.found.push_back(known->second);
  }
  Number story = kNone;
  if (report.story) {
    auto [known, fresh] = recalled_stories_.emplace(*report.story, kNone);
    if (fresh || stories_.count(known->second) == 0) {
      known->second = new_story(report);
      Story& begun = stories_.at(known->second);
      begun.from_before = begun.id != *report.story;
      begun.id = *report.story;
    }
    story = known->second;
  } else {
    story = new_story(report);
  }
  join_story(story, report);
  link_occurrences(work, story);
  keep_text(work, story);
  grow_old(report.happenings.size() + 1);
}

}  // namespace warta::story
