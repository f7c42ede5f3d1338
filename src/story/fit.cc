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
constexpr double kPerWord = 2, kAlikeWords = 0.3;  // Jaccard index of the evidence from which on it speaks for it
constexpr std::size_t kParticularNames = 2;

int length(const Interval& days_) { return static_cast<int>((days_.last - days_.first).count()) + 1; }

bool meet(const Interval& a, const Interval& b) { return a.first <= b.last && b.first <= a.last; }

// Days from one interval to the other; 0 where they meet.
int gap(const Interval& a, const Interval& b) {
  if (meet(a, b)) return 0;
  return static_cast<int>((a.first > b.last ? a.first - b.last : b.first - a.last).count());
}

std::optional<double> told_and_undated(const Interval& told, const std::optional<Interval>& published, Degree degree) {
  if (!published) return 0;
  const Interval window{published->first - days(undated_reach(degree)), published->last};
  if (!meet(told, window)) return std::nullopt;
  return told.last >= published->first - days(1) ? kUndatedClose : kUndatedNear;
}

std::optional<double> date_fit(const Profile& a, const Profile& b, Degree degree) {
  if (a.told && b.told) {
    if (!meet(*a.told, *b.told)) return std::nullopt;
    const int longest = std::max(length(*a.told), length(*b.told));
    return longest == 1 ? kSameDay : longest <= 3 ? kFewDays : kLongTime;
  }
  if (a.told) return told_and_undated(*a.told, b.published, degree);
  if (b.told) return told_and_undated(*b.told, a.published, degree);
  if (!a.published || !b.published) return 0;
  const int apart = gap(*a.published, *b.published);
  if (apart > undated_reach(degree)) return std::nullopt;
  return apart <= 1 ? kUndatedNear : 0;
}

std::optional<double> codes_fit(const Profile& a, const Profile& b) {
  std::optional<double> best;
  for (const std::string& x : a.cameos) {
    for (const std::string& y : b.cameos) {
      const auto one = code_fit(x, y);
      if (one && (!best || *one > *best)) best = one;
    }
  }
  return best;
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
      same = true;
      weight = kSameCount;
    } else if (weight == 0 && std::max(*x, *y) > 4 * std::min(*x, *y)) {
      weight = kOtherCount;  // tolls grow, but not from 3 to 30 while all else stays
    }
  }
  return weight;
}

double evidence_fit(const Profile& a, const Profile& b) {
  double best = 0;
  for (const Words& x : a.evidence) {
    for (const Words& y : b.evidence) {
      const std::size_t both = shared(x, y);
      if (both > 0) best = std::max(best, static_cast<double>(both) / static_cast<double>(x.size() + y.size() - both));
    }
  }
  return best >= kAlikeWords ? best : 0;
}

bool sorts_fit(Sort a, Sort b, Degree degree) {
  if (a == b) return a != Sort::memory || degree != Degree::strangers;
  return false;
}

}  // namespace

int undated_reach(Degree degree) { return degree == Degree::strangers ? 3 : 7; }

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
  out.weight = *code + *date + *place + dyad->weight + counts + kPerWord * words;
  out.weight += std::min(kMostNames, kPerName * static_cast<double>(kinship.names));
  if (kinship.degree != Degree::strangers) out.weight += kOneStory;
  out.particular = kinship.degree != Degree::strangers || *place >= 1 || dyad->names || same_count || words > 0 ||
                   kinship.names >= kParticularNames;
  return out;
}

bool is_one(const Profile& a, const Profile& b, const Fit& fit, const Kinship& kinship) {
  if (kinship.degree == Degree::one_article) return fit.weight - kOneStory >= kEnoughInArticle;
  if (fit.particular) return fit.weight >= kEnough;
  // Two states do not often sign or expel twice on a day, while arrests and attacks are told by the dozen.
  const bool rare = a.told && b.told && a.root != codebook::Root::ASSAULT && a.root != codebook::Root::COERCE &&
                    std::none_of(a.dyads.begin(), a.dyads.end(), domestic) && a.cameos.front() == b.cameos.front();
  return rare && fit.weight >= kEnough + 1;
}

bool another_of_its_kind(const Profile& a, const Profile& b) {
  return a.root == b.root && codes_fit(a, b) && !fit(a, b, {Degree::one_story, 0});
}

}  // namespace warta::story
