#include "denial.h"

#include "standing.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Operator;
using syntax::Rel;
using syntax::Upos;

constexpr std::uint32_t kClaimReach = 3;  // tokens between a verb and its claim where the tree lost it

// "denied", or a verb of refusing, be it an act with this object or not.
bool denies(const Text& text, std::uint32_t verb) {
  if (cues_about(text, verb).has(Cue::deny)) return true;
  const std::uint32_t end = text.sentence_of(verb).last;
  bool refuses = false;
  text.language.frames.each_at(
      [&](std::uint32_t n) { return verb + n < end ? text.token(verb + n).lower : std::string_view{}; },
      [&](const codebook::Reading& reading, std::uint32_t) {
        refuses = refuses || (reading.word_class == codebook::TriggerClass::verb &&
                              text.language.frames.frames()[reading.frame].content == Operator::refuse);
      });
  return refuses;
}

bool is_claim(const Text& text, std::uint32_t t) {
  return text.cue(t, Cue::claim_noun) && text.token(t).upos == Upos::NOUN;
}

std::uint32_t claim_of(const Text& text, std::uint32_t verb) {
  const std::uint32_t child = text.child(verb, [&](std::uint32_t c) {
    const Rel r = text.rel(c);
    return (r == Rel::obj || r == Rel::nsubj || r == Rel::obl) && is_claim(text, c) &&
           (c > verb || text.sub(c) == syntax::Sub::pass);
  });
  if (child != kNone) return child;
  const std::uint32_t end = text.sentence_of(verb).last;
  for (std::uint32_t t = verb + 1; t < end && t <= verb + kClaimReach; ++t) {
    if (is_claim(text, t)) return t;
    if (text.token(t).upos == Upos::VERB || text.token(t).upos == Upos::PUNCT) return kNone;
  }
  return kNone;
}

}  // namespace

std::uint32_t claim_refused(const Text& text, std::uint32_t verb) {
  const std::uint32_t claim = claim_of(text, verb);
  return claim != kNone && denies(text, verb) ? claim : kNone;
}

bool did_not_happen(const Text& text, const Predicate& p, std::uint32_t verb) {
  if (p.word_class == codebook::TriggerClass::verb || text.rel(p.token) != Rel::nsubj ||
      text.token(verb).upos != Upos::VERB)
    return false;
  bool negated = false, object = false;
  text.each_child(verb, [&](std::uint32_t c) {
    negated = negated || (text.rel(c) == Rel::advmod && text.cue(c, Cue::negator) && !text.cue(c, Cue::negator_false));
    object = object || text.rel(c) == Rel::obj || text.rel(c) == Rel::ccomp || text.rel(c) == Rel::xcomp;
  });
  return negated && !object;
}

std::uint32_t denied_behind(const Text& text, const Predicate& p) {
  const syntax::Sentence& s = text.document.sentences[p.sentence];
  for (std::uint32_t t = p.last; t < s.last; ++t) {
    if (text.token(t).upos == Upos::PUNCT || text.token(t).upos == Upos::SCONJ) return kNone;
    if (text.cue(t, Cue::deny) && text.passive_form(t))
      return text.child(t, [&](std::uint32_t c) { return text.rel(c) == Rel::nsubj && c > p.last; }) == kNone ? t
                                                                                                              : kNone;
  }
  return kNone;
}

}  // namespace warta::event
