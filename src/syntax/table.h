// Weights of a linear model in flat tables that are read straight from the model file. A feature's key gives its place
// and a 16-bit check, so an unknown feature adds nothing (one in 10,000 finds another's weights: harmless in a sum of
// fifty). One feature costs one cache line. Tests: tests/syntax/table_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "keys.h"

namespace warta::syntax {

constexpr std::uint16_t check_of(std::uint64_t key) { return static_cast<std::uint16_t>(key | 1); }  // never 0: empty
constexpr std::size_t place_of(std::uint64_t key, std::size_t size) {
  return static_cast<std::size_t>((key >> 32) * size >> 32);
}

// Up to 62 classes: tags, relations.
inline constexpr std::size_t kWideClasses = 62;
struct alignas(64) WideRow {
  std::uint16_t check = 0;
  std::array<std::int8_t, kWideClasses> weights{};
};

class WideTable {
 public:
  static constexpr std::size_t kProbes = 4;
  using Sum = std::array<std::int16_t, 64>;

  WideTable() = default;
  explicit WideTable(std::span<const WideRow> rows) : rows_(rows) {}

  // sum[1 + c] += weight of class c; element 0 holds rubbish, so that the loop is a whole row.
  void add(std::uint64_t key, Sum& sum) const {
    std::size_t place = place_of(key, rows_.size());
    const std::uint16_t check = check_of(key);
    for (std::size_t probe = 0; probe < kProbes; ++probe) {
      const WideRow& row = rows_[place];
      if (row.check == check) return add_row(row, sum);
      if (row.check == 0) return;
      place = place + 1 == rows_.size() ? 0 : place + 1;
    }
  }

 private:
  static void add_row(const WideRow& row, Sum& sum) {
    const auto* weights = row.weights.data();
    for (std::size_t c = 0; c < kWideClasses; ++c) sum[c + 1] = static_cast<std::int16_t>(sum[c + 1] + weights[c]);
  }

  std::span<const WideRow> rows_;
};

// Three classes, eight features a cache line: the actions of the parser.
inline constexpr std::size_t kActions = 3;
struct alignas(64) NarrowRow {
  std::array<std::uint16_t, 8> checks{};
  std::array<std::array<std::int16_t, kActions>, 8> weights{};
};

class NarrowTable {
 public:
  NarrowTable() = default;
  explicit NarrowTable(std::span<const NarrowRow> rows) : rows_(rows) {}

  void add(std::uint64_t key, std::array<std::int32_t, kActions>& sum) const {
    const NarrowRow& row = rows_[place_of(key, rows_.size())];
    const std::size_t slot = find(row, check_of(key));
    if (slot == 8) return;
    const auto& weights = row.weights[slot];
    for (std::size_t c = 0; c < kActions; ++c) sum[c] += weights[c];
  }

  static std::size_t find(const NarrowRow& row, std::uint16_t check) {
    std::uint64_t mask = 0;  // the compiler makes one vector comparison of this
    for (std::size_t i = 0; i < 8; ++i) mask |= static_cast<std::uint64_t>(row.checks[i] == check) << i;
    return mask == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(mask));
  }

  const NarrowRow* row(std::uint64_t key) const { return &rows_[place_of(key, rows_.size())]; }

 private:
  std::span<const NarrowRow> rows_;
};

// What a model knows of a word: how often training saw it (log scale) and which tags it bore.
struct LexiconRow {
  std::uint32_t check = 0;
  std::uint16_t tags = 0;  // number of the set of tags; 0: none known
  std::uint16_t seen = 0;
};

class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(std::span<const LexiconRow> rows) : rows_(rows) {}

  LexiconRow find(std::uint64_t word) const {
    if (rows_.empty()) return {};
    const auto check = static_cast<std::uint32_t>(word) | 1;
    for (std::size_t place = place_of(word, rows_.size());; place = place + 1 == rows_.size() ? 0 : place + 1) {
      if (rows_[place].check == check) return rows_[place];
      if (rows_[place].check == 0) return {};
    }
  }

 private:
  std::span<const LexiconRow> rows_;  // never full
};

}  // namespace warta::syntax
