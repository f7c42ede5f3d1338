// syntax: sentences, words, lemmas, parts of speech and Universal Dependencies trees.
// Takes  a text and the blocks of it to read.
// Gives  a Document: flat arrays of sentences and tokens in text order, in the caller's arena. Every token is a range
//        of bytes of the text; a token that is part of a written word ("katanya" = kata + nya, "didn't" = did + n't)
//        keeps the range of the whole word too.
// Fails  only when a model cannot be loaded (bad_model). Any text gives some tree; a sentence of more than
//        Limits::sentence_tokens tokens is tokenized and tagged but `parsed` is false.
// Costs  about 10 microseconds a sentence; no allocation outside the arena. Threads may share an Analyzer.
// Tests  tests/syntax/. Training: train.h. Models: data/models, docs/formats/models.md
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/limits.h"
#include "base/result.h"
#include "base/span.h"
#include "syntax/relations.h"

namespace warta::syntax {

inline constexpr std::uint32_t kNoHead = UINT32_MAX;

struct Token {
  Span form;               // this syntactic word
  Span word;               // the written word it is part of; equals form for most
  std::string_view lemma;  // as in the treebanks, in the arena or the model
  std::string_view lower;  // the form in lower case, in the arena
  Upos upos{};
  Relation relation{};
  std::uint32_t head = kNoHead;  // index in Document::tokens; kNoHead for the root
};

struct Sentence {
  Span span;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t block = 0;            // index of the block it stands in
  bool parsed = true;
};

struct Document {
  std::string_view text;
  std::span<const Sentence> sentences;
  std::span<const Token> tokens;

  std::string_view form(std::uint32_t token) const { return tokens[token].form.of(text); }
};

class Analyzer {
 public:
  // Models of one language: FOLDER/LANGUAGE.tagger, .parser, .lemmas and the tokenizer's word lists.
  static Result<Analyzer> load(const std::string& models_folder, const std::string& language, Limits limits = {});

  // Blocks are ranges of the text in order; sentences do not cross them. `guess` is asked about words that the tagger
  // has not learned, and decides; a PROPN counts only where the word is capitalised.
  Document analyze(std::string_view text, std::span<const Span> blocks, Arena& arena,
                   const WordGuess& guess = {}) const;

  std::uint64_t fingerprint() const;  // of the models' bytes and the word lists

 private:
  struct Models;
  std::shared_ptr<const Models> models_;
};

// CoNLL-U of a document, with sent_id (PREFIX-N), text, SpaceAfter and multiword ranges; columns we do not fill hold
// "_".
std::string to_conllu(const Document& document, std::string_view prefix);

}  // namespace warta::syntax
