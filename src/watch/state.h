// What the watch remembers between runs: which items it has read, and how each feed stood when it was last read whole
// (docs/formats/feeds.md, "State"). Bounded: an item that its feed has not listed for kKept is forgotten.
// Tests: tests/watch/state_test.cc
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "net.h"

namespace warta::watch {

inline constexpr auto kKept = std::chrono::days(30);
inline constexpr std::size_t kMostKept = 1'000'000;  // items; the longest unlisted go first
inline constexpr unsigned kMostFailures = 5;         // after so many an item that cannot be had counts as read

using Key = std::uint64_t;  // of an item: hash of its address or of its id in its feed

// How a feed stood. Validators are kept only while all items that it listed are read: else it must be read again.
struct FeedMemory {
  std::string etag, last_modified;
  Time listed{};  // when it was last read whole
};

class State {
 public:
  static Result<State> parse(std::string_view text);  // empty text: nothing is known
  std::string text(Time now) const;                   // sorted; without what is too old

  FeedMemory& feed(const std::string& url) { return feeds_[url]; }

  bool read(Key item) const;
  // The feed lists it (again), at `now`. Known items only: what is not read yet is not remembered.
  void list(Key item, Key feed, Time now);
  void keep(Key item, Key feed, Time now);    // it is read, or refused for good
  void failed(Key item, Key feed, Time now);  // it could not be had this time

 private:
  struct Item {
    Key feed = 0;
    Time listed{};
    unsigned failures = 0;  // 0: read
  };
  std::map<std::string, FeedMemory> feeds_;
  std::unordered_map<Key, Item> items_;
};

Key key_of(std::string_view kind, std::string_view name);

}  // namespace warta::watch
