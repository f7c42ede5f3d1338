#include "index.h"

#include <algorithm>

#include "base/hash.h"
#include "fit.h"

namespace warta::story {
namespace {

using std::chrono::days;

constexpr int kMostDays = 8;  // of an interval; a longer one is found by its first ones

// What a key tells of a dyad.
enum class Told : std::uint64_t { both, one_of_both, one };

std::optional<Interval> when(const Profile& profile) {
  if (profile.told) return profile.told;
  if (!profile.published) return std::nullopt;
  return Interval{profile.published->first - days(undated_reach(Kinship::Degree::strangers)), profile.published->last};
}

class Maker {
 public:
  Maker(const Profile& profile, Keys& keys) : profile_(profile), keys_(keys) {}

  void day(std::uint64_t day) {
    for (const Dyad& dyad : profile_.dyads) {
      const std::string_view a = dyad.source.code.from(), b = dyad.target.code.from();
      if (names_both(dyad)) {
        const std::uint64_t pair = key(day, Told::both, std::min(a, b), std::max(a, b));
        keys_.own.push_back(pair);
        keys_.sought.push_back(pair);
      }
      for (const std::string_view side : {a, b}) {
        if (side.empty()) continue;
        const std::uint64_t alone = key(day, Told::one, side), of_both = key(day, Told::one_of_both, side);
        keys_.own.push_back(names_both(dyad) ? of_both : alone);
        keys_.sought.push_back(alone);
        if (!names_both(dyad)) keys_.sought.push_back(of_both);
      }
    }
  }

 private:
  std::uint64_t key(std::uint64_t day, Told told, std::string_view a, std::string_view b = {}) const {
    return Hasher()
        .add(static_cast<std::uint64_t>(profile_.root))
        .add(day)
        .add(static_cast<std::uint64_t>(told))
        .add(a)
        .add(b)
        .value();
  }

  const Profile& profile_;
  Keys& keys_;
};

void settle(std::vector<std::uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

void Index::add(std::uint64_t key, std::uint32_t value) {
  std::vector<std::uint32_t>& bucket = young_[key];
  const auto known = std::find(bucket.begin(), bucket.end(), value);
  if (known != bucket.end()) {
    std::rotate(known, known + 1, bucket.end());
    return;
  }
  if (bucket.size() == most_) bucket.erase(bucket.begin());
  bucket.push_back(value);
}

void Index::find(std::uint64_t key, std::vector<std::uint32_t>& values) const {
  for (const Buckets* buckets : {&young_, &old_}) {
    const auto bucket = buckets->find(key);
    if (bucket != buckets->end()) values.insert(values.end(), bucket->second.begin(), bucket->second.end());
  }
}

void Index::age() {
  old_ = std::move(young_);
  young_.clear();
}

Keys keys_of(const Profile& profile) {
  Keys out;
  Maker maker(profile, out);
  if (const auto interval = when(profile)) {
    const Day last = std::min(interval->last, interval->first + days(kMostDays - 1));
    for (Day day = interval->first; day <= last; day += days(1))
      maker.day(static_cast<std::uint64_t>(day.time_since_epoch().count()));
  } else {
    maker.day(UINT64_MAX);  // nobody knows when
  }
  settle(out.own);
  settle(out.sought);
  return out;
}

}  // namespace warta::story
