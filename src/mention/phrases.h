// Noun phrases: which runs of tokens name one actor. Found from the words and parts of speech alone, since within a
// phrase they are surer than the tree, which errs in one arc of five. Tests: tests/mention/cases/mentions.txt
#pragma once
#include "naming.h"

namespace warta::mention {

// One actor's phrase, not yet resolved against the rest of the article.
struct Phrase {
  std::uint32_t sentence = 0, first = 0, last = 0;  // tokens
  Span span;
  Naming naming;
  std::uint32_t name_first = 0, name_last = 0;  // the words of it that are a proper name no list knows; equal: none
  bool known = false;                           // at least one piece
  bool of_region = false;      // its title is an office whose name is that of a region ("Bupati Garut")
  bool counted = false;        // a number or quantifier stands before it
  std::uint32_t pair = kNone;  // index of the other half of a hyphenated pair
};

// Whether Nearly All Words Have Capitals: there a capital tells nothing of names.
bool in_title_case(const syntax::Document& document, const syntax::Sentence& sentence);

std::pmr::vector<Phrase> find_phrases(const syntax::Document& document, const codebook::Language& language,
                                      const Pieces& pieces, Arena& arena);

}  // namespace warta::mention
