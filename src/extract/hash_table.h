// HashTable: from 64-bit hashes to values, for tables that are filled once and then asked for every word of every page.
// Open addressing with linear probing, never more than half full: a look-up touches one line of memory as a rule, and
// none but a few bits where nobody has the key; std::unordered_map divides and follows a chain. The hash is the key:
// two words of one hash are one word. Threads may share what is no longer filled. Tests: tests/extract/tables_test.cc
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace warta::extract {

template <class Value>
class HashTable {
 public:
  // The value of a key; nullptr: nobody has it.
  const Value* find(std::uint64_t key) const {
    if (slots_.empty() || !(present_[bit_of(key) / 64] >> (bit_of(key) % 64) & 1)) return nullptr;
    const Slot& slot = slots_[at(key)];
    return slot.key == stored(key) ? &slot.value : nullptr;
  }

  // Made if nobody has it yet; good until the next call.
  Value& operator[](std::uint64_t key) {
    if (used_ * 2 >= slots_.size()) grow();
    Slot& slot = slots_[at(key)];
    used_ += slot.key == 0;
    present_[bit_of(key) / 64] |= std::uint64_t{1} << (bit_of(key) % 64);
    slot.key = stored(key);
    return slot.value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    Value value{};
  };
  static constexpr std::uint64_t stored(std::uint64_t key) { return key == 0 ? 1 : key; }

  // Where the key is, or would be: the upper bits of a product with the golden ratio spread keys of any kind.
  std::size_t at(std::uint64_t key) const {
    std::size_t i = (stored(key) * 0x9e3779b97f4a7c15u) >> shift_;
    while (slots_[i].key != 0 && slots_[i].key != stored(key)) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  // Eight bits a slot, one in sixteen of them set at most: most keys that nobody has end here, in memory that stays
  // near.
  std::size_t bit_of(std::uint64_t key) const { return (stored(key) * 0x9e3779b97f4a7c15u) >> (shift_ - 3); }

  void grow() {
    std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 16 : slots_.size() * 2));
    shift_ = 64;
    for (std::size_t size = slots_.size(); size > 1; size /= 2) --shift_;
    present_.assign(slots_.size() / 8, 0);
    for (Slot& slot : before) {
      if (slot.key == 0) continue;
      present_[bit_of(slot.key) / 64] |= std::uint64_t{1} << (bit_of(slot.key) % 64);
      slots_[at(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;             // a power of two
  std::vector<std::uint64_t> present_;  // bits of keys
  std::size_t used_ = 0;
  unsigned shift_ = 64;
};

}  // namespace warta::extract
