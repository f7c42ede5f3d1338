// Names of the closed lists, in the order of the enums. Tests: tests/syntax/relations_test.cc
#include "syntax/relations.h"

#include <algorithm>
#include <array>

namespace warta::syntax {
namespace {

constexpr std::array<std::string_view, 17> kUpos{"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                 "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 37> kRel{
    "acl",      "advcl",     "advmod", "amod",       "appos", "aux",      "case",      "cc",         "ccomp", "clf",
    "compound", "conj",      "cop",    "csubj",      "dep",   "det",      "discourse", "dislocated", "expl",  "fixed",
    "flat",     "goeswith",  "iobj",   "list",       "mark",  "nmod",     "nsubj",     "nummod",     "obj",   "obl",
    "orphan",   "parataxis", "punct",  "reparandum", "root",  "vocative", "xcomp"};

constexpr std::array<std::string_view, 17> kSub{"",      "pass",  "agent",    "tmod", "lmod",    "poss",
                                                "relcl", "name",  "foreign",  "emph", "preconj", "predet",
                                                "prt",   "outer", "unmarked", "desc", "adv"};

template <class Enum, std::size_t n>
std::optional<Enum> find(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }

std::string name(Relation relation) {
  std::string out(kRel[static_cast<std::size_t>(relation.rel)]);
  if (relation.sub != Sub::none) out.append(":").append(kSub[static_cast<std::size_t>(relation.sub)]);
  return out;
}

std::optional<Upos> parse_upos(std::string_view name) { return find<Upos>(kUpos, name); }

std::optional<Relation> parse_relation(std::string_view name) {
  const std::size_t colon = name.find(':');
  const auto rel = find<Rel>(kRel, name.substr(0, colon));
  if (!rel) return std::nullopt;
  const auto sub = colon == std::string_view::npos ? std::nullopt : find<Sub>(kSub, name.substr(colon + 1));
  return Relation{*rel, sub.value_or(Sub::none)};
}

}  // namespace warta::syntax
