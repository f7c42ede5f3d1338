// Relative clauses and appositions set off by commas, which trees often lose: "the bank, which lent Peru money in May,
// welcomed the cuts". Whom the relative word means, and the subject of the verb behind the second comma. Tests:
// tests/engine/cases/en-clauses.txt
#include "argument_finder.h"

namespace warta::event {

using codebook::Cue;
using codebook::SlotKind;
using syntax::Rel;
using syntax::Upos;

namespace {

bool nominal(Upos upos) { return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON; }

}  // namespace

// The head of the phrase that ends before the comma in front of a relative word; kNone: no comma, or no phrase.
std::uint32_t ArgumentFinder::before_comma(std::uint32_t relative) const {
  const std::uint32_t begin = text_.document.sentences[p_.sentence].first;
  if (relative < begin + 2 || !text_.cue(relative, Cue::relative) || text_.form(relative - 1) != ",") return kNone;
  if (const mention::Mention* m = text_.actor(relative - 2)) return m->head;
  std::uint32_t head = relative - 2;
  while (text_.head(head) != syntax::kNoHead && text_.head(head) >= begin && text_.head(head) + 1 < relative &&
         nominal(text_.token(text_.head(head)).upos))
    head = text_.head(head);
  return nominal(text_.token(head).upos) ? head : kNone;
}

// "Kenya and Uganda, the guarantors of the deal, | called on ...": the actor before an apposition, the first of
// several.
std::uint32_t ArgumentFinder::first_joined(std::uint32_t comma) const {
  const mention::Mention* m = text_.actor(comma - 1);
  if (!m) return kNone;
  const std::uint32_t h = text_.head(m->head);
  return text_.rel(m->head) == Rel::conj && h != syntax::kNoHead && text_.actor(h) ? h : m->head;
}

// "the president, who sides with the strikers, | called for ...": the noun in front of the clause between commas.
std::uint32_t ArgumentFinder::across_relative(std::uint32_t verb) const {
  const std::uint32_t begin = text_.document.sentences[p_.sentence].first;
  std::uint32_t first = verb;
  while (first > begin && (text_.token(first - 1).upos == Upos::AUX || text_.token(first - 1).upos == Upos::ADV))
    --first;
  if (first < begin + 4 || text_.form(first - 1) != "," || has_subject(verb) || text_.rel(verb) == Rel::advcl)
    return kNone;
  bool clause = false;
  for (std::uint32_t t = first - 2; t > begin; --t) {
    if (text_.form(t) == ",") return clause || text_.rel(verb) != Rel::acl ? kNone : first_joined(t);
    const Upos upos = text_.token(t).upos;
    clause = clause || upos == Upos::VERB || upos == Upos::AUX;
    if (clause && text_.cue(t, Cue::relative))
      if (const std::uint32_t noun = before_comma(t); noun != kNone) return noun;
  }
  return kNone;
}

}  // namespace warta::event
