// The models of one language together, and the way of one sentence through them.
#pragma once
#include <memory_resource>
#include <span>
#include <string>

#include "base/arena.h"
#include "label.h"
#include "lemmas.h"
#include "parser.h"
#include "tagger.h"

namespace warta::syntax {

struct Pipeline {
  Tagger tagger;
  Parser parser;
  Lemmas lemmas;

  static Result<Pipeline> load(const std::string& folder, const std::string& language);
};

// One sentence after another; keeps its scratch memory, which comes from `memory`.
class SentenceReader {
 public:
  SentenceReader(const Pipeline& pipeline, Arena& arena, const WordGuess& guess = {});

  // What the models say of the words of a sentence. Heads are word indices; the root's head is the number of words.
  // Without `parse` every word hangs on the first by `dep`.
  void read(std::span<Word> words, bool parse);

  std::span<const Upos> upos() const { return upos_; }
  std::span<const std::string_view> lemmas() const { return lemmas_; }
  std::span<const std::uint32_t> heads() const { return heads_; }
  std::span<const Relation> relations() const { return relations_; }

 private:
  void parse(std::uint32_t first, std::uint32_t last);
  void parse_apart(Label label);

  const Pipeline& pipeline_;
  Arena& arena_;
  WordGuess guess_;
  std::pmr::vector<LexiconRow> known_;
  std::pmr::vector<Tag> tags_;
  std::pmr::vector<Upos> upos_;
  std::pmr::vector<std::string_view> lemmas_;
  std::pmr::vector<std::uint32_t> heads_;
  std::pmr::vector<Relation> relations_;
  std::pmr::vector<TaggedWord> tagged_;
  Parser::Scratch scratch_;
};

}  // namespace warta::syntax
