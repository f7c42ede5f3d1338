#include "clauses.h"

namespace warta::event {

using codebook::Cue;
using syntax::Rel;
using syntax::Upos;

bool serial(const Text& text, std::uint32_t t, std::uint32_t h) {
  const Rel r = text.rel(t);
  if (h > t || text.token(h).upos != Upos::VERB || text.token(t).upos != Upos::VERB) return false;
  if (!text.language.lexicon.morphology.noun_first() || (r != Rel::advcl && r != Rel::xcomp)) return false;
  for (std::uint32_t k = h; k < t; ++k)
    if (text.token(k).upos == Upos::PUNCT) return false;
  return text.child(t, [&](std::uint32_t c) { return text.rel(c) == Rel::nsubj || text.rel(c) == Rel::mark; }) == kNone;
}

bool conditional(const Text& text, std::uint32_t clause) {
  return text.child(clause, [&](std::uint32_t c) { return text.rel(c) == Rel::mark && text.cue(c, Cue::condition); }) !=
         kNone;
}

bool after_object(const Text& text, std::uint32_t clause, std::uint32_t h) {
  const std::uint32_t first = text.subtree(clause).first;
  if (text.child(clause, [&](std::uint32_t c) {
        return text.rel(c) == Rel::mark && text.token(c).upos == Upos::SCONJ;
      }) != kNone)
    return false;
  return text.child(h, [&](std::uint32_t c) {
    return (text.rel(c) == Rel::obj || text.rel(c) == Rel::iobj) && c > h && text.subtree(c).last == first;
  }) != kNone;
}

bool caused(const Text& text, std::uint32_t clause, std::uint32_t h) {
  const bool causes =
      text.cue(h, Cue::deny) || text.language.lexicon.class_named("@causative").has(text.token(h).lower);
  return causes && after_object(text, clause, h);
}

bool purpose(const Text& text, std::uint32_t clause) {
  return text.child(clause, [&](std::uint32_t c) { return text.cue(c, Cue::purpose); }) != kNone;
}

bool set_apart(const Text& text, std::uint32_t clause) {
  const std::uint32_t first = text.subtree(clause).first;
  const bool marked = text.child(clause, [&](std::uint32_t c) { return text.rel(c) == Rel::mark; }) != kNone;
  if (marked || first == text.sentence_of(clause).first) return false;
  return text.token(first).upos == Upos::PUNCT || text.token(first - 1).upos == Upos::PUNCT;
}

bool headline_plan(const Text& text, std::uint32_t t) {
  const syntax::Sentence& s = text.sentence_of(t);
  if (t < s.first + 2 || !text.headline(s)) return false;
  if (text.token(t - 1).upos != Upos::PART || text.rel(t - 1) != Rel::mark) return false;
  for (std::uint32_t before = s.first; before < t; ++before)
    if (text.token(before).upos == Upos::VERB) return false;
  const std::uint32_t h = text.head(t);
  return h == syntax::kNoHead ? text.actor(t - 2) != nullptr
                              : text.head(h) == syntax::kNoHead && text.actor(h) && text.rel(t) == Rel::acl;
}

bool on_timetable(const Text& text, std::uint32_t verb) {
  const syntax::Token& word = text.token(verb);
  if (word.upos != Upos::VERB || !word.lower.ends_with('s') || word.lemma.ends_with('s')) return false;
  const auto weekday = [&](std::uint32_t c) {
    bool found = false;
    text.language.times.words.matches(
        [&](std::uint32_t n) { return n == 0 ? text.token(c).lower : std::string_view{}; },
        [](codebook::Case, std::uint32_t) { return true; },
        [&](const auto& match) {
          for (const codebook::TimeWord& time : *match.value) found = found || time.kind == codebook::TimeKind::weekday;
        });
    return found && text.rel(c) == Rel::obl;
  };
  return text.child(verb, weekday) != kNone;
}

}  // namespace warta::event
