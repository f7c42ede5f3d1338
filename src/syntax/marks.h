// Where punctuation hangs. The search for heads sees only words, with the marks beside them as their properties (Ma,
// Zhang and Zhu 2014); then each mark chooses among the words it can hang on without crossing arcs: those that end
// before it and those that begin behind it, up the tree. A linear model of the candidate's place and relation decides.
// Tests: tests/syntax/parser_test.cc
#pragma once
#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

#include "keys.h"
#include "parse_search.h"
#include "syntax/relations.h"

namespace warta::syntax {

// The tree over the m words of a sentence, and where they stand among all n tokens.
struct WordTree {
  std::span<const ParseWord> words;       // m, then padding
  std::span<const std::uint32_t> origin;  // token index of each word
  std::span<const std::uint32_t> heads;   // word indices; m for the root's head
  std::span<const Relation> relations;
};

class MarkPlaces {
 public:
  MarkPlaces(const WordTree& tree, std::pmr::memory_resource* memory);

  // Candidates for the token at `token`, a mark of form key `form` that stands behind `before` words; `pair` is the
  // token of its counterpart (a bracket or quote), or its own.
  void find(std::uint32_t token, std::uint32_t before, std::uint32_t pair);
  std::size_t size() const { return places_.size(); }
  std::uint32_t word(std::size_t candidate) const { return places_[candidate].word; }
  void features(std::size_t candidate, std::uint64_t form, bool last, ParseFeatures& out) const;

 private:
  struct Place {
    std::uint32_t word;
    std::uint8_t side;   // 1: before the mark, 2: behind it, 3: spans it
    std::uint8_t depth;  // steps up from the nearest word
  };
  void climb(std::uint32_t word, std::uint8_t side);

  WordTree tree_;
  std::uint32_t size_;
  std::uint32_t before_ = 0, token_ = 0, pair_ = 0;
  std::pmr::vector<std::uint32_t> low_, high_;  // outermost words below each word
  std::pmr::vector<Place> places_;
};

// The counterparts of brackets and quotes among tokens, by their form; itself for other tokens.
void find_pairs(std::span<const std::string_view> forms, std::span<std::uint32_t> pairs);

}  // namespace warta::syntax
