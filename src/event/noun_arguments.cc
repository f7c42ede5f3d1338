// The arguments of a noun: its modifiers, its light verb, and what stands right beside it.
#include <algorithm>

#include "argument_finder.h"

namespace warta::event {

using codebook::Cue;
using codebook::Feature;
using codebook::SlotKind;
using syntax::Rel;
using syntax::Sub;
using syntax::Upos;

constexpr std::uint32_t kBetweenReach = 8;  // tokens from a noun to its sides

void ArgumentFinder::read_noun_trigger() {
  read_noun(p_.token);
  if (p_.last > p_.first + 1)
    for (std::uint32_t t = p_.first; t < p_.last; ++t)
      if (t != p_.token) read_noun(t);
  read_light_verb();
  read_neighbours();
  read_phrases_behind();
  if (out_.empty()) read_between();
}

// "Penandatanganan perjanjian dagang bebas | antara Indonesia dan Peru": the two sides, which the tree hung elsewhere.
void ArgumentFinder::read_between() {
  const std::uint32_t end = text_.document.sentences[p_.sentence].last;
  for (std::uint32_t t = p_.last; t < end && t < p_.last + kBetweenReach && text_.token(t).upos != Upos::PUNCT; ++t) {
    if (!text_.cue(t, Cue::between) || text_.rel(t) != Rel::case_) continue;
    return add(SlotKind::case_word, text_.head(t), text_.case_of(text_.head(t)), true);
  }
}

// "what they call rocket deliveries | to Chad": a phrase right behind the noun's own that the tree hung higher up.
void ArgumentFinder::read_phrases_behind() {
  const std::uint32_t end = text_.document.sentences[p_.sentence].last;
  std::uint32_t t = std::max(p_.last, text_.subtree(p_.token).last);
  for (int n = 0; n < 2 && t < end && text_.rel(t) == Rel::case_; ++n) {
    const std::uint32_t head = text_.head(t);
    if (head == syntax::kNoHead || text_.subtree(head).first != t || !text_.under(p_.token, text_.head(head))) return;
    if (text_.case_is(head, Cue::by_phrase)) add(SlotKind::agent, head, {}, true);
    add(SlotKind::case_word, head, text_.case_of(head), true);
    t = text_.subtree(head).last;
  }
}

// Phrases with a case word first: beside "the arrest of activists" a possessor can only be who did it.
void ArgumentFinder::read_noun(std::uint32_t noun) {
  for (const bool cased : {true, false})
    text_.each_child(noun, [&](std::uint32_t c) {
      const syntax::Relation r = text_.token(c).relation;
      if (r.rel != Rel::nmod && r.rel != Rel::compound && r.rel != Rel::amod && r.rel != Rel::obl &&
          r.rel != Rel::det && r.rel != Rel::flat && r.rel != Rel::appos && r.rel != Rel::nummod && r.rel != Rel::obj)
        return;
      const bool bare = r.sub == Sub::poss || text_.case_of(c).empty();
      if (bare != cased) read_modifier(c, r);
    });
}

void ArgumentFinder::read_modifier(std::uint32_t c, syntax::Relation r) {
  const std::string_view word = text_.case_of(c);
  const bool possessive = r.sub == Sub::poss;
  if (possessive || word.empty()) {
    const bool plain = r.rel == Rel::amod || r.rel == Rel::det || r.rel == Rel::nummod;  // "the", "new": nobody
    if (!plain || text_.actor(c)) add(bare_slot(), c);
    return;
  }
  if (text_.case_is(c, Cue::by_phrase))
    add(SlotKind::agent, c);
  else if (text_.case_is(c, Cue::of_phrase))
    add(patient_first() || has_maker() || suffered_by(word) ? SlotKind::patient : SlotKind::agent, c);
  add_phrase(c, word);
  // "attack on Y by X", "serangan X ke Y": the second phrase often hangs on the first.
  text_.each_child(c, [&](std::uint32_t inner) {
    if (text_.rel(inner) != Rel::nmod && text_.rel(inner) != Rel::obl) return;
    const std::string_view inner_word = text_.case_of(inner);
    if (inner_word.empty()) return;
    if (text_.case_is(inner, Cue::by_phrase)) add(SlotKind::agent, inner);
    add(SlotKind::case_word, inner, inner_word);
  });
}

// "Russia's invasion of Ukraine", "the Turkish shelling of Kobani": with its maker before it, what follows `of`
// suffers.
bool ArgumentFinder::has_maker() const {
  return text_.child(p_.token, [&](std::uint32_t c) {
    const bool bare = text_.sub(c) == Sub::poss ||
                      ((text_.rel(c) == Rel::amod || text_.rel(c) == Rel::compound || text_.rel(c) == Rel::nmod) &&
                       text_.case_of(c).empty());
    return bare && c < p_.token && text_.actor(c) != nullptr;
  }) != kNone;
}

// "the invasion of Chad": the frame names this case word first of all where its target stands.
bool ArgumentFinder::suffered_by(std::string_view case_word) const {
  return std::any_of(p_.readings.begin(), p_.readings.end(), [&](const codebook::Reading* r) {
    const std::vector<codebook::Slot>& target = text_.language.frames.frames()[r->frame].target;
    return !target.empty() && target.front().kind == SlotKind::case_word && target.front().word == case_word;
  });
}

bool ArgumentFinder::patient_first() const {
  return std::any_of(p_.readings.begin(), p_.readings.end(), [&](const codebook::Reading* r) {
    return text_.language.frames.frames()[r->frame].patient_first;
  });
}

SlotKind ArgumentFinder::bare_slot() const {
  return patient_first() && !has(SlotKind::patient) ? SlotKind::patient : SlotKind::agent;
}

// "menggelar latihan gabungan bertajuk X": the verb before the noun carries it, not the one that names it behind it.
std::uint32_t ArgumentFinder::carrying_verb() const {
  const std::uint32_t h = text_.head(p_.token);
  if (h == syntax::kNoHead || h < p_.token || text_.rel(p_.token) != Rel::nsubj || text_.rel(h) != Rel::ccomp) return h;
  const std::uint32_t before = text_.head(h);
  return before + 1 == text_.subtree(p_.token).first && text_.cue(before, Cue::light) ? before : h;
}

void ArgumentFinder::read_light_verb() {
  const std::uint32_t h = carrying_verb();
  if (h == syntax::kNoHead) return;
  const Rel r = text_.rel(p_.token);
  if (r != Rel::obj && r != Rel::nsubj && r != Rel::obl && r != Rel::xcomp && r != Rel::ccomp && r != Rel::nmod) return;
  if (text_.case_is(p_.token, Cue::topic_phrase)) return;  // "deployed the army after clashes"
  // Verbs of beginning, planning, trying do not change whose act the noun is ("menjajaki kerja sama").
  const bool light = text_.cues(h).any(Cue::light, Cue::aspect, Cue::plan, Cue::consider, Cue::attempt);
  const bool suffers = text_.cue(h, Cue::light_passive);
  if (!light && !suffers) return;
  if (suffers && r == Rel::nsubj && text_.sub(p_.token) != Sub::pass) return;  // "the arrest drew protests"
  p_.carrier = h;
  p_.light_passive = suffers;
  const bool passive = text_.sub(p_.token) == Sub::pass || is_passive(h, Feature::form);
  const std::size_t before = out_.size();
  p_.passive = passive;
  read_verb(h, passive, 0);
  if (passive && !has(SlotKind::agent) && text_.language.lexicon.morphology.noun_first()) read_bare_agent(h + 1);
  for (std::size_t i = before; i < out_.size(); ++i) {
    Argument& a = out_[i];
    if (suffers && a.kind == SlotKind::agent)
      a.kind = SlotKind::patient;
    else if (suffers && a.kind == SlotKind::case_word &&
             (text_.case_is(a.head, Cue::from_phrase) || text_.case_is(a.head, Cue::by_phrase)))
      a.kind = SlotKind::agent;
  }
  std::erase_if(out_, [&](const Argument& a) { return text_.under(p_.token, a.head) && a.head != p_.token; });
  if (!suffers) give_way(before);
}

// "mempertimbangkan pengusiran diplomat Iran": whoever the verb's subject is does it, so a bare modifier suffers it.
void ArgumentFinder::give_way(std::size_t of_noun) {
  const bool agent = std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(std::min(of_noun, out_.size())), out_.end(),
                                 [](const Argument& a) { return a.kind == SlotKind::agent; });
  if (!agent || has(SlotKind::patient)) return;
  for (Argument& a : out_)
    if (a.kind == SlotKind::agent && text_.under(a.head, p_.token) && text_.sub(a.head) != Sub::poss &&
        text_.case_of(a.head).empty())
      a.kind = SlotKind::patient;
}

// Modifiers right beside the noun that the tree hung elsewhere: "Russian strikes", "serangan Rusia".
void ArgumentFinder::read_neighbours() {
  if (has(SlotKind::agent) || has(SlotKind::patient)) return;
  const syntax::Sentence& sentence = text_.document.sentences[p_.sentence];
  const bool head_first = text_.language.lexicon.morphology.noun_first();
  if (head_first && p_.last < sentence.last) {
    if (const mention::Mention* m = text_.actor(p_.last)) add(bare_slot(), m->head, {}, true);
  } else if (!head_first && p_.first > sentence.first) {
    if (const mention::Mention* m = text_.actor(p_.first - 1)) add(bare_slot(), m->head, {}, true);
  }
}

}  // namespace warta::event
