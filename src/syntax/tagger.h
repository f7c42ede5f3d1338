// The tagger: parts of speech from left to right, by a linear model (averaged perceptron, Collins 2002) over words,
// affixes, shapes and the two tags before. It distinguishes finer tags than UPOS ("VERB|Voice=Pass"), which the parser
// sees. Costs about 0.4 microseconds a word. Tests: tests/syntax/tagger_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/model_file.h"
#include "syntax/relations.h"
#include "table.h"
#include "words.h"

namespace warta::syntax {

using Tag = std::uint8_t;  // index in a tag list

// The fine tags of a model: a name "UPOS" or "UPOS|Feature=Value...", with what is derived from it.
struct TagList {
  std::vector<std::string> names;
  std::vector<Upos> upos;
  std::vector<std::uint64_t> keys;

  static Result<TagList> parse(std::string_view lines);
  std::string lines() const;
  void add(std::string name);  // "UPOS..." must be a part of speech
};

inline constexpr std::size_t kMaxTagFeatures = 64;

// Keys of the features of word i that do not depend on tags, then of those that do. `known` holds the lexicon's row of
// each word of the sentence.
struct TagFeatures {
  std::array<std::uint64_t, kMaxTagFeatures> keys;
  std::size_t count = 0;
  void push(std::uint64_t key) { keys[count++] = key; }
  std::span<const std::uint64_t> view() const { return {keys.data(), count}; }
};
void tag_features(std::span<const Word> sentence, std::span<const LexiconRow> known, std::size_t i, std::uint64_t tag1,
                  std::uint64_t tag2, TagFeatures& out);

class Tagger {
 public:
  static Result<Tagger> open(ModelFile file);

  // One tag a word. `known` is scratch of the same length. `guess`: see Analyzer::analyze.
  void tag(std::span<const Word> sentence, std::span<LexiconRow> known, std::span<Tag> tags,
           const WordGuess& guess = {}) const;
  // Whether training saw a word as a proper noun; nullopt: it did not see the word, or hardly ever.
  std::optional<bool> knows_as_name(const Word& word) const;
  const TagList& tags() const { return tags_; }
  std::uint64_t checksum() const { return file_.checksum(); }

 private:
  LexiconRow look_up(const Word& word, const WordGuess& guess) const;
  std::size_t best_of(Upos upos, const WideTable::Sum& sum, std::size_t otherwise) const;

  ModelFile file_;
  TagList tags_;
  WideTable weights_;
  Lexicon lexicon_;
};

inline constexpr std::uint64_t kTagBefore = 0x5bd1e995;  // stands for the tags before the first word

}  // namespace warta::syntax
