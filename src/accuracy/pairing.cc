#include "pairing.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

namespace warta::accuracy {
namespace {

using event::Row;

constexpr std::size_t kMentions = 2;  // of one pair and root in one sentence

// Core events choose first.
std::vector<std::size_t> in_order(const std::vector<GoldEvent>& gold) {
  std::vector<std::size_t> order(gold.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_partition(order.begin(), order.end(), [&](std::size_t g) { return gold[g].core; });
  return order;
}

// How much else agrees, the weightiest first.
std::array<bool, 5> agreement(const GoldEvent& gold, const Row& row) {
  const auto good = [&](Field field) { return right(field, gold, row).value_or(false); };
  return {good(Field::status), good(Field::sectors), good(Field::cameo), good(Field::speaker), good(Field::date)};
}

class Pairer {
 public:
  Pairer(const std::vector<GoldEvent>& gold, const std::vector<Row>& rows) : gold_(gold), rows_(rows) {
    out_.row_of_gold.resize(gold.size());
    out_.rows.assign(rows.size(), Verdict::wrong);
    taken_.assign(rows.size(), false);
  }

  Pairing sentence() {
    for (const std::size_t g : in_order(gold_))
      for (std::size_t r = 0; r < rows_.size(); ++r)
        if (!taken_[r] && same(gold_[g], rows_[r])) {
          take(g, r);
          break;
        }
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (!taken_[r]) out_.wrong.push_back(r);
    return std::move(out_);
  }

  Pairing article() {
    for (const std::size_t g : in_order(gold_)) {
      std::optional<std::size_t> best;
      for (std::size_t r = 0; r < rows_.size(); ++r)
        if (!taken_[r] && same(gold_[g], rows_[r]) &&
            (!best || agreement(gold_[g], rows_[r]) > agreement(gold_[g], rows_[*best])))
          best = r;
      if (best) take(g, *best);
    }
    judge_mentions();
    std::sort(out_.wrong.begin(), out_.wrong.end());
    return std::move(out_);
  }

 private:
  void take(std::size_t g, std::size_t r) {
    out_.row_of_gold[g] = r;
    taken_[r] = true;
    out_.rows[r] = gold_[g].core ? Verdict::right : Verdict::neutral;
  }

  void judge_mentions() {
    std::map<std::tuple<std::uint32_t, Key>, std::vector<std::size_t>> mentions;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const bool known =
          std::any_of(gold_.begin(), gold_.end(), [&](const GoldEvent& event) { return same(event, rows_[r]); });
      if (!known) {
        out_.wrong.push_back(r);
        continue;
      }
      if (!taken_[r]) out_.rows[r] = Verdict::neutral;
      mentions[{rows_[r].sentence, key(rows_[r])}].push_back(r);
    }
    for (auto& [where, list] : mentions) {
      // Those that no gold event took are the ones too many, the last first.
      std::stable_partition(list.begin(), list.end(), [&](std::size_t r) { return bool(taken_[r]); });
      for (std::size_t i = kMentions; i < list.size(); ++i) {
        out_.wrong.push_back(list[i]);
        if (!taken_[list[i]]) out_.rows[list[i]] = Verdict::repeated;
      }
    }
  }

  const std::vector<GoldEvent>& gold_;
  const std::vector<Row>& rows_;
  std::vector<bool> taken_;
  Pairing out_;
};

}  // namespace

Pairing pair_events(GoldKind kind, const std::vector<GoldEvent>& gold, const std::vector<Row>& rows) {
  Pairer pairer(gold, rows);
  return kind == GoldKind::sentence ? pairer.sentence() : pairer.article();
}

}  // namespace warta::accuracy
