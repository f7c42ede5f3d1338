// The phrases about a verb: by their case words, by where they stand, and where the tree hung them elsewhere.
#include "argument_finder.h"

namespace warta::event {

using codebook::Cue;
using codebook::SlotKind;
using codebook::TriggerClass;
using syntax::Rel;
using syntax::Sub;
using syntax::Upos;

constexpr int kMeasureDepth = 2;            // nouns between an object and its phrase
constexpr std::uint32_t kPhraseReach = 12;  // tokens from a verb to a phrase that the tree hung elsewhere

void ArgumentFinder::read_obliques(std::uint32_t verb) {
  text_.each_child(verb, [&](std::uint32_t c) {
    const syntax::Relation r = text_.token(c).relation;
    const bool object = r.rel == Rel::obj || (r.rel == Rel::ccomp && noun_in_fact(c));
    if (r.rel != Rel::obl && r.rel != Rel::nmod && r.rel != Rel::advmod && r.rel != Rel::advcl && r.rel != Rel::xcomp &&
        !object)
      return;
    const std::string_view word = text_.case_of(c);
    if (takes_particle(c) && !in_trigger(c)) add(SlotKind::patient, c);
    if (r.sub == Sub::agent || (p_.passive && text_.case_is(c, Cue::by_phrase)))
      add(SlotKind::agent, c);
    else if (!word.empty())
      add_phrase(c, word);
    if (object) read_phrases_of(c, kMeasureDepth);
    // "X diminta mengirim pasukan ke Y oleh Z": a phrase may hang on the phrase before it.
    if (p_.passive) read_stray_agent(c);
  });
}

// "di depan Kedutaan Besar Myanmar": a noun that only tells where has the phrase's own noun behind it.
void ArgumentFinder::add_phrase(std::uint32_t head, std::string_view word) {
  add(SlotKind::case_word, head, word);
  if (!text_.language.lexicon.class_named("@beside").has(text_.token(head).lower)) return;
  const std::uint32_t whose = text_.child(
      head, [&](std::uint32_t c) { return c > head && text_.rel(c) == Rel::nmod && text_.case_of(c).empty(); });
  std::pmr::string joined(word, &text_.arena);
  joined += ' ';
  joined += text_.token(head).lower;
  if (whose != kNone) add(SlotKind::case_word, whose, text_.arena.copy(joined));
}

// "threatened to storm Rafah": the object is the second verb's.
void ArgumentFinder::read_objects(std::uint32_t verb) {
  text_.each_child(verb, [&](std::uint32_t c) {
    if (text_.rel(c) == Rel::obj && !in_trigger(c) && !has(SlotKind::patient)) add(SlotKind::patient, c);
  });
}

// "called off a meeting" read as "called | off a meeting": the phrase whose case word is the verb's particle is its
// object; and one whose case word is a number ("deported | four activists").
bool ArgumentFinder::takes_particle(std::uint32_t phrase) const {
  if (text_.language.lexicon.numbers.word(text_.case_of(phrase))) return true;
  return p_.word_class == TriggerClass::verb &&
         text_.child(phrase, [&](std::uint32_t c) { return text_.rel(c) == Rel::case_ && in_trigger(c); }) != kNone;
}

// "extradited a smuggler to Peru": the phrase may hang on the object, or on a measure of it ("a 48-hour ultimatum to
// Peru", "ultimatum 48 jam kepada Peru").
void ArgumentFinder::read_phrases_of(std::uint32_t object, int depth) {
  text_.each_child(object, [&](std::uint32_t c) {
    const Rel r = text_.rel(c);
    const bool bare = text_.case_of(c).empty();
    const bool phrase = r == Rel::nmod || (r == Rel::obl && text_.rel(object) == Rel::ccomp);
    if (phrase && text_.sub(c) != Sub::poss && !bare) add_phrase(c, text_.case_of(c));
    const bool measure = bare && (r == Rel::nmod || r == Rel::nummod || r == Rel::compound) && !text_.actor(c);
    if (measure && depth > 0) read_phrases_of(c, depth - 1);
  });
}

// "mengekstradisi seorang terduga bandar | ke Italia": phrases behind the verb that the tree hung on something else.
void ArgumentFinder::read_phrases_after() {
  for (const Argument& a : out_)
    if (a.kind == SlotKind::case_word && text_.actor(a.head)) return;
  const std::uint32_t end = text_.document.sentences[p_.sentence].last;
  for (std::uint32_t t = p_.last; t < end && t < p_.last + kPhraseReach; ++t) {
    if (breaks(t) && !text_.cue(t, Cue::hedge_adjective)) return;
    if (text_.rel(t) != Rel::case_ || text_.head(t) == syntax::kNoHead || text_.head(t) < t) continue;
    const std::uint32_t head = text_.head(t);
    const bool told = text_.case_is(head, Cue::place_phrase) || text_.case_is(head, Cue::of_phrase) ||
                      text_.case_is(head, Cue::by_phrase);  // of the word that they stand behind, or read above
    if (text_.actor(head) && !told) add(SlotKind::case_word, head, text_.case_of(head), true);
  }
}

// "Beras dan vaksin dari India diterima pemerintah", "hubungan Kenya dengan Uganda ditingkatkan": whom what is given
// comes from, and with whom it is shared.
void ArgumentFinder::read_givers(std::uint32_t goods) {
  text_.each_child(goods, [&](std::uint32_t c) {
    if (text_.rel(c) == Rel::conj) return read_givers(c);
    const bool shared = text_.case_is(c, Cue::with_phrase);
    const bool given = text_.case_is(c, Cue::from_phrase) && !text_.case_is(c, Cue::of_phrase);
    if (text_.rel(c) == Rel::nmod && (shared || given)) add(SlotKind::case_word, c, text_.case_of(c));
  });
}

void ArgumentFinder::read_stray_agent(std::uint32_t t) {
  text_.each_child(t, [&](std::uint32_t c) {
    if ((text_.rel(c) == Rel::nmod || text_.rel(c) == Rel::obl) && text_.case_is(c, Cue::by_phrase))
      add(SlotKind::agent, c);
  });
}

// "dituding melemahkan pengadilan dan membungkam media oleh parlemen": behind an active verb the phrase can only be
// of the passive one above it.
void ArgumentFinder::read_distant_agent() {
  const std::uint32_t end = text_.document.sentences[p_.sentence].last;
  for (std::uint32_t t = p_.last; t < end; ++t) {
    if (!text_.cue(t, Cue::by_phrase) || text_.rel(t) != Rel::case_) continue;
    const std::uint32_t phrase = text_.head(t);
    const std::uint32_t verb = phrase == syntax::kNoHead ? kNone : text_.governing_verb(text_.head(phrase));
    if (verb == kNone || verb < p_.first || !text_.under(verb, p_.token) ||
        (verb != p_.token && text_.passive_form(verb)))
      continue;
    return add(SlotKind::agent, phrase);
  }
}

// "disita Garda Revolusi": an actor right after a passive verb, with no preposition, is its agent.
void ArgumentFinder::read_bare_agent(std::uint32_t after) {
  if (after >= text_.document.sentences[p_.sentence].last) return;
  const mention::Mention* m = text_.actor(after);
  if (m && m->first == after) return add(SlotKind::agent, m->head);
  // "dihantam serangan pesawat nirawak Ukraina": a deed of somebody's.
  const bool noun =
      text_.token(after).upos == Upos::NOUN && text_.head(after) == p_.token && text_.case_of(after).empty();
  if (!noun || text_.sub(after) == Sub::tmod) return;
  const Text::Range range = text_.subtree(after);
  for (std::uint32_t t = after; t < range.last && text_.token(t).upos != Upos::VERB; ++t)
    if (text_.actor(t)) return add(SlotKind::agent, after);
}

}  // namespace warta::event
