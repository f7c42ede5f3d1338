// The parser: heads by a linear model over the search of parse_search.h, then relations by a second linear model that
// sees the whole tree. Costs about a microsecond a word and state of the beam. Tests: tests/syntax/parser_test.cc
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/model_file.h"
#include "parse_search.h"
#include "supertagger.h"
#include "tagger.h"

namespace warta::syntax {

// Relations a model knows, at most kWideClasses.
struct RelationList {
  std::vector<Relation> relations;
  static Result<RelationList> parse(std::string_view lines);
  std::string lines() const;
};

struct TaggedWord {
  const Word* word;
  std::uint64_t tag;  // TagList::keys
  Upos upos;
  std::string_view lemma;
};

// The words of a sentence without its punctuation marks (unless it has nothing else), followed by padding, and the
// token index of each. Rare words (the lexicon does not know them) are seen by their end and shape.
struct ParseWords {
  explicit ParseWords(std::pmr::memory_resource* memory) : words(memory), origin(memory) {}
  void fill(std::span<const TaggedWord> sentence, const Lexicon& lexicon);

  std::pmr::vector<ParseWord> words;
  std::pmr::vector<std::uint32_t> origin;
};
inline std::uint64_t mark_key(const Word& word) { return word.key; }

// A finished tree, as the second model sees it.
class TreeView {
 public:
  TreeView(std::span<const ParseWord> words, std::span<const std::uint32_t> heads, std::pmr::memory_resource* memory);

  // Keys for the relation of word i to its head; `before` is the relation of the sibling before it (or 0).
  void features(std::uint32_t i, ParseFeatures& out, std::span<const std::uint8_t> labels) const;

 private:
  struct Node {
    std::uint32_t first = 0, last = 0;     // children, outermost; n + 1: none
    std::uint32_t previous = 0, next = 0;  // siblings
    std::uint32_t kinds = 0;               // bits: parts of speech of the children
    std::uint16_t lefts = 0, rights = 0;
  };
  std::span<const ParseWord> words_;
  std::span<const std::uint32_t> heads_;
  std::uint32_t size_;
  std::pmr::vector<Node> nodes_;
};

// Sums weights of actions. States of a beam share most of their features, so the last few answers of each kind of
// feature are kept: most look-ups end there.
class ActionScorer {
 public:
  explicit ActionScorer(const NarrowTable& table) : table_(table) {}
  void score(std::span<const ParseWord> words, std::span<const Cell> cells, const State<std::int32_t>& state,
             std::array<std::int32_t, kActions>& scores);

 private:
  static constexpr std::size_t kWays = 8;
  struct Kept {
    std::uint64_t key = 0;
    NarrowTable::Weights weights{};
  };
  const NarrowTable& table_;
  ParseFeatures features_;
  std::array<std::uint8_t, kMaxParseFeatures> missed_;
  std::array<Kept, kMaxParseFeatures * kWays> kept_;
};

class Parser {
 public:
  static Result<Parser> open(ModelFile file);

  // Memory that one thread reuses from sentence to sentence.
  struct Scratch {
    Scratch(const Parser& parser, std::pmr::memory_resource* from)
        : memory(from),
          search(from),
          scorer(parser.actions_),
          words(from),
          heads(from),
          relations(from),
          labels(from),
          forms(from),
          pairs(from) {}
    std::pmr::memory_resource* memory;
    Search<std::int32_t> search;
    ActionScorer scorer;
    ParseWords words;
    std::pmr::vector<std::uint32_t> heads;
    std::pmr::vector<Relation> relations;
    std::pmr::vector<std::uint8_t> labels;
    std::pmr::vector<std::string_view> forms;
    std::pmr::vector<std::uint32_t> pairs;
  };

  // Heads as token indices (n for the root's child) and relations of one sentence.
  void parse(std::span<const TaggedWord> sentence, Scratch& scratch, std::span<std::uint32_t> heads,
             std::span<Relation> relations) const;
  std::uint64_t checksum() const { return file_.checksum(); }
  const Lexicon& lexicon() const { return lexicon_; }

 private:
  void label(Scratch& scratch) const;
  void place_marks(std::span<const TaggedWord> sentence, Scratch& scratch, std::span<std::uint32_t> heads,
                   std::span<Relation> relations) const;

  ModelFile file_;
  RelationList relations_;
  NarrowTable actions_;
  Supertagger supertagger_;
  WideTable labels_;
  NarrowTable marks_;
  Lexicon lexicon_;
  std::size_t beam_ = 4;
  std::int32_t margin_ = 0;
};

}  // namespace warta::syntax
