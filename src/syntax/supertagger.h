// Supertags (Ouchi, Duh and Matsumoto 2014): a first guess of each word's relation, of the side its head stands on and
// of the sides its own dependents stand on, from the words and tags around it. The search for heads and the choice of
// relations take them as hints. A linear model from left to right, as the tagger; costs about half a microsecond a
// word. Tests: tests/syntax/parser_test.cc
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "parse_search.h"
#include "table.h"

namespace warta::syntax {

using Super = std::uint8_t;  // index in a list of supertags

inline constexpr std::uint64_t kSuperBefore = 0x2545f491;  // stands for the supertags before the first word

// `words` are followed by their padding; `super1` and `super2` are the keys of the two words before.
void super_features(std::span<const ParseWord> words, std::size_t i, std::uint64_t super1, std::uint64_t super2,
                    ParseFeatures& out);
constexpr std::uint64_t super_key(std::size_t super) { return super + 1; }

class Supertagger {
 public:
  Supertagger() = default;
  Supertagger(std::size_t classes, std::span<const WideRow> rows) : classes_(classes), weights_(rows) {}

  // Fills ParseWord::super.
  void tag(std::span<ParseWord> words) const;

 private:
  std::size_t classes_ = 0;
  WideTable weights_;
};

}  // namespace warta::syntax
