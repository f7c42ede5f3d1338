// The parser: heads by a linear model over the search of parse_search.h, then relations by a second linear model that sees
// the whole tree. Costs about a microsecond a word and state of the beam. Tests: tests/syntax/parser_test.cc
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model_file.h"
#include "parse_search.h"
#include "tagger.h"

namespace warta::syntax {

// Relations a model knows, at most kWideClasses.
struct RelationList {
  std::vector<Relation> relations;
  static Result<RelationList> parse(std::string_view lines);
  std::string lines() const;
};

// Fills words[0..n) and the padding after them from described words, their tags and lemmas. Rare words (the lexicon knows
// none of them) are seen by their end and shape.
struct TaggedWord {
  const Word* word;
  std::uint64_t tag;  // TagList::keys
  Upos upos;
  std::string_view lemma;
};
void fill_parse_words(std::span<const TaggedWord> sentence, const Lexicon& lexicon, std::span<ParseWord> words);

// A finished tree, as the second model sees it.
class TreeView {
 public:
  TreeView(std::span<const ParseWord> words, std::span<const std::uint32_t> heads, std::pmr::memory_resource* memory);

  // Keys for the relation of word i to its head; `before` is the relation of the sibling before it (or 0).
  void features(std::uint32_t i, ParseFeatures& out, std::span<const std::uint8_t> labels) const;

 private:
  struct Node {
    std::uint32_t first = 0, last = 0;        // children, outermost; n + 1: none
    std::uint32_t previous = 0, next = 0;     // siblings
    std::uint32_t kinds = 0;                  // bits: parts of speech of the children
    std::uint16_t lefts = 0, rights = 0;
  };
  std::span<const ParseWord> words_;
  std::span<const std::uint32_t> heads_;
  std::uint32_t size_;
  std::pmr::vector<Node> nodes_;
};

class Parser {
 public:
  static Result<Parser> open(ModelFile file);

  const Lexicon& lexicon() const { return lexicon_; }
  // Heads as word indices (n for the root's child) and relations of one sentence.
  void parse(Search<std::int32_t>& search, std::span<const ParseWord> words, std::span<std::uint32_t> heads,
             std::span<Relation> relations, std::pmr::memory_resource* memory) const;
  std::uint64_t checksum() const { return file_.checksum(); }

 private:
  void label(std::span<const ParseWord> words, std::span<const std::uint32_t> heads, std::span<Relation> relations,
             std::pmr::memory_resource* memory) const;

  ModelFile file_;
  RelationList relations_;
  NarrowTable actions_;
  WideTable labels_;
  Lexicon lexicon_;
  std::size_t beam_ = 4;
};

}  // namespace warta::syntax
