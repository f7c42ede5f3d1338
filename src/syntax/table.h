// Weights of a linear model in flat tables that are read straight from the model file. A feature's key gives its place
// and a 16-bit check, so an unknown feature adds nothing (one in 10,000 finds another's weights: harmless in a sum of
// fifty). One feature costs one cache line. Tests: tests/syntax/tagger_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

  // Tells the memory which row will be wanted: look-ups miss the caches more often than not.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&rows_[place_of(key, rows_.size())]); }

  // All features at once.
  void add_all(std::span<const std::uint64_t> keys, Sum& sum) const {
    for (const std::uint64_t key : keys) prefetch(key);
    for (const std::uint64_t key : keys) add(key, sum);
  }

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

  using Weights = std::array<std::int16_t, kActions>;

  void prefetch(std::uint64_t key) const { __builtin_prefetch(&rows_[place_of(key, rows_.size())]); }

  // The weights of a feature, or nothing but zeros.
  Weights find(std::uint64_t key) const {
    const NarrowRow& row = rows_[place_of(key, rows_.size())];
    const std::size_t slot = slot_of(row, check_of(key));
    return slot == 8 ? Weights{} : row.weights[slot];
  }

  // The slot of a row that bears this check, or 8.
  static std::size_t slot_of(const NarrowRow& row, std::uint16_t check) {
#ifdef __SSE2__
    const __m128i checks = _mm_load_si128(reinterpret_cast<const __m128i*>(row.checks.data()));
    const auto mask = static_cast<unsigned>(
        _mm_movemask_epi8(_mm_cmpeq_epi16(checks, _mm_set1_epi16(static_cast<std::int16_t>(check)))));
    return mask == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(mask)) / 2;
#else
    std::size_t slot = 0;
    while (slot < 8 && row.checks[slot] != check) ++slot;
    return slot;
#endif
  }

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
