// Events with a day of their own are told apart first; what has none (a headline, a reaction, a denial) then joins the
// happening that it fits best, the nearer one where two fit as well.
#include "in_article.h"

#include <algorithm>

#include "fit.h"

namespace warta::story {
namespace {

constexpr std::size_t kCompared = 64;  // latest happenings that an event is compared with, and mentions of each

class Article {
 public:
  explicit Article(const Report& report) : report_(report) {}

  std::vector<Told> tell_apart() && {
    for (const bool dated : {true, false})
      for (std::uint32_t i = 0; i < report_.happenings.size(); ++i)
        if (is_dated(i) == dated) place(i);
    for (Told& told : told_) {
      std::sort(told.mentions.begin(), told.mentions.end());
      told.sentence = report_.happenings[told.mentions.front()].sentence;
    }
    std::sort(told_.begin(), told_.end(),
              [](const Told& a, const Told& b) { return a.mentions.front() < b.mentions.front(); });
    return std::move(told_);
  }

 private:
  bool is_dated(std::uint32_t i) const {
    const auto& date = report_.happenings[i].date;
    return date && told_itself(*date);
  }

  void place(std::uint32_t i) {
    Profile profile = profile_of(report_.happenings[i], report_.published);
    Told* best = nullptr;
    double most = 0;
    const std::size_t from = told_.size() > kCompared ? told_.size() - kCompared : 0;
    for (std::size_t t = from; t < told_.size(); ++t) {
      const double weight = weigh(told_[t], i, profile);
      if (weight <= most) continue;
      most = weight;
      best = &told_[t];
    }
    if (best) {
      absorb(best->profile, profile);
      best->mentions.push_back(i);
    } else {
      told_.push_back({std::move(profile), {i}, 0});
    }
  }

  // 0: another happening. One word that fires tells of one, whoever its sides are.
  double weigh(const Told& told, std::uint32_t i, const Profile& profile) const {
    constexpr double kOneWord = 100;
    const Happening& event = report_.happenings[i];
    std::uint32_t nearest = UINT32_MAX;
    const std::size_t from = told.mentions.size() > kCompared ? told.mentions.size() - kCompared : 0;
    for (std::size_t m = from; m < told.mentions.size(); ++m) {
      const Happening& mention = report_.happenings[told.mentions[m]];
      if (mention.root == event.root && mention.sentence == event.sentence && mention.trigger == event.trigger)
        return kOneWord;
      nearest = std::min(nearest, mention.sentence > event.sentence ? mention.sentence - event.sentence
                                                                    : event.sentence - mention.sentence);
    }
    const Kinship kinship{Kinship::Degree::one_article, 0, false};
    const auto found = fit(told.profile, profile, kinship);
    if (!found || !is_one(told.profile, profile, *found, kinship)) return 0;
    return found->weight + 1.0 / (1 + nearest);
  }

  const Report& report_;
  std::vector<Told> told_;
};

}  // namespace

std::vector<Told> tell_apart(const Report& report) { return Article(report).tell_apart(); }

}  // namespace warta::story
