// Voice: whether what stands as a verb's subject acts or suffers. Tests: tests/event/cases/arguments.txt
#include "argument_finder.h"

namespace warta::event {

using codebook::Cue;
using codebook::Feature;
using codebook::Operator;
using codebook::SlotKind;
using syntax::Rel;
using syntax::Sub;
using syntax::Upos;

bool ArgumentFinder::is_passive(std::uint32_t verb, Feature feature) const {
  if (feature == Feature::passive || feature == Feature::stative) return true;
  if (feature == Feature::active) return false;
  if (text_.marked_passive(verb) || shares_passive(verb)) return true;
  if (condition_without_subject(verb)) return true;
  if (feature == Feature::participle && headline_participle(verb)) return true;
  // "troops deployed by Chad": a participle that modifies a noun and has no object.
  const bool participle = text_.rel(verb) == Rel::acl && text_.sub(verb) != Sub::relcl && !main_clause(verb) &&
                          across_relative(verb) == kNone;
  return participle && text_.child(verb, [&](std::uint32_t c) {
    return text_.rel(c) == Rel::obj || text_.rel(c) == Rel::mark;
  }) == kNone;
}

// "Ethiopia accused of ...", "Kenya urged to free activist": headlines tell the past in the present tense, so that
// their participles are passives, of verbs that have an object elsewhere. Who threatens or promises to do something
// does so.
bool ArgumentFinder::headline_participle(std::uint32_t verb) const {
  const syntax::Sentence& s = text_.document.sentences[p_.sentence];
  if (!text_.headline(s) || verb == s.first) return false;
  const std::uint32_t h = text_.head(verb);
  if (h != syntax::kNoHead && !(text_.rel(verb) == Rel::acl && text_.rel(h) == Rel::root)) return false;
  const auto finite = [&](std::uint32_t c) { return text_.rel(c) == Rel::aux; };
  if (text_.child(verb, finite) != kNone) return false;
  const Upos next = verb + 1 < s.last ? text_.token(verb + 1).upos : Upos::PUNCT;
  if (next != Upos::ADP && next != Upos::PART && next != Upos::ADV && next != Upos::SCONJ && next != Upos::PUNCT)
    return false;
  const codebook::Frame& frame = text_.language.frames.frames()[p_.readings.front()->frame];
  const bool own_will = frame.content == Operator::agree || frame.content == Operator::promise ||
                        frame.content == Operator::threaten || frame.content == Operator::refuse ||
                        frame.content == Operator::offer;
  return !frame.reciprocal && !own_will && !frame.target.empty() && frame.target.front().kind == SlotKind::patient;
}

// "If convicted, he could ...": a participle behind a conjunction of condition, with nobody of its own.
bool ArgumentFinder::condition_without_subject(std::uint32_t verb) const {
  if (text_.rel(verb) != Rel::advcl || verb == 0 || text_.token(verb).lower == text_.token(verb).lemma) return false;
  if (!text_.cue(verb - 1, Cue::condition) || text_.rel(verb - 1) != Rel::mark) return false;
  return text_.child(verb, [&](std::uint32_t c) { return text_.rel(c) == Rel::obj || text_.rel(c) == Rel::nsubj; }) ==
         kNone;
}

// "was evicted and sentenced": a second participle that shares the first one's auxiliary.
bool ArgumentFinder::shares_passive(std::uint32_t verb) const {
  const std::uint32_t h = text_.head(verb);
  if (h == syntax::kNoHead || text_.rel(verb) != Rel::conj || !text_.marked_passive(h)) return false;
  if (text_.token(verb).lower == text_.token(verb).lemma) return false;
  // "said the drones had been downed and threatened to strike": who speaks threatens, things do not.
  const auto subject = [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj && text_.actor(c); };
  const auto content = [&](std::uint32_t c) { return text_.rel(c) == Rel::xcomp; };
  if (text_.rel(h) == Rel::ccomp && text_.child(h, subject) == kNone && text_.child(verb, content) != kNone)
    return false;
  return text_.child(verb, [&](std::uint32_t c) {
    const Rel r = text_.rel(c);
    return r == Rel::obj || r == Rel::nsubj || r == Rel::aux || r == Rel::mark;
  }) == kNone;
}

// "The navy trained with ours.": in a whole sentence whose root is a noun, the verb on it is no participle but the
// clause.
bool ArgumentFinder::main_clause(std::uint32_t verb) const {
  const std::uint32_t h = text_.head(verb);
  if (h == syntax::kNoHead || h > verb) return false;
  if (const Aside* aside = text_.aside_telling(verb); aside && text_.head(h) == aside->verb) return true;
  if (text_.rel(h) != Rel::root) return false;
  const std::uint32_t end = text_.document.sentences[p_.sentence].last;
  return text_.form(end - 1) == ".";
}

// "Agresi itu kami kutuk": a fronted object, a pronoun, the bare verb (indonesian grammar: pasif persona).
bool ArgumentFinder::read_personal_passive() {
  if (!p_.bare || p_.first == 0) return false;
  const std::uint32_t before = p_.first - 1;
  if (text_.sentence_number(before) != p_.sentence || !is_pronoun(before)) return false;
  const std::uint32_t fronted = text_.child(p_.token, [&](std::uint32_t c) {
    const Rel r = text_.rel(c);
    return c < before && (r == Rel::nsubj || r == Rel::obj || r == Rel::dislocated || r == Rel::obl);
  });
  if (fronted == kNone) return false;
  add(SlotKind::agent, before);
  add(SlotKind::patient, fronted);
  return true;
}

bool ArgumentFinder::is_pronoun(std::uint32_t t) const {
  return text_.cues(t).any(Cue::pronoun_we, Cue::pronoun_he, Cue::pronoun_they) && text_.token(t).upos == Upos::PRON;
}

}  // namespace warta::event
