#include "roles.h"

#include <algorithm>
#include <optional>

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::SlotKind;
using syntax::Rel;
using syntax::Upos;

void add(std::pmr::vector<std::uint32_t>& out, std::uint32_t mention) {
  if (std::find(out.begin(), out.end(), mention) == out.end()) out.push_back(mention);
}

// The mention at a token, with the other half of a pair ("Rusia-Ukraina", "both countries").
bool add_at(const Text& text, std::uint32_t t, std::pmr::vector<std::uint32_t>& out) {
  const std::uint32_t m = text.mentions.actor_at[t];
  if (m == mention::kNone) return false;
  add(out, m);
  if (text.mentions.actors[m].second != mention::kNone) add(out, text.mentions.actors[m].second);
  return true;
}

void add_conjuncts(const Text& text, std::uint32_t t, std::pmr::vector<std::uint32_t>& out, int depth = 0) {
  if (depth > 6) return;
  text.each_child(t, [&](std::uint32_t c) {
    if (text.rel(c) != Rel::conj || text.token(c).upos == Upos::VERB || text.aside_at(c) != text.aside_at(t)) return;
    add_at(text, c, out);
    add_conjuncts(text, c, out, depth + 1);
  });
}

// "Japan, Philippines stage drill": the comma of headlines.
bool headline_pair(const Text& text, const mention::Mention& first, const mention::Mention& second) {
  const syntax::Sentence& s = text.document.sentences[first.sentence];
  return first.first == s.first && text.form(first.last) == "," && first.last + 1 == second.first && first.place_like &&
         second.place_like && second.last < s.last && text.token(second.last).upos == Upos::VERB;
}

// "X dan Y" read off the words, where the tree misses the coordination: a mention, a conjunction, a mention.
void add_neighbour(const Text& text, std::pmr::vector<std::uint32_t>& out) {
  if (out.size() != 1) return;
  const mention::Mention& m = text.mentions.actors[out.front()];
  const std::uint32_t end = text.document.sentences[m.sentence].last;
  if (m.last + 1 >= end) return;
  const mention::Mention* next = text.actor(m.last + 1);
  if (!next || next->first != m.last + 1) return;
  if (text.token(m.last).upos != Upos::CCONJ && !headline_pair(text, m, *next)) return;
  const std::uint32_t after = next->last;
  if (text.rel(next->head) == Rel::nsubj && after < end && text.token(after).upos == Upos::VERB &&
      text.rel(m.head) != Rel::nsubj)
    return;
  add_at(text, m.last + 1, out);
}

// The same to the left: "X dan Y sepakat", where the tree gives Y alone to the verb. X belongs to it too unless the
// tree makes it somebody else's object.
void add_neighbour_before(const Text& text, std::pmr::vector<std::uint32_t>& out) {
  if (out.size() != 1) return;
  const mention::Mention& m = text.mentions.actors[out.front()];
  const std::uint32_t begin = text.document.sentences[m.sentence].first;
  if (m.first < begin + 2) return;
  const mention::Mention* before = text.actor(m.first - 2);
  if (!before || before->last + 1 != m.first) return;
  if (text.token(m.first - 1).upos != Upos::CCONJ && !headline_pair(text, *before, m)) return;
  const Rel r = text.rel(before->head);
  const bool joined = text.head(m.head) == before->head;
  const bool elsewhere = !joined &&
                         (r == Rel::obj || r == Rel::obl || r == Rel::iobj || r == Rel::nsubj || r == Rel::root) &&
                         text.head(before->head) != text.head(m.head);
  if (elsewhere || text.child(m.head, [&](std::uint32_t c) { return text.rel(c) == Rel::case_; }) != kNone) return;
  std::pmr::vector<std::uint32_t> both(&text.arena);
  add_at(text, before->head, both);
  for (const std::uint32_t one : out) add(both, one);
  out = std::move(both);
}

bool searchable(const Text& text, std::uint32_t c) {
  const Rel r = text.rel(c);
  if (text.aside_at(c) != text.aside_at(text.head(c))) return false;  // "..., klaim Presiden X": who tells it
  if (r == Rel::nmod || r == Rel::compound || r == Rel::amod || r == Rel::appos || r == Rel::flat || r == Rel::det ||
      r == Rel::nummod)
    return !text.case_is(c, Cue::topic_phrase) && !text.case_is(c, Cue::place_phrase);
  return r == Rel::conj && text.token(c).upos != Upos::VERB;
}

bool same_actor(const Text& text, std::uint32_t mention, const Filler* other) {
  if (!other || other->mentions.empty()) return false;
  const codebook::ActorCode& code = text.mentions.actors[other->mentions.front()].code;
  const codebook::ActorCode& inner = text.mentions.actors[mention].code;
  const bool own_land = !code.from().empty() && inner == code.without_sectors();  // "troops shelled a village in Chad"
  return code.known() && (inner == code || own_land);
}

// Breadth first, so that the nearest actor inside a phrase comes first; possessors before prepositional phrases.
std::uint32_t inner_actor(const Text& text, std::uint32_t head, const Filler* other) {
  std::pmr::vector<std::uint32_t> queue(&text.arena);
  queue.push_back(head);
  for (std::size_t i = 0; i < queue.size() && i < 24; ++i) {
    for (const bool bare : {true, false})
      for (std::uint32_t c = text.first_child(queue[i]); c != kNone; c = text.next_sibling(c)) {
        const bool no_case = text.token(c).relation.sub == syntax::Sub::poss || text.case_of(c).empty();
        if (no_case != bare || !searchable(text, c)) continue;
        if (text.actor(c) && !same_actor(text, text.mentions.actor_at[c], other)) return c;
        queue.push_back(c);
      }
  }
  return kNone;
}

// The country of a place inside the phrase ("rockets at Lahore's suburbs"), unless it is the other side's own.
std::uint32_t implied_actor(const Text& text, std::uint32_t head, const Filler& other) {
  const Text::Range range = text.subtree(head);
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (text.rel(t) == Rel::acl || text.token(t).upos == Upos::VERB || text.aside_at(t) != text.aside_at(head)) break;
    if (t > range.first && text.cue(t, Cue::place_phrase)) break;
    const std::uint32_t place = text.mentions.place_at[t];
    if (place == mention::kNone || text.mentions.places[place].actor == mention::kNone) continue;
    const std::uint32_t actor = text.mentions.places[place].actor;
    const bool own = !other.mentions.empty() && text.mentions.actors[other.mentions.front()].code.from() ==
                                                    text.mentions.actors[actor].code.from();
    const bool struck = text.case_of(head).empty() || text.case_is(head, Cue::of_phrase);
    return own && !struck ? mention::kNone
                          : actor;  // its own town may be bombed, but "retreated from Goma" is aimed at nobody
  }
  return mention::kNone;
}

// A clause as object ("condemned what it called ..."): the first actor in it.
std::uint32_t clause_actor(const Text& text, std::uint32_t head) {
  const Text::Range range = text.subtree(head);
  for (std::uint32_t t = range.first; t < range.last; ++t)
    if (const mention::Mention* m = text.actor(t);
        m && m->kind != mention::Kind::pronoun && text.aside_at(t) == text.aside_at(head))
      return t;
  return kNone;
}

}  // namespace

std::uint32_t maker_in_clause(const Text& text, std::uint32_t head) {
  const codebook::WordSet& put_forward = text.language.lexicon.class_named("@put_forward");
  const std::uint32_t verb = text.child(head, [&](std::uint32_t c) {
    return text.rel(c) == Rel::acl && put_forward.has(text.token(c).lower) && text.passive_form(c);
  });
  if (verb == kNone) return kNone;
  std::uint32_t maker = text.child(verb, [&](std::uint32_t c) {
    return text.rel(c) == Rel::obl && (text.sub(c) == syntax::Sub::agent || text.case_is(c, Cue::by_phrase));
  });
  if (maker == kNone && verb + 1 < text.sentence_of(verb).last && text.actor(verb + 1))
    maker = text.actor(verb + 1)->head;
  return maker != kNone && text.actor(maker) ? maker : kNone;
}

std::pmr::vector<std::uint32_t> actors_of(const Text& text, std::uint32_t head, bool* inside, const Filler* other) {
  std::pmr::vector<std::uint32_t> out(&text.arena);
  if (add_at(text, head, out)) {
    add_conjuncts(text, head, out);
    // A mention's own words may hold the conjunction ("the US and Israeli armies").
    const mention::Mention& m = text.mentions.actors[out.front()];
    for (std::uint32_t t = m.first; t < m.last; ++t)
      if (t != head) add_conjuncts(text, t, out);
    add_neighbour(text, out);
    add_neighbour_before(text, out);
    return out;
  }
  if (inside) *inside = true;
  std::uint32_t inner = inner_actor(text, head, other);
  if (inner == kNone && text.token(head).upos != Upos::NOUN && text.token(head).upos != Upos::PROPN &&
      text.token(head).upos != Upos::NUM)
    inner = clause_actor(text, head);
  if (inner == kNone && other) inner = maker_in_clause(text, head);
  if (inner != kNone && same_actor(text, text.mentions.actor_at[inner], other)) inner = kNone;
  if (inner == kNone) {
    const std::uint32_t implied = other ? implied_actor(text, head, *other) : mention::kNone;
    if (implied != mention::kNone) out.push_back(implied);
    return out;
  }
  add_at(text, inner, out);
  add_conjuncts(text, inner, out);
  add_neighbour(text, out);
  return out;
}

const Argument* argument_of(const Predicate& predicate, const codebook::Slot& slot) {
  for (const Argument& a : predicate.arguments) {
    if (a.kind != slot.kind) continue;
    if (slot.kind != SlotKind::case_word || a.case_word == slot.word) return &a;
  }
  if (slot.kind != SlotKind::case_word) return nullptr;
  for (const Argument& a : predicate.arguments) {  // "di depan" where the frame says "depan", or the other way round
    if (a.kind != SlotKind::case_word) continue;
    const auto ends = [](std::string_view whole, std::string_view part) {
      return whole.size() > part.size() && whole.substr(whole.size() - part.size()) == part &&
             whole[whole.size() - part.size() - 1] == ' ';
    };
    if (ends(a.case_word, slot.word)) return &a;
  }
  return nullptr;
}

Filler fill(const Text& text, const Predicate& predicate, const std::vector<codebook::Slot>& slots,
            const Filler* other) {
  Filler nobody{std::pmr::vector<std::uint32_t>(&text.arena), kNone, false, false};
  for (const codebook::Slot& slot : slots) {
    std::optional<Filler> within;  // an actor that is only inside the phrase gives way to one that is the phrase
    for (const Argument& a : predicate.arguments) {
      if (a.kind != slot.kind) continue;
      if (slot.kind == SlotKind::case_word && &a != argument_of(predicate, slot)) continue;
      Filler filler{std::pmr::vector<std::uint32_t>(&text.arena), a.head, a.guessed, false};
      filler.mentions = actors_of(text, a.head, &filler.inside, other);
      if (!filler.mentions.empty() && !filler.inside) return filler;
      if (!filler.mentions.empty() && !within) within = filler;
      if (nobody.head == kNone)
        nobody = Filler{std::pmr::vector<std::uint32_t>(&text.arena), a.head, a.guessed, filler.inside};
    }
    if (within) return *within;
  }
  return nobody;
}

}  // namespace warta::event
