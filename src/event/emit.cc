#include "emit.h"

#include <algorithm>
#include <array>

#include "counts.h"
#include "meeting.h"
#include "place.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Operator;
using codebook::Root;
using mention::Mention;
using syntax::Rel;
using syntax::Upos;

}  // namespace

Emitter::Emitter(const Text& text, const Acts& acts, std::span<const Standing> standings, std::span<const Coded> coded,
                 std::span<const DateMention> dates, Ledger& ledger, Trace* trace)
    : text_(text),
      acts_(acts),
      standings_(standings),
      coded_(coded),
      dates_(dates),
      ledger_(ledger),
      trace_(trace),
      deeds_(text.language.lexicon.class_named("@deed_noun")),
      accords_(text.language.lexicon.class_named("@accord")),
      pointing_(text.language.lexicon.class_named("@pointing")),
      causes_(text.language.lexicon.class_named("@cause")),
      onsets_(text.language.lexicon.class_named("@onset")),
      speakers_(text),
      crowd_(text) {}

void Emitter::note(std::uint32_t act, std::optional<Why> why) {
  if (why) ledger_.count(*why);
  if (!trace_) return;
  const Act& a = acts_.list[act];
  trace_->push_back({a.predicate->sentence, a.predicate->trigger, a.frame->name,
                     coded_[act].code ? coded_[act].code->code : "", why});
}

void Emitter::emit(std::uint32_t i, std::optional<Why> foreign) {
  const Act& act = acts_.list[i];
  const Standing& standing = standings_[i];
  const std::optional<Speaker> teller = speakers_.of(*act.predicate, standing);
  if (foreign && (coded_[i].refused || *foreign == Why::figurative || *foreign == Why::unpolitical))
    return note(i, foreign);
  if (coded_[i].refused) return note(i, coded_[i].refused);
  if (names_again(i)) return note(i, Why::duplicate);
  if (coded_[i].status == Status::reported && asked(*act.predicate)) return note(i, Why::norm);
  Dyads dyads = dyads_of(i);
  if (foreign && !act_of_state(i, dyads)) return note(i, foreign);
  if (coded_[i].urged && !turn_to_speaker(dyads, teller)) return note(i, Why::norm);
  if (const auto why = unfit(i, dyads, teller)) return note(i, why);

  Status status = coded_[i].status;
  Telling telling{coded_[i].code, coded_[i].mode, Status::alleged, std::nullopt};
  if (standing.denied && standing.claimed && standing.claimant != kNone)
    if ((telling.speaker = speakers_.behind(standing.claimant))) emit_status(i, dyads, telling);
  const bool foreign_teller =
      teller && (teller->mention == kNone || !text_.mentions.actors[teller->mention].code.international());
  if (status == Status::reported && foreign_teller && teller->headline && coded_[i].code->quad >= 3 &&
      !dyads.sources.empty() &&
      text_.mentions.actors[dyads.sources.front()].code.from() !=
          (teller->mention == kNone ? std::string_view{} : text_.mentions.actors[teller->mention].code.from()))
    status = Status::alleged;  // "X: Y broke the truce" is X's charge
  auto own = speaker_of_copy(i, status);
  if (own && teller && own->mention != kNone && text_.cue(text_.mentions.actors[own->mention].head, Cue::pronoun_we))
    own = teller;
  telling.status = status;
  telling.speaker = own ? own : teller;
  emit_status(i, dyads, telling);
  if (!act.also) return;
  telling.code = act.also;
  telling.mode = {};
  emit_status(i, dyads, telling);
}

// "X must stop, said Y": from Y to X, unless Y speaks of his own country.
bool Emitter::turn_to_speaker(Dyads& dyads, const std::optional<Speaker>& speaker) const {
  if (!speaker || speaker->mention == kNone || dyads.sources.empty()) return false;
  const codebook::ActorCode& who = text_.mentions.actors[speaker->mention].code;
  const codebook::ActorCode& whom = text_.mentions.actors[dyads.sources.front()].code;
  if (who.from().empty() || whom.from().empty() || who.from() == whom.from()) return false;
  dyads.targets = dyads.sources;
  dyads.sources.assign(1, speaker->mention);
  return true;
}

void Emitter::emit_denial(std::uint32_t denial) {
  const auto denier = speakers_.behind(denial);
  if (!denier || denier->mention == kNone) return;
  const Mention& who = text_.mentions.actors[denier->mention];
  const Told* told =
      who.code.from().empty() ? nullptr : echoes_.charge_against(who.code.from(), text_.sentence_number(denial));
  if (!told) return;
  const Told charge = *told;
  Event event = charge.event;
  event.sentence = text_.sentence_number(denial);
  event.status = Status::denied;
  event.attribution = Attribution{denier->span, who.code};
  event.trigger = text_.token(denial).form;
  event.evidence = join(event.trigger, denier->span);
  event.rule = text_.language.name + "/denial";
  event.confidence = std::max(0.05, event.confidence - 0.15);
  if (duplicate(event)) return;
  echoes_.tell(event, charge.source, charge.target);
  events_.push_back(std::move(event));
}

// "Brands 'invade' Indonesia": quotation marks around the trigger alone say that it is not meant.
bool Emitter::scare_quoted(const Predicate& p) const {
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  return p.word_class == codebook::TriggerClass::verb && p.first > s.first && p.last < s.last &&
         quote_mark(text_.form(p.first - 1)) && quote_mark(text_.form(p.last));
}

// "Do you storm a church that rebels took over?": a question claims nothing.
bool Emitter::asked(const Predicate& p) const {
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  std::uint32_t last = s.last - 1;
  while (last > s.first && quote_mark(text_.form(last))) --last;
  return text_.form(last) == "?";
}

// Why these actors make no event.
std::optional<Why> Emitter::unfit(std::uint32_t i, const Dyads& dyads, const std::optional<Speaker>& teller) const {
  const Act& act = acts_.list[i];
  const auto known = [&](std::uint32_t m) {
    const Mention& mention = text_.mentions.actors[m];
    return mention.code.known() || text_.cue(mention.head, Cue::pronoun_we);
  };
  const bool source = std::any_of(dyads.sources.begin(), dyads.sources.end(), known);
  const bool target = std::any_of(dyads.targets.begin(), dyads.targets.end(), known);
  if (!source && !target) return Why::no_actor;
  if (scare_quoted(*act.predicate)) return Why::figurative;
  // A subject that can be nobody ("letusan gunung itu mengancam lima desa").
  if (dyads.sources.empty() && act.source.head != kNone && !act.predicate->passive &&
      act.predicate->word_class == codebook::TriggerClass::verb)
    return Why::figurative;
  if (coded_[i].code && coded_[i].code->root == Root::CONSULT && !source) return Why::no_actor;  // nobody's talks
  if (act.frame->needs_target && dyads.targets.empty()) return Why::no_target;
  if (act.frame->needs_source && !source) return Why::no_actor;
  const Operator op = standings_[i].outer == kNone ? Operator::none : acts_.list[standings_[i].outer].frame->content;
  const bool asked = op == Operator::request || op == Operator::demand;
  if (asked && (!aimed_at_third(i, dyads, teller) || asked_of_asker(standings_[i].outer))) return Why::embedded;
  return std::nullopt;
}

// "asked France to urge Israel to release ...": what is to be urged is told by that request.
bool Emitter::asked_of_asker(std::uint32_t asking) const {
  const std::uint32_t outer = standings_[asking].outer;
  if (outer == kNone) return false;
  const Operator op = acts_.list[outer].frame->content;
  return op == Operator::request || op == Operator::demand;
}

// A asks B to do something to C: emitted; to A itself or to nobody: told by the request alone (CODEBOOK.md, 5).
bool Emitter::aimed_at_third(std::uint32_t i, const Dyads& dyads, const std::optional<Speaker>& teller) const {
  const Act& outer = acts_.list[standings_[i].outer];
  if (dyads.targets.empty() || dyads.sources.empty() || outer.source.mentions.empty()) return false;
  const auto asking = party(outer.source.mentions.front(), teller);  // "we urge": who says so
  if (!asking) return false;
  const auto& asker = asking->code;
  const auto& doer = text_.mentions.actors[dyads.sources.front()].code;
  const auto suffers = party(dyads.targets.front(), teller);
  if (!suffers) return false;
  const auto& third = suffers->code;
  const auto asked = [&](std::uint32_t m) { return text_.mentions.actors[m].code == third; };
  if (std::any_of(outer.target.mentions.begin(), outer.target.mentions.end(), asked)) return false;  // "both sides"
  // "urged Uganda to free a priest": its own people are no third actor, its rebels are.
  const bool armed = third.has(codebook::Sector::REB) || third.has(codebook::Sector::UAF) ||
                     third.has(codebook::Sector::MIL) || third.has(codebook::Sector::PRM);
  return third.from() != asker.from() && third != doer && doer.from() != asker.from() &&
         (third.from() != doer.from() || armed);
}

// ---- by whom -----------------------------------------------------------------------------------------------------

// The speaker that a status brings with it: who denies, accuses, claims or asks (CODEBOOK.md, attribution).
std::optional<Speaker> Emitter::speaker_of_copy(std::uint32_t i, Status status) const {
  const Standing& standing = standings_[i];
  const auto first_source = [&](std::uint32_t outer) -> std::optional<Speaker> {
    const Filler& source = acts_.list[outer].source;
    if (source.mentions.empty()) return std::nullopt;
    return Speaker{text_.mentions.actors[source.mentions.front()].span, source.mentions.front(), false};
  };
  if (status == Status::denied) return standing.denier == kNone ? std::nullopt : speakers_.behind(standing.denier);
  if (standing.claimed && standing.claimant != kNone)
    if (const auto claimant = speakers_.behind(standing.claimant)) return claimant;
  if ((status == Status::alleged || status == Status::requested) && standing.outer != kNone)
    return first_source(standing.outer);
  return std::nullopt;
}

// ---- events ------------------------------------------------------------------------------------------------------

void Emitter::emit_status(std::uint32_t i, const Dyads& dyads, const Telling& telling) {
  bool any = false;
  const auto pair = [&](std::uint32_t s, std::uint32_t t) { any = emit_dyad(i, s, t, telling) || any; };
  if (dyads.sources.empty())
    for (const std::uint32_t t : dyads.targets) pair(kNone, t);
  for (const std::uint32_t s : dyads.sources) {
    if (dyads.targets.empty()) pair(s, kNone);
    for (const std::uint32_t t : dyads.targets) {
      pair(s, t);
      if (dyads.both_ways) pair(t, s);
    }
  }
  if (any) note(i, std::nullopt);
}

bool Emitter::emit_dyad(std::uint32_t i, std::uint32_t s, std::uint32_t t, const Telling& telling) {
  const Act& act = acts_.list[i];
  const std::optional<Speaker>& speaker = telling.speaker;
  Status status = telling.status;
  Event event;
  event.sentence = act.predicate->sentence;
  event.has_source = s != kNone;
  if (s != kNone) {
    const auto source = party(s, speaker);
    if (!source) return note(i, Why::no_actor), false;
    event.source = *source;
  }
  event.code = telling.code;
  if (t != kNone) event.target = party(t, speaker);
  if (t == kNone || own_border(event)) event.target = from_context(event);
  if (t == kNone && event.target && status == Status::alleged && event.target->code.international())
    event.target.reset();  // "the UN accused the army of burning villages": not those of the accuser
  if (s != kNone && t != kNone) turn_home(event, text_.mentions.actors[s], text_.mentions.actors[t]);
  if (!event.has_source)
    if (auto authority = authority_behind(event)) {
      event.source = std::move(*authority);
      event.has_source = true;
    }
  event.counts = counts_of(text_, act);
  event.place = place_of(text_, act, status);
  if (!event.has_source && status == Status::reported) take_attack(event, t);
  const bool known_target = event.target && event.target->code.known();
  if (!event.source.code.known() && !known_target) return note(i, Why::no_actor), false;
  if (private_matter(i, event)) return note(i, Why::no_actor), false;
  const bool ours = s != kNone && speaker && speaker->mention != kNone &&
                    text_.mentions.actors[speaker->mention].own_country &&
                    text_.cue(text_.mentions.actors[s].head, Cue::pronoun_we);  // named as the speaker
  if (const auto why = unproven(i, event, ours ? speaker->mention : s, t)) return note(i, why), false;
  if (event.target && known_target && same(event, s, t)) {
    if (event.code->root != Root::PROTEST) return note(i, Why::same_actor), false;
    event.target.reset();  // "students occupied their university": where they protest
  }
  event.mode = telling.mode.empty() ? event.code->mode : std::string(telling.mode);
  event.date = date_of(i, status);
  event.status = status;
  if (speaker) {
    const bool same =
        speaker->mention != kNone &&
        (speaker->mention == s || (s != kNone && text_.mentions.actors[speaker->mention].code == event.source.code &&
                                   event.source.code.known()));
    const bool own_words = status == Status::reported || status == Status::planned || status == Status::historical ||
                           status == Status::hypothetical;
    if (!(same && own_words))
      event.attribution =
          Attribution{speaker->span,
                      speaker->mention == kNone ? codebook::ActorCode{} : text_.mentions.actors[speaker->mention].code};
  }
  settle_meeting(text_.books.ontology(), event, brokered(i));
  if (duplicate(event)) return note(i, Why::duplicate), false;
  event.contexts = contexts_of(*act.predicate);
  event.trigger = act.predicate->trigger;
  event.evidence = event.trigger;
  const Span sentence = text_.document.sentences[event.sentence].span;
  if (s != kNone && sentence.contains(event.source.span)) event.evidence = join(event.evidence, event.source.span);
  if (event.target && !event.target->span.empty() && sentence.contains(event.target->span))
    event.evidence = join(event.evidence, event.target->span);
  event.rule = text_.language.name + "/" + act.frame->name;
  event.confidence = confidence_of(i, event, s, t);
  take_toll(event);
  echoes_.tell(event, s, t);
  events_.push_back(std::move(event));
  return true;
}

// "accused it of breaking into its servers, an attack that ...": a noun that sums up the act told before the comma.
bool Emitter::names_again(std::uint32_t i) const {
  const Predicate& p = *acts_.list[i].predicate;
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  if (p.word_class != codebook::TriggerClass::noun || p.last >= s.last || !text_.cue(p.last, Cue::relative))
    return false;
  std::uint32_t t = p.first;
  while (t > s.first && (text_.token(t - 1).upos == Upos::DET || text_.token(t - 1).upos == Upos::ADJ)) --t;
  if (t == s.first || text_.form(t - 1) != ",") return false;
  for (std::uint32_t j = i; j-- > 0 && acts_.list[j].predicate->sentence == p.sentence;)
    if (!coded_[j].refused && acts_.list[j].predicate->word_class == codebook::TriggerClass::verb) return true;
  return false;
}

// Whether the sentence tells of a mediator beside a meeting.
bool Emitter::brokered(std::uint32_t i) const {
  const auto mediates = [&](std::uint32_t j) {
    return j != i && !coded_[j].refused && coded_[j].code && coded_[j].code->code == "045";
  };
  const auto beside = [&](std::uint32_t j) {
    return acts_.list[j].predicate->sentence == acts_.list[i].predicate->sentence;
  };
  for (std::uint32_t j = i; j-- > 0 && beside(j);)
    if (mediates(j)) return true;
  for (std::uint32_t j = i + 1; j < acts_.list.size() && beside(j); ++j)
    if (mediates(j)) return true;
  return false;
}

bool Emitter::duplicate(const Event& event) const {
  for (auto other = events_.rbegin(); other != events_.rend() && other->sentence == event.sentence; ++other) {
    if (other->code->root != event.code->root || other->status != event.status ||
        other->source.code != event.source.code)
      continue;
    const auto code = [](const Event& e) { return e.target ? e.target->code : codebook::ActorCode{}; };
    if (code(*other) == code(event)) return true;
  }
  return false;
}

// "9 killed in a Kenyan raid on a village": the toll, told as an act on nobody, is the raid's.
void Emitter::take_toll(Event& event) {
  if (event.code->root != Root::ASSAULT || !event.has_source || !event.target) return;
  const auto told = [&](const Event& other) {
    return other.code->root == Root::ASSAULT && other.status == event.status && other.has_source && !other.target &&
           other.source.code == event.source.code;
  };
  auto toll = events_.end();
  while (toll != events_.begin() && std::prev(toll)->sentence == event.sentence && !told(*std::prev(toll))) --toll;
  if (toll == events_.begin() || std::prev(toll)->sentence != event.sentence) return;
  --toll;
  for (std::size_t c = 0; c < event.counts.size(); ++c)
    if (!event.counts[c]) event.counts[c] = toll->counts[c];
  ledger_.count(Why::duplicate);
  events_.erase(toll);
}

std::vector<std::string> Emitter::contexts_of(const Predicate& p) const {
  std::vector<std::string> out;
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    text_.language.contexts.matches(
        [&](std::uint32_t n) { return t + n < s.last ? text_.token(t + n).lower : std::string_view{}; },
        [](codebook::Case, std::uint32_t) { return true; },
        [&](const auto& match) {
          for (const std::string& context : *match.value)
            if (std::find(out.begin(), out.end(), context) == out.end()) out.push_back(context);
        });
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace warta::event
