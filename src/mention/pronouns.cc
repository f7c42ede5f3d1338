// Pronouns and other words that mean somebody named before: "he", "that country", "both", "her counterpart".
#include <algorithm>

#include "resolver.h"

namespace warta::mention {

using codebook::ActorCode;
using codebook::Cue;
using syntax::Rel;
using syntax::Upos;

constexpr std::uint32_t kMostSteps = 8;  // up a tree

// Whom a pronoun or "that country" at token i may mean: its gender, number and grammar allow the mention.
bool Resolver::may_mean(std::uint32_t i, std::uint32_t subject, const Mention& m) const {
  const codebook::CueSet& cues = pieces_.cues[i];
  const bool owned = cues.has(Cue::that_country) && i + 1 < end_ && antecedent_word(i + 1);  // "negaranya"
  if (!owned && m.sentence == sentence_ && subject >= m.first && subject < m.last) return false;
  if (cues.any(Cue::that_country, Cue::pronoun_it, Cue::own)) {
    const bool body = cues.has(Cue::pronoun_it) && pieces_.cue_words[i] > 1;  // "the coalition": of no single country
    if (body && !m.code.has_sector() && !m.code.international()) return false;
    if (cues.has(Cue::pronoun_it) && m.person) return false;
    return !m.code.from().empty() && (!cues.has(Cue::that_country) || !m.code.international());
  }
  if (!m.code.known()) return false;
  return cues.has(Cue::pronoun_he) ? one_human(m) : several(m);
}

// Whom it means; nullptr where i is no such word, or nobody is there.
const Mention* Resolver::antecedent(std::uint32_t i) const {
  const codebook::CueSet& cues = pieces_.cues[i];
  if (!points_back(cues)) return nullptr;
  const std::uint32_t subject = own_subject(i);
  if (const Mention* owner = owner_as_subject(i)) return owner;
  const Mention* meant =
      memory_.last(sentence_, kPronounReach, [&](const Mention& m) { return may_mean(i, subject, m); });
  if (meant || cues.any(Cue::that_country, Cue::pronoun_it, Cue::own, Cue::pronoun_he)) return meant;
  return memory_.last(sentence_, kPronounReach, [&](const Mention& m) {  // "Turkey ... they"
    return m.code.known() && !(m.person && !m.plural) &&
           (m.sentence != sentence_ || subject < m.first || subject >= m.last);
  });
}

// "menutup wilayah udaranya": what is done to a thing of one's own, told by a clitic on the object.
const Mention* Resolver::owner_as_subject(std::uint32_t i) const {
  const syntax::Token& clitic = document_.tokens[i];
  if (!pieces_.cues[i].has(Cue::pronoun_he) || !antecedent_word(i) || clitic.head == syntax::kNoHead) return nullptr;
  const syntax::Token& thing = document_.tokens[clitic.head];
  if (thing.relation.rel != Rel::obj || thing.head == syntax::kNoHead || out_.at[clitic.head] != kNone) return nullptr;
  const std::uint32_t subject = subject_of(thing.head);
  if (subject == kNone || subject > i || out_.at[subject] == kNone) return nullptr;
  const Mention& owner = out_.list[out_.at[subject]];
  return owner.code.known() ? &owner : nullptr;
}

// Whether nobody else may be meant: the sentences at hand name one such actor, or one of them as a subject.
bool Resolver::plainly_means(std::uint32_t i, const Mention* meant) const {
  const std::uint32_t subject = own_subject(i);
  return memory_.plain(meant, sentence_, kPlainReach, [&](const Mention& m) { return may_mean(i, subject, m); });
}

// The subject of the verb that the pronoun at i is an object of: "stopped X and arrested her" is not done to itself.
std::uint32_t Resolver::own_subject(std::uint32_t i) const {
  const syntax::Relation relation = document_.tokens[i].relation;
  if (relation.rel == Rel::nsubj || relation.rel == Rel::expl || relation.sub == syntax::Sub::poss ||
      (relation.rel == Rel::nmod && head_first_))
    return kNone;
  std::uint32_t verb = document_.tokens[i].head;
  for (std::uint32_t steps = 0; verb != syntax::kNoHead && steps < kMostSteps;
       ++steps, verb = document_.tokens[verb].head) {
    if (document_.tokens[verb].upos != Upos::VERB) continue;
    const std::uint32_t subject = subject_of(verb);
    if (subject != kNone) return subject;
    const Rel rel = document_.tokens[verb].relation.rel;
    if (rel != Rel::conj && rel != Rel::xcomp && rel != Rel::advcl && rel != Rel::ccomp) return kNone;
  }
  return kNone;
}

std::uint32_t Resolver::subject_of(std::uint32_t verb) const {
  for (std::uint32_t i = begin_; i < end_; ++i)
    if (document_.tokens[i].head == verb && document_.tokens[i].relation.rel == Rel::nsubj) return i;
  return kNone;
}

// The last word of the role in a mention that says what somebody is; nullptr where no role tells of people.
const syntax::Token* Resolver::people_word(const Mention& m) const {
  const syntax::Token* word = nullptr;
  for (std::uint32_t i = m.first; i < m.last; ++i) {
    const std::uint32_t at = pieces_.at[i];
    if (at == kNone || pieces_.list[at].kind != PieceKind::role) continue;
    const codebook::RoleKind kind = pieces_.list[at].role.kind;
    if (kind == codebook::RoleKind::body || kind == codebook::RoleKind::thing) continue;
    word = &document_.tokens[head_first_ ? pieces_.list[at].first : pieces_.list[at].last - 1];
    if (head_first_) return word;
  }
  return word;
}

bool Resolver::one_human(const Mention& m) const {
  if (m.person) return true;
  if (m.kind != Kind::title || m.plural) return false;
  const syntax::Token* word = people_word(m);
  return word && word->lower == word->lemma;
}

// "troops", "the rebels", "two priests", but not "Turkey" or "the army".
bool Resolver::several(const Mention& m) const {
  if (m.plural) return true;
  if (m.kind == Kind::demonym && document_.tokens[m.last - 1].upos == Upos::NOUN) return true;
  const syntax::Token& last = document_.tokens[m.last - 1];
  if (m.kind == Kind::title && !m.person && !head_first_)
    return document_.tokens[m.head].lower != document_.tokens[m.head].lemma || last.lower != last.lemma;
  return m.kind == Kind::title && people_word(m) && !m.person;
}

std::uint32_t Resolver::read_pronoun(std::uint32_t i) {
  const std::uint32_t words = std::max<std::uint32_t>(1, pieces_.cue_words[i]);
  const codebook::CueSet& cues = pieces_.cues[i];
  Mention mention;
  mention.sentence = sentence_;
  mention.first = i;
  mention.last = std::min(end_, i + words);
  mention.span = {document_.tokens[i].form.begin, document_.tokens[mention.last - 1].form.end};
  mention.kind = Kind::pronoun;
  if (cues.has(Cue::counterpart)) return read_counterpart(mention);
  if (cues.has(Cue::both)) return read_both(mention);
  if (cues.has(Cue::pronoun_we)) return add(mention);  // the speaker: event/attribution.cc knows who that is
  if (!points_back(cues)) return i + 1;
  if (means_joined(i)) return add_two(mention, last_joined(1));
  const Mention* meant = antecedent(i);
  if (!meant) return mention.last;
  mention.own_country = plainly_means(i, meant);
  mention.code = cues.has(Cue::that_country) ? meant->code.without_sectors() : meant->code;
  mention.name = meant->name;
  mention.person = meant->person;
  mention.plural = meant->plural;
  return add(mention);
}

// "mitranya dari Mesir", "her Moroccan counterpart": the same office in another country.
std::uint32_t Resolver::read_counterpart(Mention mention) {
  const Mention* office =
      memory_.last(sentence_, kPronounReach, [](const Mention& m) { return m.person && m.code.has_sector(); });
  std::string_view from;
  if (mention.first > begin_ && out_.at[mention.first - 1] != kNone) {
    Mention& before = out_.list[out_.at[mention.first - 1]];
    from = join_owner(mention, before);
  }
  while (mention.last < end_ && from.empty() && (antecedent_word(mention.last) || mention.last == mention.first))
    ++mention.last;
  if (from.empty()) from = country_at(mention, mention.last);  // "mitra Mesirnya", "rekan Turki"
  if (from.empty()) from = owner_after(mention);
  if (from.empty() && mention.last < end_ && cue(mention.last, Cue::from_phrase))
    from = country_at(mention, mention.last + 1);
  if (from.empty()) return add(mention);
  mention.code = (office ? office->code : ActorCode{}).with_from(from);
  mention.kind = Kind::title;
  mention.person = true;
  return add(mention);
}

bool Resolver::antecedent_word(std::uint32_t i) const {
  return document_.tokens[i].upos == Upos::PRON && document_.tokens[i].word.begin != document_.tokens[i].form.begin;
}

std::string_view Resolver::country_at(Mention& mention, std::uint32_t i) const {
  if (i >= end_ || pieces_.at[i] == kNone) return {};
  const Piece& piece = pieces_.list[pieces_.at[i]];
  if (piece.kind != PieceKind::name || piece.code.from().empty()) return {};
  mention.last = piece.last;
  mention.span.end = piece.span.end;
  return piece.code.from();
}

std::uint32_t Resolver::read_both(Mention mention) {
  auto two = std::pair<const Mention*, const Mention*>{nullptr, nullptr};
  if (has_word(mention, sides_)) two = memory_.last_two_fighting();  // of a fight within a country, if one was told
  if (!two.first) two = last_two(mention);
  return two.first ? add_two(mention, two) : mention.last;
}

bool Resolver::has_word(const Mention& mention, const codebook::WordSet& words) const {
  for (std::uint32_t i = mention.first; i < mention.last; ++i)
    if (words.has(document_.tokens[i].lower)) return true;
  return false;
}

// Two that the text has joined with "and", else the two it is about, else the last two countries; where something was
// is no party to it, nor is who turns to both of them.
std::pair<const Mention*, const Mention*> Resolver::last_two(const Mention& both) const {
  const std::uint32_t subject = own_subject(both.first);
  const auto joined = last_joined(kPronounReach);
  if (joined.first && !one_of(subject, joined) &&
      (!has_word(both, lands_) || joined.first->code.from() != joined.second->code.from()))
    return joined;
  if (const auto leading = memory_.leading_two(); leading.first && !one_of(subject, leading)) return leading;
  const auto acting = [&](const Mention& m) {
    return !(m.place_like && m.first > 0 && cue(m.first - 1, Cue::place_phrase));
  };
  const auto others = memory_.last_two_countries([&](const Mention& m) {
    return acting(m) && (m.sentence != sentence_ || subject < m.first || subject >= m.last);
  });
  if (others.first) return others;
  const auto any = memory_.last_two_countries(acting);
  return any.first ? any : memory_.last_two_countries();
}

// "Kenya urged both countries": neither of two whom a third turns to.
bool Resolver::one_of(std::uint32_t subject, std::pair<const Mention*, const Mention*> two) const {
  if (subject == kNone || out_.at[subject] == kNone) return false;
  const std::string_view from = out_.list[out_.at[subject]].code.from();
  return from == two.first->code.from() || from == two.second->code.from();
}

std::pair<const Mention*, const Mention*> Resolver::last_joined(std::uint32_t reach) const {
  if (joined_ == kNone || out_.list[joined_].sentence + reach < sentence_) return {nullptr, nullptr};
  return {&out_.list[joined_before_], &out_.list[joined_]};
}

// "The chancellor and the president met. They ...", unless several others were spoken of since.
bool Resolver::means_joined(std::uint32_t i) const {
  if (!pieces_.cues[i].has(Cue::pronoun_they) || document_.tokens[i].relation.sub == syntax::Sub::poss) return false;
  const auto two = last_joined(1);
  if (!two.first || two.first->plural || two.second->plural || several(*two.second)) return false;
  const Mention* many = antecedent(i);
  return !many || !several(*many) || many->span.begin < two.first->span.begin;
}

std::uint32_t Resolver::add_two(Mention mention, std::pair<const Mention*, const Mention*> meant) {
  Mention other = mention;
  // "Both countries", "the two ministers": the states, those who rule them, whoever of them was spoken of.
  const bool rulers = has_word(mention, rulers_), lands = rulers || has_word(mention, lands_);
  const auto code = [&](const Mention& m) {
    const ActorCode from = lands ? m.code.without_sectors() : m.code;
    return rulers ? from.with(codebook::Sector::GOV) : from;
  };
  mention.code = code(*meant.first);
  other.code = code(*meant.second);
  mention.name = meant.first->name;
  other.name = meant.second->name;
  const auto index = static_cast<std::uint32_t>(out_.list.size());
  const std::uint32_t next = add(mention);
  out_.list[index].second = index + 1;
  other.head = out_.list[index].head;
  out_.list.push_back(other);
  return next;
}

}  // namespace warta::mention
