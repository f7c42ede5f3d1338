#include "arguments.h"

#include <algorithm>

#include "argument_finder.h"
#include "clauses.h"
#include "roles.h"
#include "standing.h"

namespace warta::event {

using codebook::Cue;
using codebook::Feature;
using codebook::SlotKind;
using codebook::TriggerClass;
using syntax::Rel;
using syntax::Sub;
using syntax::Upos;

ArgumentFinder::ArgumentFinder(const Text& text, Predicate& predicate)
    : text_(text), p_(predicate), fronted_(text.fronted(predicate.sentence)), out_(&text.arena) {}

void ArgumentFinder::run() {
  if (p_.word_class == TriggerClass::verb)
    read_verb_trigger();
  else
    read_noun_trigger();
  const auto kept = text_.arena.array<Argument>(out_.size());
  std::copy(out_.begin(), out_.end(), kept.begin());
  p_.arguments = kept;
}

void ArgumentFinder::add(SlotKind kind, std::uint32_t head, std::string_view word, bool guessed) {
  if (head == kNone || (in_trigger(head) && !reaches_out(head)) || text_.case_is(head, Cue::according) ||
      speaks_aside(head))
    return;
  for (const Argument& a : out_)
    if (a.head == head && a.kind == kind) return;
  out_.push_back({kind, word, head, guessed});
}

// "Pasukan itu, kata Menteri X, menyerang ...": the speaker takes no part in what he tells.
bool ArgumentFinder::speaks_aside(std::uint32_t head) const {
  const Aside* aside = text_.aside_at(head);
  return aside && aside != text_.aside_at(p_.first) && !text_.under(p_.token, aside->speaker);
}

// "pengusiran diplomat Iran": the trigger holds the first word of an actor whose phrase goes on, or is told apart by
// it.
bool ArgumentFinder::reaches_out(std::uint32_t t) const {
  const mention::Mention* m = text_.actor(t);
  return m && t != p_.token && (m->first > p_.first || m->last > p_.last);
}

void ArgumentFinder::read_verb_trigger() {
  p_.passive = is_passive(p_.token, p_.readings.front()->feature);
  if (read_object_gap() || read_personal_passive()) {
    read_obliques(p_.token);
    return;
  }
  read_verb(p_.token, p_.passive, 0);
  if (p_.last > p_.first + 1)  // "take to the streets": what follows may hang on any word of the idiom
    for (std::uint32_t t = p_.first; t < p_.last; ++t)
      if (t != p_.token) {
        read_obliques(t);
        if (text_.token(t).upos == Upos::VERB) read_objects(t);
      }
  for (std::uint32_t t = p_.first; t < p_.last && !has(SlotKind::patient); ++t)
    if (t != p_.token && text_.token(t).upos == Upos::NOUN) add(SlotKind::patient, maker_in_clause(text_, t));
  if (!has(SlotKind::agent) && !p_.passive) guess_before(SlotKind::agent, p_.first);
  if (!has(SlotKind::agent) && !p_.passive) guess_main_subject();
  if (!has(SlotKind::patient)) p_.passive ? guess_before(SlotKind::patient, p_.first) : guess_after(SlotKind::patient);
  if (p_.passive && !has(SlotKind::agent) && p_.readings.front()->feature == Feature::passive) read_bare_agent(p_.last);
  if (p_.passive && !has(SlotKind::agent)) read_distant_agent();
  read_phrases_after();
}

// "the nurses whom gunmen kidnapped": an actor between the relative word and the verb acts, who stands before
// suffers.
bool ArgumentFinder::read_object_gap() {
  const syntax::Sentence& s = text_.document.sentences[p_.sentence];
  const Feature feature = p_.readings.front()->feature;
  if (p_.first < s.first + 3 || feature == Feature::passive || feature == Feature::stative) return false;
  std::uint32_t before = p_.first - 1;
  while (before > s.first && (text_.token(before).upos == Upos::AUX || text_.token(before).upos == Upos::ADV)) --before;
  const mention::Mention* m = text_.actor(before);
  if (!m || m->first < s.first + 2 || m->last != before + 1) return false;
  std::uint32_t word = m->first - 1;
  if ((text_.token(word).upos == Upos::DET || text_.sub(word) == Sub::poss) && word > s.first + 1) --word;
  const Upos upos = text_.token(word - 1).upos;
  if (!text_.cue(word, Cue::relative) || text_.cue(word, Cue::place_phrase) ||
      (upos != Upos::NOUN && upos != Upos::PROPN) || text_.cues(word - 1).any(Cue::claim_noun, Cue::speech_noun))
    return false;
  if (text_.child(p_.token, [&](std::uint32_t c) { return text_.rel(c) == Rel::obj && c > p_.token; }) != kNone)
    return false;
  p_.passive = false;
  add(SlotKind::agent, m->head);
  add(SlotKind::patient, word - 1);
  return true;
}

void ArgumentFinder::read_verb(std::uint32_t verb, bool passive, int depth) {
  std::uint32_t subject = kNone;
  text_.each_child(verb, [&](std::uint32_t c) {
    const syntax::Relation r = text_.token(c).relation;
    switch (r.rel) {
      case Rel::nsubj:
      case Rel::csubj:
        if (before_subject(c, verb) || adverbial(c)) break;
        c = timed(c);
        if (in_fronted(c)) {  // an object that the tree takes for the subject
          if (verb == fronted_->verb) add(passive ? SlotKind::agent : SlotKind::patient, c);
          break;
        }
        subject = relative(c, verb);
        add(passive || (r.sub == Sub::pass && text_.marked_passive(verb)) ? SlotKind::patient : SlotKind::agent,
            subject);
        if (passive) read_givers(c);
        if (!passive && text_.cues(c).any(Cue::attempt, Cue::plan) && text_.rel(verb) == Rel::ccomp)
          read_owner_of_attempt(text_.head(verb), depth);  // "memamerkan usahanya | memperdalam hubungan"
        break;
      case Rel::obj:
        // After a di- verb a bare noun phrase is its agent ("disita polisi").
        add(passive && c > verb && has_subject(verb) ? SlotKind::agent : SlotKind::patient, relative(c, verb));
        break;
      case Rel::ccomp:
        if (noun_in_fact(c)) add(SlotKind::patient, c);
        break;
      case Rel::aux:  // "Beijing cancelled": a name that the tagger does not know
        if (c + 1 != verb || !text_.actor(c) || passive) break;
        subject = c;
        add(SlotKind::agent, c);
        break;
      case Rel::iobj:
        add(SlotKind::recipient, c);
        break;
      default:
        break;
    }
  });
  read_obliques(verb);
  if (fronted_ && verb == fronted_->verb) {
    subject = fronted_->subject;
    add(passive ? SlotKind::patient : SlotKind::agent, subject, {}, true);
  }
  if (subject != kNone && speaks_aside(subject)) subject = kNone;
  if (subject == kNone && depth == 0) subject = subject_across_aside(verb, passive);
  if (subject == kNone && depth == 0 && (subject = across_relative(verb)) != kNone)
    add(passive ? SlotKind::patient : SlotKind::agent, subject);
  if (subject == kNone && depth < 4) inherit_subject(verb, passive, depth);
}

// "a day after | soldiers stormed the embassy": a measure of time that the tree takes for the subject.
std::uint32_t ArgumentFinder::timed(std::uint32_t subject) const {
  bool unit = false;
  const std::string_view lower = text_.token(subject).lower;
  text_.language.times.words.matches([&](std::uint32_t n) { return n == 0 ? lower : std::string_view{}; },
                                     [](codebook::Case, std::uint32_t) { return true; },
                                     [&](const auto& match) {
                                       for (const codebook::TimeWord& time : *match.value)
                                         unit = unit || time.kind == codebook::TimeKind::unit;
                                     });
  if (!unit || text_.actor(subject)) return subject;
  const std::uint32_t after = text_.child(
      subject, [&](std::uint32_t c) { return text_.rel(c) == Rel::nmod && text_.case_is(c, Cue::topic_phrase); });
  return after == kNone ? subject : after;
}

// "imposed visa bans": a noun with modifiers that the tagger took for a verb.
bool ArgumentFinder::noun_in_fact(std::uint32_t verb) const {
  bool subject = false, modified = false;
  text_.each_child(verb, [&](std::uint32_t c) {
    const Rel r = text_.rel(c);
    subject = subject || r == Rel::nsubj || r == Rel::mark || r == Rel::aux;
    modified = modified || (c < verb && (r == Rel::compound || r == Rel::amod || r == Rel::det));
  });
  return modified && !subject;
}

// "Bantuan itu, ujar X, sudah dikirim": the subject stands before the aside, and the tree gives it to the word of
// saying.
std::uint32_t ArgumentFinder::subject_across_aside(std::uint32_t verb, bool passive) {
  std::uint32_t first = verb;
  const std::uint32_t begin = text_.document.sentences[p_.sentence].first;
  while (first > begin && (text_.token(first - 1).upos == Upos::AUX || text_.token(first - 1).upos == Upos::ADV ||
                           text_.token(first - 1).upos == Upos::PART))
    --first;
  const Aside* aside = text_.aside_before(first);
  if (!aside || aside->first < begin + 2) return kNone;
  std::uint32_t head = aside->first - 2;
  while (text_.head(head) != syntax::kNoHead && text_.head(head) >= begin && text_.head(head) + 1 < aside->first)
    head = text_.head(head);
  const Upos upos = text_.token(head).upos;
  if (upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::PRON && upos != Upos::NUM) return kNone;
  add(passive ? SlotKind::patient : SlotKind::agent, head);
  return head;
}

// "Di sela-sela KTT G20, PM India bertemu ...": of two subjects the one behind the comma.
bool ArgumentFinder::before_subject(std::uint32_t c, std::uint32_t verb) const {
  const std::uint32_t other = text_.child(
      verb, [&](std::uint32_t o) { return o > c && o < verb && text_.rel(o) == Rel::nsubj && text_.actor(o); });
  if (other == kNone) return false;
  for (std::uint32_t t = c; t < other; ++t) {
    if (text_.form(t) == ":") return true;  // "Menlu X: Y langgar gencatan": who says so
    if (text_.form(t) == ",") return text_.token(text_.subtree(other).first - 1).upos == Upos::PUNCT;
  }
  return false;
}

// "berulang kali membantah": a noun within an adverb that the tree takes for a subject.
bool ArgumentFinder::adverbial(std::uint32_t t) const {
  return !text_.actor(t) && !text_.cue(t, Cue::aspect) && cues_about(text_, t).has(Cue::aspect);
}

bool ArgumentFinder::has_subject(std::uint32_t verb) const {
  return text_.child(verb, [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj; }) != kNone;
}

// "rudal yang dipasok Barat": the pronoun stands for the noun that the clause modifies.
std::uint32_t ArgumentFinder::relative(std::uint32_t t, std::uint32_t verb) const {
  if (!text_.cue(t, Cue::relative)) return t;
  for (std::uint32_t v = verb; v != syntax::kNoHead; v = text_.head(v))
    if (text_.rel(v) == Rel::acl) return text_.head(v) == syntax::kNoHead ? t : last_before(v, text_.head(v));
  const std::uint32_t noun = before_comma(t);
  return noun == kNone ? t : noun;
}

// "the government and the Taliban, who had refused": of joined actors the clause is about the one it follows.
std::uint32_t ArgumentFinder::last_before(std::uint32_t clause, std::uint32_t noun) const {
  const std::uint32_t first = text_.subtree(clause).first;
  if (first < noun + 2 || text_.form(first - 1) != ",") return noun;
  const mention::Mention* m = text_.actor(first - 2);
  const bool joined = m && m->last == first - 1 && m->head != noun && text_.rel(m->head) == Rel::conj &&
                      text_.head(m->head) == noun && text_.actor(noun);
  return joined ? m->head : noun;
}

void ArgumentFinder::inherit_subject(std::uint32_t verb, bool passive, int depth) {
  const std::uint32_t h = text_.head(verb);
  if (h == syntax::kNoHead) return;
  const SlotKind slot = passive ? SlotKind::patient : SlotKind::agent;
  const syntax::Relation r = text_.token(verb).relation;
  if (clause_of_its_own(verb)) return;
  if (r.rel == Rel::acl) {
    const bool filled = has(slot) && slot == SlotKind::agent;
    add(filled ? SlotKind::patient : slot, timed(last_before(verb, h)));
    if (!passive && text_.cues(h).any(Cue::attempt, Cue::plan)) read_owner_of_attempt(text_.governing_verb(h), depth);
    return;
  }
  if (r.rel != Rel::conj && r.rel != Rel::xcomp && r.rel != Rel::advcl && r.rel != Rel::ccomp &&
      r.rel != Rel::parataxis)
    return;
  if (text_.token(h).upos != Upos::VERB && r.rel != Rel::xcomp && r.rel != Rel::conj) return;
  if (r.rel == Rel::xcomp ||
      (r.rel == Rel::advcl && caused(text_, verb, h))) {  // object control: "urged X to release Y"
    const std::uint32_t object =
        text_.child(h, [&](std::uint32_t c) { return text_.rel(c) == Rel::obj || text_.rel(c) == Rel::iobj; });
    if (object != kNone && text_.actor(object)) {
      add(slot, object);
      return;
    }
  }
  if (const std::uint32_t object = controlling_object(verb); object != kNone) return add(slot, object);
  std::uint32_t subject = subject_of(h, depth);
  // "said the boats had strayed and urged Manila to ...": things urge nobody, who speaks does.
  if (!passive && subject != kNone && r.rel == Rel::conj && text_.rel(h) == Rel::ccomp && !text_.actor(subject)) {
    const std::uint32_t speaker = subject_of(text_.head(h), depth + 1);
    if (speaker != kNone && text_.actor(speaker)) subject = speaker;
  }
  if (subject != kNone) return add(slot, passive && r.rel == Rel::advcl ? examined(h, subject) : subject);
  if (!passive && r.rel == Rel::conj && h < verb) guess_before(slot, h);  // "Striking miners blocked | and fought"
}

// "deployed the army after clashes": a finite form behind "after" has a subject of its own, or is a noun.
bool ArgumentFinder::clause_of_its_own(std::uint32_t verb) const {
  const syntax::Token& word = text_.token(verb);
  const auto after = [&](std::uint32_t c) { return text_.rel(c) == Rel::mark && text_.cue(c, Cue::topic_phrase); };
  return text_.rel(verb) == Rel::advcl && word.lower.ends_with('s') && !word.lemma.ends_with('s') &&
         text_.child(verb, after) != kNone;
}

// "thanked Peru for sending a ship", "stopped them from leaving": the object of the verb above does it.
std::uint32_t ArgumentFinder::controlling_object(std::uint32_t verb) const {
  const std::uint32_t h = text_.head(verb);
  if (text_.rel(verb) != Rel::advcl || h > verb) return kNone;
  const codebook::WordSet& words = text_.language.lexicon.class_named("@object_control");
  const auto controls = [&](std::uint32_t c) { return text_.rel(c) == Rel::mark && words.has(text_.token(c).lower); };
  if (text_.child(verb, controls) == kNone) return kNone;
  const std::uint32_t object = text_.child(h, [&](std::uint32_t c) { return text_.rel(c) == Rel::obj && c < verb; });
  if (object == kNone || text_.actor(object)) return object;
  const std::uint32_t whole = text_.child(  // "detained 12 of them for throwing stones"
      object, [&](std::uint32_t c) { return text_.rel(c) == Rel::nmod && text_.case_is(c, Cue::of_phrase); });
  return whole != kNone && text_.token(object).upos == Upos::NUM ? whole : object;
}

// "KPK menahan bupati seusai diperiksa": of a body and a person only the person is examined or charged.
std::uint32_t ArgumentFinder::examined(std::uint32_t verb, std::uint32_t subject) const {
  const std::uint32_t object =
      text_.child(verb, [&](std::uint32_t c) { return text_.rel(c) == Rel::obj && text_.actor(c); });
  const mention::Mention* doer = text_.actor(subject);
  return object != kNone && doer && !doer->person && text_.actor(object)->person ? object : subject;
}

// "mempublikasikan upayanya mempererat hubungan": whoever speaks of the effort makes it.
void ArgumentFinder::read_owner_of_attempt(std::uint32_t verb, int depth) {
  const std::uint32_t subject = verb == kNone ? kNone : subject_of(verb, depth + 1);
  if (subject != kNone) add(SlotKind::agent, subject);
}

std::uint32_t ArgumentFinder::subject_of(std::uint32_t verb, int depth) const {
  const std::uint32_t own =
      text_.child(verb, [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj && !in_fronted(c) && !adverbial(c); });
  if (own != kNone) return relative(own, verb);
  if (fronted_ && verb == fronted_->verb) return fronted_->subject;
  if (const std::uint32_t noun = across_relative(verb); noun != kNone) return noun;
  const std::uint32_t h = text_.head(verb);
  if (h == syntax::kNoHead || depth > 4) return kNone;
  const Rel r = text_.rel(verb);
  if (r == Rel::acl) return timed(h);
  if (r == Rel::conj || r == Rel::xcomp || r == Rel::advcl || r == Rel::ccomp) return subject_of(h, depth + 1);
  return kNone;
}

bool ArgumentFinder::breaks(std::uint32_t t) const {
  const Upos upos = text_.token(t).upos;
  return upos == Upos::VERB || upos == Upos::SCONJ ||
         (upos == Upos::PUNCT && text_.form(t) != "-" && text_.form(t) != ")" && text_.form(t) != "(");
}

void ArgumentFinder::guess_before(SlotKind slot, std::uint32_t verb) {
  const std::uint32_t begin = text_.document.sentences[p_.sentence].first;
  for (std::uint32_t t = verb; t-- > begin;) {
    if (const Aside* aside = t > begin ? text_.aside_at(t - 1) : nullptr;
        aside && aside->first > begin && aside->last <= t) {
      t = aside->first - 1;  // over the aside and the marks around it
      continue;
    }
    if (const mention::Mention* m = text_.actor(t)) {
      const bool cased = m->first > begin && text_.token(m->first - 1).upos == Upos::ADP;
      if (!cased) {
        add(slot, m->head, {}, true);
        return;
      }
      t = m->first;
      continue;
    }
    if (breaks(t)) return;
  }
}

// "Puji Langkah X, Y Janjikan Dana": a headline's fronted verb has the subject of the clause behind the comma.
void ArgumentFinder::guess_main_subject() {
  const syntax::Sentence& sentence = text_.document.sentences[p_.sentence];
  const std::uint32_t before = p_.first - sentence.first;
  if (!p_.bare || before > 1 || (before == 1 && !text_.cue(sentence.first, Cue::reciprocal))) return;
  for (std::uint32_t t = p_.last; t + 1 < sentence.last; ++t) {
    if (text_.form(t) != ",") continue;
    const mention::Mention* m = text_.actor(t + 1);
    if (m && m->first == t + 1) add(SlotKind::agent, m->head, {}, true);
    return;
  }
}

void ArgumentFinder::guess_after(SlotKind slot) {
  const std::uint32_t end = text_.document.sentences[p_.sentence].last;
  for (std::uint32_t t = p_.last; t < end && t < p_.last + 6; ++t) {
    if (const mention::Mention* m = text_.actor(t)) {
      add(slot, m->kind == mention::Kind::pronoun ? named_by(m->head) : m->head, {}, true);
      return;
    }
    if (breaks(t) || text_.token(t).upos == Upos::ADP || text_.token(t).upos == Upos::CCONJ) return;
  }
}

// "condemned what it called ...", "apa yang mereka sebut ...": what the pronoun's verb names.
std::uint32_t ArgumentFinder::named_by(std::uint32_t pronoun) const {
  const std::uint32_t verb = text_.rel(pronoun) == Rel::nsubj ? text_.head(pronoun) : syntax::kNoHead;
  if (verb == syntax::kNoHead || verb < pronoun) return pronoun;
  const std::uint32_t object = text_.child(verb, [&](std::uint32_t c) {
    return c > verb && (text_.rel(c) == Rel::obj || text_.rel(c) == Rel::xcomp) && text_.token(c).upos == Upos::NOUN;
  });
  return object == kNone ? pronoun : object;
}

void find_arguments(const Text& text, Predicate& predicate) { ArgumentFinder(text, predicate).run(); }

}  // namespace warta::event
