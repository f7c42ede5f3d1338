// When a coded event is the gold's: the root and the countries of both actors; and which of its other fields are right.
// Tests: tests/accuracy/match_test.cc
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "accuracy/gold.h"
#include "event/row.h"

namespace warta::accuracy {

// Acts without a direction: either actor may be the source (CODEBOOK.md, section 1).
bool reciprocal(codebook::Root root);

// Where an actor is from: "PRK" of "PRK GOV", "UNO" of "IGO UNO"; empty: nobody, or nobody knows.
std::string_view country(std::string_view code);

struct Key {
  codebook::Root root{};
  std::string source, target;  // countries
  Key reversed() const { return {root, target, source}; }
  friend bool operator==(const Key&, const Key&) = default;
  friend bool operator<(const Key& a, const Key& b) {
    return std::tie(a.root, a.source, a.target) < std::tie(b.root, b.source, b.target);
  }
};
Key key(const GoldEvent& gold);
Key key(const event::Row& row);

bool same(const GoldEvent& gold, const event::Row& row);  // in one of the gold's readings

// What is compared on events that match.
enum class Field : std::uint8_t { sectors, cameo, status, speaker, date, place, counts, mode, count_ };
inline constexpr std::size_t kFields = static_cast<std::size_t>(Field::count_);
std::string_view name(Field field);

// nullopt: the gold says nothing about it.
std::optional<bool> right(Field field, const GoldEvent& gold, const event::Row& row);

}  // namespace warta::accuracy
