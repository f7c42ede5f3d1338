// Candidates: what may be one shares a key, and each key remembers the latest few that bear it, so that the work for
// an article does not grow with how many look alike. Tests: tests/story/index_test.cc
#pragma once
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "profile.h"

namespace warta::story {

class Index {
 public:
  explicit Index(std::size_t most) : most_(most) {}

  void add(std::uint64_t key, std::uint32_t value);                        // as the latest
  void find(std::uint64_t key, std::vector<std::uint32_t>& values) const;  // appends them
  // Keys that were not added to in this age or the one before are forgotten.
  void age();

 private:
  using Buckets = std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;
  std::size_t most_;
  Buckets young_, old_;
};

// Keys of a happening, pure functions of its profile: root and dyad for each day on which it may have been. `own` are
// the keys under which it is found, `sought` those under which it looks: one side alone is sought too where a profile,
// or what it looks for, names no other.
struct Keys {
  std::vector<std::uint64_t> own, sought;
};
Keys keys_of(const Profile& profile);

}  // namespace warta::story
