// The ledger: what was refused and why, counted, so that nothing is dropped in silence. Each worker keeps one and the
// engine adds them up; counts do not depend on the order, so the sum is the same for any number of threads.
#pragma once
#include <array>
#include <cstdint>
#include <string>

#include "base/result.h"

namespace warta {

class Ledger {
 public:
  void count(Why why, std::uint64_t times = 1) { counts_[static_cast<std::size_t>(why)] += times; }
  void keep_article() { ++articles_; }
  void keep_event(std::uint64_t times = 1) { events_ += times; }

  std::uint64_t of(Why why) const { return counts_[static_cast<std::size_t>(why)]; }
  std::uint64_t articles() const { return articles_; }
  std::uint64_t events() const { return events_; }
  std::uint64_t inputs_refused() const;  // files and records
  std::uint64_t events_refused() const;  // would-be events and sentences

  Ledger& operator+=(const Ledger& other);

  // Lines for people: what was kept, then each reason that occurred with its count and meaning.
  std::string summary() const;

 private:
  std::array<std::uint64_t, static_cast<std::size_t>(Why::count_)> counts_{};
  std::uint64_t articles_ = 0;
  std::uint64_t events_ = 0;
};

// Whether a reason refuses a whole file or record, rather than a would-be event in it.
constexpr bool refuses_input(Why why) { return why < Why::negated; }

}  // namespace warta
