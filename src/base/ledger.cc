#include "base/ledger.h"

#include <fmt/format.h>

namespace warta {

std::uint64_t Ledger::inputs_refused() const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) sum += refuses_input(static_cast<Why>(i)) ? counts_[i] : 0;
  return sum;
}

std::uint64_t Ledger::events_refused() const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) sum += refuses_input(static_cast<Why>(i)) ? 0 : counts_[i];
  return sum;
}

Ledger& Ledger::operator+=(const Ledger& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  articles_ += other.articles_;
  events_ += other.events_;
  return *this;
}

std::string Ledger::summary() const {
  std::string out = fmt::format("kept {} of {} articles and {} of {} would-be events\n", articles_,
                                articles_ + inputs_refused(), events_, events_ + events_refused());
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const auto why = static_cast<Why>(i);
    if (counts_[i] != 0) out += fmt::format("  {:>8}  {:<20}  {}\n", counts_[i], word(why), explanation(why));
  }
  return out;
}

}  // namespace warta
