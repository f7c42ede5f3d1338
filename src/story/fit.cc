// Weights are of one scale, on which a full agreement of both sides is 2 and kEnough makes one happening of two
// mentions. Chosen by what must follow (tests/story/cases): day, dyad and code alone (3 + 2 + 1.5) are as much as two
// calls of one day between the same two could have, so that something particular must agree as well; a reaction
// without a date needs a name or the story; what is told in the same words on other days never fits.
#include "fit.h"

#include <algorithm>

#include "code_fit.h"
#include "dyad_fit.h"
#include "place_fit.h"
#include "words.h"

namespace warta::story {
namespace {

using std::chrono::days;
using Degree = Kinship::Degree;

constexpr double kEnough = 5, kEnoughInArticle = 1.5;
constexpr double kSameDay = 3, kFewDays = 2, kLongTime = 0.5, kUndatedClose = 1, kUndatedNear = 0.5;
constexpr double kOneStory = 2.5, kPerName = 0.3, kMostNames = 1.5;
constexpr double kSameCount = 0.75, kOtherCount = -0.75;
constexpr double kWords = 1.5, kAlikeWords = 0.5;  // share of the words of the evidence from which on it speaks for it
constexpr std::size_t kSharedWords = 3;
constexpr double kOtherNames = -1;
constexpr std::size_t kSeveralNames = 4;
constexpr std::int64_t kTellingCount = 5;  // fewer dead or arrested are often as many elsewhere
constexpr std::size_t kParticularNames = 2;
constexpr int kStoryReach = 7;  // days
constexpr int kAnotherDay = 2;  // days apart from which on two of a kind are two, and not one told carelessly

int length(const Interval& days_) { return static_cast<int>((days_.last - days_.first).count()) + 1; }

bool meet(const Interval& a, const Interval& b) { return a.first <= b.last && b.first <= a.last; }

// Days from one interval to the other; 0 where they meet.
int gap(const Interval& a, const Interval& b) {
  if (meet(a, b)) return 0;
  return static_cast<int>((a.first > b.last ? a.first - b.last : b.first - a.last).count());
}

// Within one article or story what has no date may go back to its beginning.
Interval reached(const Profile& profile, Degree degree) {
  Interval out = *profile.possible;
  if (degree != Degree::strangers) out.first = std::min(out.first, out.last - days(kStoryReach));
  return out;
}

std::optional<double> told_and_undated(const Interval& told, const Profile& undated, Degree degree) {
  if (!undated.possible || (undated.dateless && degree != Degree::strangers)) return 0;
  if (!meet(told, reached(undated, degree))) return std::nullopt;
  return told.last >= undated.possible->last - days(1) ? kUndatedClose : kUndatedNear;
}

std::optional<double> date_fit(const Profile& a, const Profile& b, Degree degree) {
  if (a.told && b.told) {
    if (!meet(*a.told, *b.told)) return std::nullopt;
    const int longest = std::max(length(*a.told), length(*b.told));
    return longest == 1 ? kSameDay : longest <= 3 ? kFewDays : kLongTime;
  }
  if (a.told) return told_and_undated(*a.told, b, degree);
  if (b.told) return told_and_undated(*b.told, a, degree);
  if (!a.possible || !b.possible) return 0;
  if (!meet(reached(a, degree), reached(b, degree))) return std::nullopt;
  return gap(*a.published, *b.published) <= 1 ? kUndatedNear : 0;
}

// Days by which one interval would have to move to be the other.
int shift(const Interval& a, const Interval& b) {
  const auto first = std::chrono::abs(a.first - b.first), last = std::chrono::abs(a.last - b.last);
  return static_cast<int>(std::max(first, last).count());
}

// A code that says little ("used force") goes with one kind of act, not with arrest and curfew at once.
std::optional<double> codes_fit(const Profile& a, const Profile& b) {
  std::optional<double> best;
  bool other_kind = false;
  for (const std::string& x : a.cameos) {
    for (const std::string& y : b.cameos) {
      const auto one = code_fit(x, y);
      other_kind = other_kind || !one;
      if (one && (!best || *one > *best)) best = one;
    }
  }
  return other_kind && best && !is_one_kind(*best) ? std::nullopt : best;
}

// A meeting, a signature, a joint drill: the text may put either side first (CODEBOOK.md).
bool either_order(const Profile& profile) {
  using codebook::Root;
  return profile.root == Root::CONSULT || profile.root == Root::COOPERATE || profile.cameos.front() == "057";
}

std::optional<DyadFit> dyads_fit(const Profile& a, const Profile& b) {
  std::optional<DyadFit> best;
  for (const Dyad& x : a.dyads) {
    for (const Dyad& y : b.dyads) {
      const auto one = dyad_fit(x, y, either_order(a));
      if (one && (!best || one->weight > best->weight)) best = one;
    }
  }
  return best;
}

double counts_fit(const Profile& a, const Profile& b, bool& same) {
  double weight = 0;
  for (std::size_t i = 0; i < a.counts.size(); ++i) {
    if (!a.counts[i] || !b.counts[i]) continue;
    const auto x = a.counts[i]->low ? a.counts[i]->low : a.counts[i]->high;
    const auto y = b.counts[i]->low ? b.counts[i]->low : b.counts[i]->high;
    if (!x || !y) continue;
    if (*x == *y && *x > 1) {
      same = same || *x >= kTellingCount;
      weight = kSameCount;
    } else if (weight == 0 && std::max(*x, *y) > 4 * std::min(*x, *y)) {
      weight = kOtherCount;  // tolls grow, but not from 3 to 30 while all else stays
    }
  }
  return weight;
}

// The share of the shorter evidence's words that stand in the other too.
double evidence_fit(const Profile& a, const Profile& b) {
  double best = 0;
  for (const Words& x : a.evidence) {
    for (const Words& y : b.evidence) {
      const std::size_t both = shared(x, y);
      if (both >= kSharedWords)
        best = std::max(best, static_cast<double>(both) / static_cast<double>(std::min(x.size(), y.size())));
    }
  }
  return best >= kAlikeWords ? best : 0;
}

// Attacks and arrests are told by the dozen, and the same army or police do them; two states do not often sign or expel
// twice on a day.
bool often_told(codebook::Root root) { return root == codebook::Root::ASSAULT || root == codebook::Root::COERCE; }

bool sorts_fit(Sort a, Sort b, Degree degree) {
  if (a == b) return a != Sort::memory || degree != Degree::strangers;
  const auto [first, second] = std::minmax(a, b);
  return (first == Sort::act && second == Sort::dated_plan) || (first == Sort::dated_plan && second == Sort::plan);
}

}  // namespace

Kinship kinship_of(Degree degree, const Words& names, const Words& other_names) {
  Kinship out{degree, shared(names, other_names), false};
  out.other_names = out.names == 0 && names.size() >= kSeveralNames && other_names.size() >= kSeveralNames;
  return out;
}

std::optional<Fit> fit(const Profile& a, const Profile& b, const Kinship& kinship) {
  if (a.root != b.root || !sorts_fit(a.sort, b.sort, kinship.degree)) return std::nullopt;
  const auto code = codes_fit(a, b);
  if (!code) return std::nullopt;
  const auto date = date_fit(a, b, kinship.degree);
  if (!date) return std::nullopt;
  const auto place = place_fit(a.place, b.place);
  if (!place) return std::nullopt;
  const auto dyad = dyads_fit(a, b);
  if (!dyad) return std::nullopt;
  bool same_count = false;
  const double counts = counts_fit(a, b, same_count), words = evidence_fit(a, b);
  Fit out;
  out.weight = *code + *date + *place + dyad->weight + counts + kWords * words;
  out.weight += std::min(kMostNames, kPerName * static_cast<double>(kinship.names));
  if (kinship.other_names) out.weight += kOtherNames;
  if (kinship.degree != Degree::strangers) out.weight += kOneStory;
  const bool names = dyad->target_names || (dyad->source_names && !often_told(a.root));
  out.particular = kinship.degree != Degree::strangers || *place > 0 || names || kinship.names >= kParticularNames ||
                   (!kinship.other_names && (same_count || words > 0));
  return out;
}

bool is_one(const Profile& a, const Profile& b, const Fit& fit, const Kinship& kinship) {
  if (kinship.degree == Degree::one_article) return fit.weight - kOneStory >= kEnoughInArticle;
  if (fit.particular) return fit.weight >= kEnough;
  const bool rare = a.told && b.told && !often_told(a.root) && std::none_of(a.dyads.begin(), a.dyads.end(), domestic) &&
                    a.cameos.front() == b.cameos.front();
  return rare && fit.weight >= kEnough + 1;
}

bool one_but_for_a_day(const Profile& a, const Profile& b, const Kinship& kinship) {
  if (!a.told || !b.told || shift(*a.told, *b.told) >= kAnotherDay) return false;
  if (names_both(a.dyads.front()) && names_both(b.dyads.front())) return false;
  Profile same_days = b;
  same_days.told = a.told;
  const auto found = fit(a, same_days, kinship);
  return found && is_one(a, same_days, *found, kinship);
}

bool another_of_its_kind(const Profile& a, const Profile& b) {
  if (a.root != b.root || !codes_fit(a, b)) return false;
  if (!a.told || !b.told || shift(*a.told, *b.told) >= kAnotherDay) return !fit(a, b, {});
  Profile same_days = b;
  same_days.told = a.told;
  return !fit(a, same_days, {});
}

}  // namespace warta::story
