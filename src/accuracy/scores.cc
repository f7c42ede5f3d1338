// Adds up the pairings of many texts.
#include <algorithm>
#include <set>

#include "accuracy/accuracy.h"
#include "coded.h"
#include "findings.h"
#include "pairing.h"

namespace warta::accuracy {
namespace {

using event::Row;

std::size_t errors(const Tally& tally) { return tally.wanted - tally.hit + tally.found - tally.hit; }

class Adder {
 public:
  Adder(GoldKind kind, const Constructions& constructions) : kind_(kind), constructions_(constructions) {}

  void add(const GoldText& gold, const CodedText& coded) {
    const Pairing pairing = pair_events(kind_, gold.events, coded.rows);
    Tally here;
    for (std::size_t g = 0; g < gold.events.size(); ++g) {
      if (!gold.events[g].core) continue;
      const auto row = pairing.row_of_gold[g];
      Tally one{1, row ? 1u : 0u, row ? 1u : 0u};
      add_to(here, one);
      add_to(roots_[std::string(codebook::name(gold.events[g].root))], one);
      if (row) compare(gold.events[g], coded.rows[*row]);
    }
    for (const std::size_t r : pairing.wrong) {
      add_to(here, {0, 0, 1});
      add_to(roots_[std::string(codebook::name(coded.rows[r].code->root))], {0, 0, 1});
    }
    add_to(scores_.all, here);
    add_constructions(gold.id, here);
    for (std::size_t r = 0; r < coded.rows.size(); ++r)
      if (pairing.rows[r] != Verdict::neutral)
        scores_.judged.push_back({coded.rows[r].confidence, pairing.rows[r] == Verdict::right});
    if (gold.events.empty()) {
      ++scores_.empty;
      scores_.empty_coded += !coded.rows.empty();
    }
    if (kind_ == GoldKind::article) {
      scores_.articles.push_back({gold.id, here.hit, here.wanted, pairing.wrong.size(), coded.rows.size()});
      add_groups(gold.events, coded.rows, pairing);
    }
    find_errors(gold, coded, pairing, scores_.findings);
  }

  Scores sum() {
    for (auto& [root, tally] : roots_) scores_.roots.push_back({root, tally, 0});
    for (auto& [name, tally] : by_construction_) scores_.constructions.push_back(tally);
    std::stable_sort(scores_.constructions.begin(), scores_.constructions.end(),
                     [](const NamedTally& a, const NamedTally& b) { return errors(a.tally) > errors(b.tally); });
    for (std::size_t f = 0; f < kFields; ++f) {
      const bool always = f < static_cast<std::size_t>(Field::place);
      scores_.fields.push_back({name(static_cast<Field>(f)),
                                share(right_[f], asked_[f]),
                                {scores_.all.wanted, right_[f], scores_.all.found},
                                always});
    }
    return std::move(scores_);
  }

 private:
  static void add_to(Tally& sum, const Tally& more) {
    sum.wanted += more.wanted;
    sum.hit += more.hit;
    sum.found += more.found;
  }

  void compare(const GoldEvent& gold, const Row& row) {
    for (std::size_t f = 0; f < kFields; ++f)
      if (const auto good = right(static_cast<Field>(f), gold, row)) {
        ++asked_[f];
        right_[f] += *good;
      }
  }

  void add_constructions(const std::string& id, const Tally& tally) {
    const auto names = constructions_.find(id);
    if (names == constructions_.end()) return;
    for (const std::string& name : names->second) {
      NamedTally& sum = by_construction_[name];
      sum.name = name;
      add_to(sum.tally, tally);
      ++sum.texts;
    }
  }

  // A happening that the gold joins is told as one if all its events, as far as they were found, say so.
  void add_groups(const std::vector<GoldEvent>& gold, const std::vector<Row>& rows, const Pairing& pairing) {
    std::map<std::string, std::vector<std::optional<std::string>>> groups;
    for (std::size_t g = 0; g < gold.size(); ++g)
      if (gold[g].group && pairing.row_of_gold[g])
        groups[*gold[g].group].push_back(rows[*pairing.row_of_gold[g]].occurrence);
    for (const auto& [group, occurrences] : groups) {
      if (occurrences.size() < 2) continue;
      ++scores_.groups;
      const bool one = std::set<std::optional<std::string>>(occurrences.begin(), occurrences.end()).size() == 1;
      scores_.joined += one && occurrences.front();
    }
  }

  GoldKind kind_;
  const Constructions& constructions_;
  Scores scores_;
  std::map<std::string, Tally> roots_;
  std::map<std::string, NamedTally> by_construction_;
  std::array<std::size_t, kFields> right_{}, asked_{};
};

}  // namespace

Result<Scores> score(const engine::Engine& engine, const std::vector<GoldText>& gold, GoldKind kind,
                     const Constructions& constructions) {
  Adder adder(kind, constructions);
  story::Window window;
  for (const GoldText& text : gold) {
    if (text.kind != kind) continue;
    adder.add(text, WARTA_TRY(code(engine, window, text)));
  }
  return adder.sum();
}

}  // namespace warta::accuracy
