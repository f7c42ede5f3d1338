// What makes an article part of a story: its words are those of an article of it (a near-copy); what it is about first
// of all is a happening of it; or it goes on from one of the last days, as reactions, funerals and arrests do. Another
// happening of the same kind begins a story of its own, however alike its words are.
#include <algorithm>

#include "grouping.h"
#include "signature.h"
#include "words.h"

namespace warta::story {
namespace {

using std::chrono::days;

constexpr double kEnough = 1, kBinds = 2.5;  // makes two stories, to which it speaks so strongly, one
constexpr double kCopy = 2, kMain = 3, kGoesOn = 1.5;
constexpr double kCopyFrom = 0.5;       // likeness of signatures from which on a text is a near-copy
constexpr double kAllButSame = 0.9;     // and need not be kept besides the other
constexpr double kNamesFrom = 0.5;      // share of the fewer names of two articles that both tell, from which on ...
constexpr std::size_t kNamesLeast = 5;  // ... at least so many make them of one story
constexpr std::size_t kNamesOfOneStory = 2;  // or so many, where a day alone parts what they tell first
constexpr int kNamesDays = 2;                // ... within so many days
constexpr int kGoesOnDays = 3;        // days after a happening on which an article that goes on from it is its story
constexpr std::size_t kNameKeys = 8;  // least hashes of names by which articles are found

double share(const Words& a, const Words& b) {
  const std::size_t fewer = std::min(a.size(), b.size());
  return fewer == 0 ? 0 : static_cast<double>(shared(a, b)) / static_cast<double>(fewer);
}

int apart(const std::optional<Day>& a, const std::optional<Day>& b) {
  if (!a || !b) return 0;
  return std::abs(static_cast<int>((*a - *b).count()));
}

std::vector<std::uint64_t> text_keys(const Report& report) {
  std::vector<std::uint64_t> keys = bands(report.signature);
  for (std::size_t i = 0; i < std::min(kNameKeys, report.names.size()); ++i) keys.push_back(report.names[i]);
  return keys;
}

bool share_country(const Profile& a, const Profile& b) {
  const auto any = [](const Profile& profile, std::string_view from) {
    return std::any_of(profile.dyads.begin(), profile.dyads.end(), [&](const Dyad& dyad) {
      return !from.empty() && (dyad.source.code.from() == from || dyad.target.code.from() == from);
    });
  };
  return std::any_of(a.dyads.begin(), a.dyads.end(), [&](const Dyad& dyad) {
    return any(b, dyad.source.code.from()) || any(b, dyad.target.code.from());
  });
}

// The day on which it happened, or was told.
std::optional<Day> day_of(const Profile& profile) {
  if (profile.told) return profile.told->last;
  return profile.published ? std::optional<Day>(profile.published->first) : std::nullopt;
}

}  // namespace

Number Grouping::find_story(const Work& work) {
  Links links;
  link_texts(work, links);
  if (!work.told.empty()) {
    link_main(work, links);
    link_background(work, links);
  }
  std::erase_if(links, [&](const auto& link) {  // a happening that is still told of may be of a story long past
    const auto known = stories_.find(link.first);
    return known == stories_.end() || !near(known->second.published, work.report.published);
  });
  Number best = kNone;
  double most = 0;
  for (const auto& [story, weight] : links) {
    if (weight < kEnough || weight <= most) continue;
    most = weight;
    best = story;
  }
  for (const auto& [story, weight] : links)
    if (story != best && weight >= kBinds && stories_.count(story) != 0) best = merge_stories(best, story);
  return best;
}

void Grouping::link_texts(const Work& work, Links& links) const {
  std::vector<Number> candidates;
  for (const std::uint64_t key : text_keys(work.report)) by_text_.find(key, candidates);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  Links best;
  for (const Number number : candidates) {
    const auto text = texts_.find(number);
    if (text == texts_.end()) continue;
    const Text& other = text->second;
    const Number story = survivor(other.story);
    const auto known = stories_.find(story);
    if (known == stories_.end() || apart(other.published, work.report.published) > size_.days) continue;
    const double alike = likeness(other.signature, work.report.signature);
    const bool near = apart(other.published, work.report.published) <= kNamesDays;
    const Kinship kinship = kinship_of(Kinship::Degree::strangers, other.names, work.report.names);
    const auto main = occurrences_.find(survivor(other.main));
    const bool both_tell = main != occurrences_.end() && !work.told.empty();
    const bool one_but = near && both_tell && kinship.names >= kNamesOfOneStory &&
                         one_but_for_a_day(main->second.profile, work.told.front().profile, kinship);
    const bool names = near && kinship.names >= kNamesLeast && share(other.names, work.report.names) >= kNamesFrom;
    if (alike < kCopyFrom && !names && !one_but) continue;
    if (both_tell && survivor(other.main) != work.found.front() &&
        another_of_its_kind(main->second.profile, work.told.front().profile))
      continue;
    double& weight = best[story];
    weight = std::max(weight, alike >= kCopyFrom ? kCopy + alike : kEnough);
  }
  for (const auto& [story, weight] : best) links[story] += weight;
}

void Grouping::link_main(const Work& work, Links& links) const {
  if (work.found.front() == kNone) return;
  const Number story = survivor(occurrences_.at(work.found.front()).story);
  if (story != kNone) links[story] += kMain;
}

void Grouping::link_background(const Work& work, Links& links) const {
  Links best;
  for (std::size_t i = 1; i < work.told.size(); ++i) {
    if (work.found[i] == kNone || work.found[i] == work.found.front()) continue;
    const Occurrence& before = occurrences_.at(work.found[i]);
    const Number story = survivor(before.story);
    const auto day = day_of(before.profile);
    if (story == kNone || !day || !work.report.published) continue;
    const Profile& main = work.told.front().profile;
    if (*work.report.published - *day > days(kGoesOnDays) || another_of_its_kind(before.profile, main)) continue;
    if (share_country(before.profile, main)) best[story] = kGoesOn;
  }
  for (const auto& [story, weight] : best) links[story] += weight;
}

// A text that says almost the same for its story, so that a thousand copies are kept once.
Number Grouping::same_text(const Work& work, Number story) const {
  std::vector<Number> candidates;
  for (const std::uint64_t key : bands(work.report.signature)) by_text_.find(key, candidates);
  for (const Number number : candidates) {
    const auto text = texts_.find(number);
    if (text == texts_.end() || survivor(text->second.story) != story) continue;
    if (likeness(text->second.signature, work.report.signature) >= kAllButSame) return number;
  }
  return kNone;
}

void Grouping::keep_text(const Work& work, Number story) {
  Number number = same_text(work, story);
  if (number == kNone) {
    number = next_++;
    const Number main = work.found.empty() ? kNone : work.found.front();
    texts_.emplace(number, Text{work.report.signature, work.report.names, work.report.published, story, main, 0});
  }
  Text& text = texts_.at(number);
  text.touched = clock_;
  text.published = work.report.published;
  for (const std::uint64_t key : text_keys(work.report)) by_text_.add(key, number);
}

}  // namespace warta::story
