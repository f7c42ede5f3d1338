// When an act was: the date of its own clause, not of what else the sentence tells. Rules: CODEBOOK.md, dates. Tests:
// tests/event/cases/dates.txt, tests/engine/cases/en-dates-places.txt
#include "emit.h"

namespace warta::event {

using codebook::Cue;
using codebook::Operator;
using syntax::Rel;
using syntax::Upos;

// "since the war began in 1998": the date of a clause that tells of something else.
bool Emitter::of_clause_inside(std::uint32_t verb, const Predicate& p) const {
  if (verb == kNone || verb == p.token || verb == p.carrier || !text_.under(verb, p.token)) return false;
  if (text_.rel(verb) == Rel::acl)  // "membuka perbatasan yang ditutup sejak Januari"
    return text_.rel(text_.head(verb)) == Rel::obl || acts_.at[verb] != kNone;
  if (text_.rel(verb) != Rel::advcl && text_.rel(verb) != Rel::ccomp) return false;
  return text_.child(verb, [&](std::uint32_t c) {
    return text_.rel(c) == Rel::mark && (text_.rel(verb) == Rel::advcl || !text_.cue(c, Cue::complementizer));
  }) != kNone;
}

// "an agreement that they signed in 2014", "the treaty of 1960", "before the polls in May": the date of another thing
// that hangs on the act.
bool Emitter::of_another_thing(const DateMention& date, std::uint32_t act) const {
  bool inner = false;  // a verb between them
  for (std::uint32_t t = date.first; t != syntax::kNoHead && t != act; t = text_.head(t)) {
    const bool verb = text_.token(t).upos == Upos::VERB;
    const bool within = t >= date.first && t < date.last;
    const std::uint32_t h = text_.head(t);
    const bool of_noun = h != syntax::kNoHead && h != act && text_.token(h).upos == Upos::NOUN;
    // "of 1960", or a year before its noun ("the 2018 peace deal").
    const bool of =
        (date.first > 0 && text_.cue(date.first - 1, Cue::of_phrase)) ||
        (h != syntax::kNoHead && h >= date.last && date.last == date.first + 1 && text_.token(t).upos == Upos::NUM);
    if (within ? of_noun && of : !verb && text_.case_is(t, Cue::topic_phrase)) return true;
    if (!verb) continue;
    if (text_.rel(t) == Rel::conj && inner) return true;  // "signed a pact and agreed to meet next year"
    const auto relative = [&](std::uint32_t c) { return text_.cue(c, Cue::relative); };
    const bool summed_up =
        h != syntax::kNoHead && text_.rel(h) == Rel::appos;  // "..., a raid that killed ten on Monday"
    if (text_.rel(t) == Rel::acl && !summed_up && text_.child(t, relative) != kNone) return true;
    inner = true;
  }
  return false;
}

// "suspended the paper on Thursday and arrested its editor", "broke up the rally, arresting dozens": one happening, on
// one day.
bool Emitter::goes_with(std::uint32_t carrier, std::uint32_t verb) const {
  const auto apart = [&](std::uint32_t c) {
    return text_.rel(c) == Rel::nsubj || text_.rel(c) == Rel::mark || text_.rel(c) == Rel::case_ ||
           (text_.rel(c) == Rel::aux && text_.cue(c, Cue::future));
  };
  std::uint32_t t = carrier;
  for (; t != verb && t != syntax::kNoHead; t = text_.head(t)) {
    if (text_.rel(t) != Rel::conj && text_.rel(t) != Rel::advcl) return false;
    if (text_.child(t, apart) != kNone) return false;
  }
  return t == verb && t != carrier;
}

const DateMention* Emitter::own_date(const Predicate& p) const {
  const DateMention* loose = nullptr;
  for (const DateMention& date : of_sentence(dates_, p.sentence)) {
    const std::uint32_t verb = text_.governing_verb(date.first);
    const bool within = text_.under(date.first, p.token);
    const bool above = !within && verb != kNone && text_.under(p.carrier, verb);
    if ((within && of_another_thing(date, p.token)) || (above && of_another_thing(date, verb)) ||
        (verb == kNone && of_another_thing(date, kNone)))
      continue;
    if (within && !of_clause_inside(verb, p)) return &date;
    if (verb == p.carrier) return &date;
    if (verb == kNone) {
      loose = loose ? loose : &date;
      continue;
    }
    // A verb above in the same chain, as long as it is none of saying, whose date is its own.
    const bool saying = text_.cues(verb).any(Cue::speech, Cue::deny, Cue::admit, Cue::hedge_verb);
    const std::uint32_t at = acts_.at[verb];
    const bool other_act =
        at != kNone && acts_.list[at].predicate != &p && acts_.list[at].frame->content == Operator::none;
    if (above && ((!saying && !other_act) || goes_with(p.carrier, verb)) && !loose) loose = &date;
  }
  return loose;
}

std::optional<EventDate> Emitter::date_of(std::uint32_t i, Status& status) const {
  if (const DateMention* date = own_date(*acts_.list[i].predicate)) {
    const bool onset = date->first > 0 && onsets_.has(text_.token(date->first - 1).lower) && text_.article.published &&
                       date->coming.first > text_.article.published->day;
    if (onset && status == Status::reported && coded_[i].code->quad == 4) status = Status::planned;
    if (date->old && status == Status::reported) status = Status::historical;
    const bool coming = standings_[i].future || status == Status::planned || status == Status::hypothetical;
    return EventDate{coming ? date->coming : date->past, date->basis};
  }
  if (text_.article.published && status == Status::reported)
    return EventDate{single(text_.article.published->day), DateBasis::publication};
  return std::nullopt;
}

}  // namespace warta::event
