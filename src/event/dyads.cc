// Who and whom: the sides of an act, from its own slots, then from the acts and clauses it stands in.
#include <algorithm>

#include "emit.h"
#include "place.h"
#include "power.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Operator;
using codebook::Root;
using codebook::SlotKind;
using mention::Mention;
using syntax::Rel;

constexpr std::size_t kMostActors = 5;  // of one side of an act; lists of more are enumerations

bool has(const std::pmr::vector<std::uint32_t>& list, std::uint32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

Emitter::Dyads Emitter::dyads_of(std::uint32_t i) const {
  const Act& act = acts_.list[i];
  Dyads dyads{std::pmr::vector<std::uint32_t>(&text_.arena), std::pmr::vector<std::uint32_t>(&text_.arena), false};
  for (const std::uint32_t m : act.source.mentions) dyads.sources.push_back(m);
  for (const std::uint32_t m : act.target.mentions)
    if (!has(dyads.sources, m)) dyads.targets.push_back(m);
  drop_own_officials(i, dyads);
  fill_from_outer(i, dyads);
  fill_from_cause(i, dyads);
  fill_from_denier(i, dyads);
  fill_from_condemned(i, dyads);
  fill_from_content(i, dyads);
  fill_from_deed(i, dyads);
  fill_from_dispute(i, dyads);
  fill_from_joined(i, dyads);
  fill_from_meeting(i, dyads);
  fill_from_clause(i, dyads);
  fill_from_place(i, dyads);
  if (const std::uint32_t cry = coded_[i].cry; cry != kNone && dyads.targets.empty())
    for (const std::uint32_t m : acts_.list[cry].target.mentions)
      if (!has(dyads.sources, m)) dyads.targets.push_back(m);
  if (act.frame->reciprocal) {
    for (const Argument& a : act.predicate->arguments)
      if (text_.case_is(a.head, Cue::between))
        for (const std::uint32_t m : actors_of(text_, a.head, nullptr))
          if (!has(dyads.sources, m) && !has(dyads.targets, m)) dyads.sources.push_back(m);
    if (dyads.targets.empty() && dyads.sources.size() > 1) {
      dyads.targets.assign(dyads.sources.begin() + 1, dyads.sources.end());
      dyads.sources.resize(1);
    }
  }
  const std::uint32_t first = act.predicate->first;
  const bool mutual =
      first > text_.document.sentences[act.predicate->sentence].first && text_.cue(first - 1, Cue::reciprocal);
  const bool supplied = std::all_of(dyads.targets.begin(), dyads.targets.end(),
                                    [&](std::uint32_t m) { return !text_.mentions.actors[m].own_country; });
  if (mutual && supplied && dyads.sources.size() == 2) {
    dyads.targets.clear();
    dyads.targets.push_back(dyads.sources[1]);
    dyads.sources.resize(1);
    dyads.both_ways = !act.frame->reciprocal;
  }
  if (dyads.sources.size() > kMostActors) dyads.sources.resize(kMostActors);
  if (dyads.targets.size() > kMostActors) dyads.targets.resize(kMostActors);
  return dyads;
}

// "Honduras protested against what it called abuse and recalled its consul": words of a state are not to its own people
// who only stand within the phrase.
void Emitter::drop_own_officials(std::uint32_t i, Dyads& dyads) const {
  const Act& act = acts_.list[i];
  if (!act.target.inside || dyads.sources.empty() || !act.code || act.code->quad != 3) return;
  const codebook::ActorCode& source = text_.mentions.actors[dyads.sources.front()].code;
  if (source.has_sector()) return;
  std::erase_if(dyads.targets, [&](std::uint32_t m) { return text_.mentions.actors[m].code.from() == source.from(); });
}

// "X accused Y of genocide", "X urged Y on Monday to recognise Z": the one accused or asked does it, whatever the tree
// says.
void Emitter::fill_from_outer(std::uint32_t i, Dyads& dyads) const {
  const std::uint32_t outer = standings_[i].outer;
  if (outer == kNone) return;
  const Act& above = acts_.list[outer];
  const Operator op = above.frame->content;
  if (op != Operator::accuse && op != Operator::request && op != Operator::demand) return;
  // "menuduh polisi menyiksa tahanan dalam kerusuhan", "of ignoring warnings before the attack": not its content
  const Predicate& p = *acts_.list[i].predicate;
  if (p.word_class != codebook::TriggerClass::verb &&
      (text_.case_is(p.token, Cue::place_phrase) || text_.case_is(p.token, Cue::topic_phrase)))
    return;
  const bool by_speaker = !dyads.sources.empty() && has(above.source.mentions, dyads.sources.front());
  if ((!dyads.sources.empty() && !by_speaker) || above.target.mentions.empty()) return;
  dyads.sources.assign(above.target.mentions.begin(), above.target.mentions.end());
  std::erase_if(dyads.targets, [&](std::uint32_t m) { return has(dyads.sources, m); });
}

// "sanctioned officials for jailing reporters", "menghukum X karena menindas Y": the deed is that of whom it is held
// against.
void Emitter::fill_from_cause(std::uint32_t i, Dyads& dyads) const {
  const Predicate& p = *acts_.list[i].predicate;
  const std::uint32_t h = text_.head(p.carrier);
  if (h == syntax::kNoHead || text_.rel(p.carrier) != Rel::advcl || acts_.at[h] == kNone || dyads.sources.empty())
    return;
  const Act& answer = acts_.list[acts_.at[h]];
  if (!answer.code || answer.code->quad < 3 || answer.target.mentions.empty() ||
      !has(answer.source.mentions, dyads.sources.front()))
    return;
  const bool cause = text_.child(p.carrier, [&](std::uint32_t c) {
    return (text_.rel(c) == Rel::mark || text_.rel(c) == Rel::case_) && causes_.has(text_.token(c).lower);
  }) != kNone;
  const bool own = text_.child(p.carrier, [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj; }) != kNone;
  if (!cause || own) return;
  dyads.sources.assign(answer.target.mentions.begin(), answer.target.mentions.end());
  std::erase_if(dyads.targets, [&](std::uint32_t m) { return has(dyads.sources, m); });
}

// "denied the killing of farmers", "menolak tuduhan mempersenjatai pemberontak": who denies it would have done it.
void Emitter::fill_from_denier(std::uint32_t i, Dyads& dyads) const {
  const Standing& standing = standings_[i];
  if (!standing.denied || standing.denier == kNone || !dyads.sources.empty()) return;
  if (standing.claimed && acts_.list[i].predicate->word_class != codebook::TriggerClass::verb) return;
  const auto denier = speakers_.behind(standing.denier);
  if (!denier || denier->mention == kNone || has(dyads.targets, denier->mention)) return;
  dyads.sources.push_back(denier->mention);
}

// "condemned the attack on X": aimed at who attacked, never at X; "condemned the bombing": at who bombed before.
void Emitter::fill_from_condemned(std::uint32_t i, Dyads& dyads) const {
  const Act& act = acts_.list[i];
  const std::uint32_t inner = coded_[i].inner;
  if (act.frame->content != Operator::condemn || inner == kNone || !(dyads.targets.empty() || act.target.inside))
    return;
  const Act& deed = acts_.list[inner];
  if (!deed.code || (deed.code->quad < 3 && deed.source.mentions.empty())) return;
  dyads.targets.clear();
  for (const std::uint32_t m : deed.source.mentions)
    if (!has(dyads.sources, m)) dyads.targets.push_back(m);
  if (!dyads.targets.empty() || !deed.target.mentions.empty()) return;
  if (const Told* told = echoes_.last(deed.code->root, act.predicate->sentence);
      told && told->source != kNone && !has(dyads.sources, told->source))
    dyads.targets.push_back(told->source);
}

// "condemned the incident", "rejected the offer", "welcomed the move": aimed at whoever did what was told last.
void Emitter::fill_from_deed(std::uint32_t i, Dyads& dyads) const {
  const Act& act = acts_.list[i];
  if (!dyads.targets.empty() || dyads.sources.empty() || !coded_[i].code) return;
  const std::uint32_t inner = coded_[i].inner;  // of which more is told than a name ("rejected the offer of France")
  if (inner != kNone && !(acts_.list[inner].source.mentions.empty() && acts_.list[inner].target.mentions.empty()))
    return;
  const Root root = coded_[i].code->root;
  const bool praise = coded_[i].code->code.starts_with("051");
  if (root != Root::ACCUSE && !praise && root != Root::REJECT) return;
  const codebook::ActorCode& actor = text_.mentions.actors[dyads.sources.front()].code;
  const bool open = act.target.head == kNone || deeds_.has(text_.token(act.target.head).lower);
  if (root == Root::REJECT && open)  // "He refused", "ruled out a repeal": who asked for it
    if (const Told* told = echoes_.asked_of(actor, act.predicate->sentence))
      return dyads.targets.assign(1, told->source);
  std::uint32_t noun = act.target.head;
  for (const Argument& a : act.predicate->arguments)
    if (noun == kNone && a.kind == SlotKind::patient) noun = a.head;
  if (noun == kNone || text_.actor(noun) || !names_deed(noun, act.predicate->first)) return;
  const bool agreed = accords_.has(text_.token(noun).lower);
  const Root same = inner != kNone && acts_.list[inner].code && acts_.list[inner].code->quad > 2
                        ? acts_.list[inner].code->root
                        : Root::none;
  const Told* told = echoes_.deed_of_another(actor, root, {agreed, same}, act.predicate->sentence);
  if (told) dyads.targets.assign(1, told->source);
}

// "offered to mediate", "talks brokered by Egypt": between the two of whom was told last.
void Emitter::fill_from_dispute(std::uint32_t i, Dyads& dyads) const {
  if (!dyads.targets.empty() || dyads.sources.empty() || !coded_[i].code) return;
  const std::string_view code = coded_[i].code->code;
  if (!code.starts_with("039") && !code.starts_with("045")) return;
  const Told* told = echoes_.between_others(text_.mentions.actors[dyads.sources.front()].code.from(),
                                            acts_.list[i].predicate->sentence);
  if (told) dyads.targets.assign({told->source, told->target});
}

// An accusation that is denied is aimed at the denier.
void Emitter::take_denier(std::uint32_t i, Dyads& dyads) const {
  const Predicate& p = *acts_.list[i].predicate;
  const std::uint32_t h = text_.head(p.token);
  if (p.word_class == codebook::TriggerClass::verb || h == syntax::kNoHead || text_.rel(p.token) != Rel::obj) return;
  if (!coded_[i].code || coded_[i].code->root != Root::ACCUSE) return;
  const auto denier = speakers_.behind(h);
  if (denier && denier->mention != kNone && !has(dyads.sources, denier->mention))
    dyads.targets.push_back(denier->mention);
}

// "accused of having ...": whom the content names.
void Emitter::fill_from_content(std::uint32_t i, Dyads& dyads) const {
  if (!dyads.targets.empty()) return;
  const Act& act = acts_.list[i];
  const std::uint32_t inner = coded_[i].inner;
  const auto take = [&](const Filler& filler) {
    for (const std::uint32_t m : filler.mentions)
      if (!has(dyads.sources, m)) dyads.targets.push_back(m);
  };
  take_denier(i, dyads);
  for (const codebook::Slot& slot : act.frame->target) {
    if (inner == kNone || !dyads.targets.empty()) break;
    if (slot.kind == SlotKind::content_agent) take(acts_.list[inner].source);
    if (slot.kind == SlotKind::content_patient) take(acts_.list[inner].target);
  }
  const Operator op = act.frame->content;
  if (dyads.targets.empty() && inner != kNone && op == Operator::accuse) take(acts_.list[inner].source);
  if (dyads.targets.empty() && inner != kNone && op != Operator::none && op != Operator::accuse &&
      op != Operator::request && op != Operator::demand)
    take(acts_.list[inner].target);
}

// Whom a threat or refusal without an object is aimed at: who would have to give way ("will strike unless the rebels
// ..."), who asked ("will not withdraw despite Algiers' calls").
void Emitter::fill_from_clause(std::uint32_t i, Dyads& dyads) const {
  if (dyads.sources.empty() || !coded_[i].code) return;
  const Root root = coded_[i].code->root;
  const bool refused =
      root == Root::REJECT && coded_[i].code != acts_.list[i].code;  // who is to be freed is not who asked
  if (!dyads.targets.empty() && !refused) return;
  take_from_fronted(i, dyads);
  if (root != Root::THREATEN && root != Root::REJECT) return;
  const Predicate& p = *acts_.list[i].predicate;
  const auto read = [&](std::uint32_t verb) {
    text_.each_child(verb, [&](std::uint32_t c) {
      if (text_.rel(c) != Rel::advcl || !dyads.targets.empty()) return;
      if (root == Root::THREATEN &&
          text_.child(c, [&](std::uint32_t m) { return text_.cue(m, Cue::condition); }) == kNone)
        return;
      take_asker(c, dyads);
    });
  };
  read(p.carrier);
  const std::uint32_t above =
      text_.head(p.carrier);  // "Jika X ..., Y mengancam": the tree may hang the threat on its condition
  const auto condition = [&](std::uint32_t m) { return text_.cue(m, Cue::condition); };
  if (dyads.targets.empty() && above != syntax::kNoHead && text_.child(above, condition) != kNone)
    take_asker(above, dyads);
  for (std::uint32_t t = p.first; t < p.last; ++t)
    if (t != p.carrier) read(t);
}

// "Menyambut Presiden Zambia, Kanselir Jerman menjanjikan pinjaman", "Urged by the EU, Belarus refused": the other side
// of the act in the clause before.
void Emitter::take_from_fronted(std::uint32_t i, Dyads& dyads) const {
  const Root root = coded_[i].code->root;
  const Predicate& p = *acts_.list[i].predicate;
  const auto& fronted = text_.fronted(p.sentence);
  if (!fronted || p.first < fronted->comma || (root != Root::AGREE && root != Root::REJECT && root != Root::THREATEN))
    return;
  const std::uint32_t at = acts_.at[fronted->verb];
  if (at == kNone || at == i) return;
  const auto take = [&](const std::pmr::vector<std::uint32_t>& mentions) {
    for (const std::uint32_t m : mentions)
      if (!has(dyads.sources, m) && !has(dyads.targets, m)) dyads.targets.push_back(m);
  };
  if (root == Root::REJECT) dyads.targets.clear();
  const Act& before = acts_.list[at];
  take(before.target.mentions);
  if (dyads.targets.empty()) take(before.source.mentions);
}

// "detained six journalists and seized their cameras": whose they are.
void Emitter::fill_from_joined(std::uint32_t i, Dyads& dyads) const {
  const Predicate& p = *acts_.list[i].predicate;
  const std::uint32_t h = text_.head(p.carrier);
  if (!dyads.targets.empty() || h == syntax::kNoHead || acts_.at[h] == kNone || text_.rel(p.carrier) != Rel::conj)
    return;
  const Act& before = acts_.list[acts_.at[h]];
  if (before.source.mentions.empty() || dyads.sources.empty() ||
      before.source.mentions.front() != dyads.sources.front())
    return;
  for (const Argument& a : p.arguments) {
    const std::uint32_t owner =
        text_.child(a.head, [&](std::uint32_t c) { return text_.cues(c).any(Cue::pronoun_they, Cue::pronoun_he); });
    if (a.kind != SlotKind::patient || owner == kNone) continue;
    for (const std::uint32_t m : before.target.mentions)
      if (!has(dyads.sources, m)) dyads.targets.push_back(m);
  }
}

// "menelepon Presiden Togo untuk meminta bantuan", "met the envoy to thank him": said to whom the speaker met.
void Emitter::fill_from_meeting(std::uint32_t i, Dyads& dyads) const {
  const Predicate& p = *acts_.list[i].predicate;
  const std::uint32_t h = text_.head(p.carrier);
  if (!dyads.targets.empty() || dyads.sources.empty() || h == syntax::kNoHead || acts_.at[h] == kNone) return;
  if (text_.rel(p.carrier) != Rel::advcl && text_.rel(p.carrier) != Rel::xcomp) return;
  const Act& meeting = acts_.list[acts_.at[h]];
  if (!meeting.code || meeting.code->root != Root::CONSULT || !coded_[i].code || !of_words(coded_[i].code->root))
    return;
  if (!has(meeting.source.mentions, dyads.sources.front())) return;
  for (const std::uint32_t m : meeting.target.mentions)
    if (!has(dyads.sources, m)) dyads.targets.push_back(m);
}

// "the move", "langkah tersebut", and a noun that sums up the clause before it ("lifted the ban, a move that Chad
// condemned").
bool Emitter::names_deed(std::uint32_t noun, std::uint32_t act) const {
  if (!deeds_.has(text_.token(noun).lower)) return false;
  const std::uint32_t first = text_.subtree(noun).first;
  const bool summing_up = noun < act || text_.form(first) == "," || (first > 0 && text_.form(first - 1) == ",");
  return summing_up || text_.child(noun, [&](std::uint32_t c) { return pointing_.has(text_.token(c).lower); }) != kNone;
}

// "was charged in Minsk", "dipanggil ke Kementerian Luar Negeri Australia": what only a state does, the office or the
// land named does (CODEBOOK.md, 7).
void Emitter::fill_from_place(std::uint32_t i, Dyads& dyads) const {
  static constexpr std::array<std::string_view, 8> kStateActs{"114", "115", "116", "161", "1711", "172", "173", "174"};
  const Act& act = acts_.list[i];
  const Predicate& p = *act.predicate;
  if (!dyads.sources.empty() || dyads.targets.empty() || !p.passive || !coded_[i].code ||
      p.word_class != codebook::TriggerClass::verb)
    return;
  if (act.source.head != kNone) return;
  const std::string_view code = coded_[i].code->code;
  if (std::none_of(kStateActs.begin(), kStateActs.end(),
                   [&](std::string_view prefix) { return code.starts_with(prefix); }))
    return;
  const auto take = [&](std::uint32_t m) {
    if (m == kNone || has(dyads.targets, m) || text_.mentions.actors[m].code.from().empty()) return false;
    dyads.sources.push_back(m);
    return true;
  };
  for (const Argument& a : p.arguments) {
    if (a.kind != SlotKind::case_word ||
        !(text_.case_is(a.head, Cue::to_phrase) || text_.case_is(a.head, Cue::from_phrase)))
      continue;
    const Mention* office = text_.actor(a.head);
    if (office && (office->place_like || office->code.has(codebook::Sector::GOV)) &&
        take(text_.mentions.actor_at[a.head]))
      return;
  }
  if (const auto place = place_of(text_, act, Status::reported)) take(land_of(place->span));
}

// The actor that a place stands for.
std::uint32_t Emitter::land_of(Span place) const {
  for (const mention::PlaceMention& known : text_.mentions.places) {
    if (known.span.begin != place.begin) continue;
    const std::uint32_t m = text_.mentions.actor_at[known.first];
    return m != kNone && text_.mentions.actors[m].place_like ? m : known.actor;
  }
  return kNone;
}

// The asking act's source in a clause, or whoever its subject is.
void Emitter::take_asker(std::uint32_t clause, Dyads& dyads) const {
  const auto take = [&](const std::pmr::vector<std::uint32_t>& mentions) {
    for (const std::uint32_t m : mentions)
      if (!has(dyads.sources, m) && text_.mentions.actors[m].code != text_.mentions.actors[dyads.sources.front()].code)
        dyads.targets.push_back(m);
  };
  const std::uint32_t at = acts_.at[clause];
  if (at != kNone && acts_.list[at].code && acts_.list[at].code->root == Root::REQUEST)
    return take(acts_.list[at].source.mentions);
  const std::uint32_t subject = text_.child(clause, [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj; });
  if (subject != kNone) take(actors_of(text_, subject, nullptr));
}

}  // namespace warta::event
