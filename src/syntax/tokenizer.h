// From the bytes of a block to written words and syntactic words, by the conventions of the treebanks, and to
// sentences. No model but one question: which words the parser's lexicon knows. Tests: tests/syntax/tokenizer_test.cc
#pragma once
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "table.h"
#include "token_words.h"

namespace warta::syntax {

struct Piece {
  Span form;            // a syntactic word
  Span word;            // the written word it is part of
  bool ends = false;    // its period belongs to an abbreviation that may end a sentence
  bool starts = false;  // stands first in its sentence
};
using Pieces = std::pmr::vector<Piece>;

// Appends the pieces of a block in text order, sentence starts marked. `lexicon` may be empty.
void tokenize(std::string_view text, Span block, const TokenWords& words, const Lexicon& lexicon, Pieces& pieces);

// Marks the starts of sentences among the pieces of one block. tokenize() calls it.
void split_sentences(std::string_view text, const TokenWords& words, std::span<Piece> pieces);

}  // namespace warta::syntax
