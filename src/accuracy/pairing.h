// Which coded event is which gold event of one text, one to one.
//
// Sentences: each gold event, the core ones first, takes the first coded event that is the same. What is left over is
// wrong.
// Articles tell an event several times, and a row stands for each telling: of the coded events that are the same, a
// gold event takes the one that agrees best in its other fields. What is left over is wrong if it is the same as no
// gold event of the article; one more mention is neither right nor wrong, but from the third for the same sentence,
// root and pair it is wrong. Tests: tests/accuracy/pairing_test.cc
#pragma once
#include <optional>
#include <vector>

#include "match.h"

namespace warta::accuracy {

enum class Verdict : std::uint8_t {
  right,
  neutral,   // an optional gold event, or a further mention
  repeated,  // a mention too many
  wrong
};

struct Pairing {
  std::vector<std::optional<std::size_t>> row_of_gold;
  std::vector<Verdict> rows;
  std::vector<std::size_t> wrong;  // rows that count against: the repeated ones too, even those that a gold took
};

Pairing pair_events(GoldKind kind, const std::vector<GoldEvent>& gold, const std::vector<event::Row>& rows);

}  // namespace warta::accuracy
