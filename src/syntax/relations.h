// The closed lists of Universal Dependencies v2: parts of speech and relations, named as UD writes them.
// https://universaldependencies.org/u/pos/ and /u/dep/. A keyword of C++ gets a trailing underscore.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace warta::syntax {

enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

enum class Rel : std::uint8_t {
  acl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  case_,
  cc,
  ccomp,
  clf,
  compound,
  conj,
  cop,
  csubj,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nsubj,
  nummod,
  obj,
  obl,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};

// Subtypes that the treebanks use and warta reads; another subtype is read as `none`.
enum class Sub : std::uint8_t {
  none,
  pass,
  agent,
  tmod,
  lmod,
  poss,
  relcl,
  name,
  foreign,
  emph,
  preconj,
  predet,
  prt,
  outer,
  unmarked,
  desc,
  adv
};

struct Relation {
  Rel rel = Rel::dep;
  Sub sub = Sub::none;
  friend constexpr bool operator==(Relation, Relation) = default;
};

// What the caller knows of a word (in lower case) that training never saw: "menlu" is a noun, "kenya" a proper noun.
using WordGuess = std::function<std::optional<Upos>(std::string_view lower_word)>;

std::string_view name(Upos upos);     // "NOUN"
std::string name(Relation relation);  // "nsubj:pass"
std::optional<Upos> parse_upos(std::string_view name);
std::optional<Relation> parse_relation(std::string_view name);  // unknown subtype: none; unknown relation: nullopt

}  // namespace warta::syntax
