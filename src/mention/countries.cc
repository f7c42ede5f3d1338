// Whose a title without a country is. Tests: tests/mention/cases/, tests/engine/cases/en-unproven.txt
#include <algorithm>

#include "base/utf8.h"
#include "resolver.h"

namespace warta::mention {

using codebook::ActorCode;
using codebook::Cue;
using codebook::Sector;
using syntax::Upos;

constexpr std::uint32_t kArticle = UINT32_MAX / 2;  // sentences: however far back

// Who a title without a country belongs to: its owner ("Uganda's army", "the army of Uganda"), whoever bore the title
// before, the place of the sentence, the sentence's first actor, the article's home.
void Resolver::complete(Mention& mention, const Phrase& phrase) {
  if (!mention.code.from().empty()) return;
  if (mention.code.has(Sector::UNK)) return;  // hostages, sources: anybody's
  if (of_unknown_body(mention)) {
    mention.code = {};
    return;
  }
  if (const std::string_view land = neighbour_of_owner(mention); !land.empty()) {
    mention.code = ActorCode{}.with_from(land);
    return;
  }
  std::string_view from = owner_before(mention);
  if (from.empty() && mention.last < end_ && cue(mention.last, Cue::pronoun_we)) {
    mention.ours = true;
    return;
  }
  if (from.empty()) from = owner_in_list(mention);
  if (from.empty()) from = owner_after(mention);
  if (from.empty() && phrase.naming.person && phrase.name_first == phrase.name_last) {
    if (const Memory::Known* known = memory_.titled(title_word(phrase))) {
      mention.code = known->code;
      mention.name = known->name;
      return;
    }
  }
  if (from.empty()) from = name_owner(phrase);
  if (from.empty()) from = same_noun(mention);
  if (from.empty()) {
    mention.own_country = false;
    from = same_people(mention);
  }
  if (from.empty() && ((part_ && of_any_body(mention)) || of_several_states(mention))) {
    mention.code = {};
    return;
  }
  if (from.empty()) from = context_country(mention);
  if (from.empty()) return;
  mention.code = mention.code.with_from(from);
}

// "an Acme spokesperson": an office of a body that no list knows is none of a government.
bool Resolver::of_unknown_body(const Mention& mention) const {
  const bool office = document_.tokens[mention.last - 1].upos == Upos::NOUN;  // "Data Authority" is the body itself
  if (head_first_ || mention.first == begin_ || !office || !mention.code.has(Sector::GOV)) return false;
  const std::uint32_t before = mention.first - 1;
  if (before == begin_ || !utf8::starts_upper(document_.form(before)) || places_.at[before] != kNone) return false;
  return out_.at[before] == kNone || out_.list[out_.at[before]].code.from().empty();
}

// "Members", "the director": of whichever body was spoken of, and so of a state only where its country stands beside.
bool Resolver::of_any_body(const Mention& mention) const {
  const syntax::Token& post = document_.tokens[head_of(mention)];
  return any_body_.has(post.lower) || any_body_.has(post.lemma);
}

// "Elected governments", "two armies": a country has one, so that they are of several.
bool Resolver::of_several_states(const Mention& mention) const {
  const syntax::Token& noun = document_.tokens[head_of(mention)];
  return noun.lower != noun.lemma && one_a_state_.has(noun.lemma);
}

// "The militants": those who were spoken of before. What belongs to a state is found by context_country.
std::string_view Resolver::same_people(const Mention& mention) const {
  const bool armed = mention.code.has(Sector::REB) || mention.code.has(Sector::UAF) || mention.code.has(Sector::PRM);
  if (!armed) return {};
  const Mention* before = memory_.last(sentence_, kArticle, [&](const Mention& m) {
    return (m.own_country || calls_alike(m, mention)) && !m.code.from().empty() && m.code.without_sectors() != m.code &&
           same_sectors(m.code, mention.code);
  });
  return before ? before->code.from() : std::string_view{};
}

// "The junta": that of the country whose junta the text has told of, unless it has told of several.
std::string_view Resolver::same_noun(const Mention& mention) const {
  if (named_ || !of_state(mention.code)) return {};
  const auto alike = [&](const Mention& m) {
    return m.own_country && m.code.has_sector() && !m.code.from().empty() && calls_alike(m, mention);
  };
  const Mention* before = memory_.last(sentence_, kArticle, alike);
  if (!before) return {};
  const std::string_view from = before->code.from();
  const Mention* other =
      memory_.last(sentence_, kArticle, [&](const Mention& m) { return alike(m) && m.code.from() != from; });
  return other ? std::string_view{} : from;
}

// "closed all crossings with its neighbour": another country than the owner's, spoken of last.
std::string_view Resolver::neighbour_of_owner(const Mention& mention) const {
  const syntax::Token& noun = document_.tokens[head_of(mention)];
  if (mention.first < begin_ + 1 || !neighbours_.has(noun.lower) || noun.lower != noun.lemma) return {};
  const Mention* owner = antecedent(mention.first - 1);
  if (!owner) return {};
  const std::string_view own = owner->code.from();
  const Mention* other = memory_.last(sentence_, kPronounReach, [&](const Mention& m) {
    return !m.code.from().empty() && m.code.from() != own && !m.code.international();
  });
  return other ? other->code.from() : std::string_view{};
}

// A country named by the bearer: the phrase's proper name is a place ("warga Rakhine"), or was met before with its
// country.
std::string_view Resolver::name_owner(const Phrase& phrase) const {
  for (std::uint32_t i = phrase.name_first; i < phrase.name_last; ++i) {
    if (places_.at[i] == kNone) continue;
    const PlaceMention& place = places_.list[places_.at[i]];  // not the surname in "the billionaire Peter Adler"
    const bool surname = phrase.naming.person && place.first > phrase.name_first && place.last == phrase.name_last;
    if (!place.country.empty() && !surname) return place.country;
  }
  for (std::uint32_t i = phrase.name_last; i-- > phrase.name_first;)
    if (const Memory::Known* known = memory_.called(document_.tokens[i].lower)) return known->code.from();
  return {};
}

// The state's own bodies are those of the country that the sentence begins with ("Chad ... the army"), people are
// those of the one named last ("urged Mali to free the journalists").
std::string_view Resolver::context_country(const Mention& mention) const {
  const ActorCode& code = mention.code;
  if (const std::string_view group = country_of_group(mention); !group.empty()) return group;
  for (std::uint32_t i = begin_; i < end_; ++i)
    if (places_.at[i] != kNone && i > begin_ && cue(i - 1, Cue::place_phrase) &&
        !places_.list[places_.at[i]].country.empty())
      return places_.list[places_.at[i]].country;
  const bool state = of_state(code);
  std::string_view found;
  for (auto m = out_.list.rbegin(); m != out_.list.rend() && m->sentence == sentence_; ++m) {
    if (m->code.from().empty() || m->code.international() || m->code.has(Sector::JRN) || backs(*m) ||
        (state && envoy(m->first, m->last)))
      continue;
    found = m->code.from();
    if (!state) break;
  }
  if (code.has(Sector::GOV) && named_ && !home_.empty()) return minister_country();
  if (!found.empty()) return found;
  // "The government also ...": of the state whose body was spoken of just before. "Police in Tbilisi ... Dozens of
  // supporters were beaten": people are where the last sentence was.
  // "Beijing denied it. The foreign ministry said ...": of the state that spoke.
  if (const std::string_view state_before = acting_state(); code.has(Sector::GOV) && !state_before.empty())
    return state_before;
  const Mention* before = memory_.last(sentence_, state ? kPronounReach : 1, [&](const Mention& m) {
    return m.own_country && (state ? of_state(m.code) : !m.person) && m.code.has_sector() && !m.code.from().empty() &&
           !m.code.international() && m.kind == Kind::title;
  });
  if (before) return before->code.from();
  const bool of_envoy = state && std::any_of(phrases_.begin(), phrases_.end(), [&](const Phrase& p) {
                          return p.sentence == sentence_ && p.naming.code.from() == home_ && envoy(p.first, p.last);
                        });
  return of_envoy ? papers_home_ : home_;
}

// The state that the sentence before, or this one so far, says something of.
std::string_view Resolver::acting_state() const {
  const Mention* subject = memory_.last_subject(
      sentence_, 1, [](const Mention& m) { return m.place_like && !m.code.from().empty() && !m.code.international(); });
  return subject ? subject->code.from() : std::string_view{};
}

// "Washington cut its aid, which Prime Minister X called ...": with a name and no country it is a minister at home, or
// one of the state that the paragraph speaks of ("Serbia accused Pristina. President Y put the army on alert").
std::string_view Resolver::minister_country() const {
  const auto& sentences = document_.sentences;
  const bool paragraph = sentence_ == 0 || sentences[sentence_].block != sentences[sentence_ - 1].block;
  const std::string_view state = paragraph ? std::string_view{} : acting_state();
  return state.empty() ? home_ : state;
}

// "Georgian officials, including the interior minister": of the country of those whom the tree counts it among.
std::string_view Resolver::country_of_group(const Mention& mention) const {
  const std::uint32_t head = head_of(mention);
  const std::uint32_t group = document_.tokens[head].head;
  if (group == syntax::kNoHead || group >= mention.first || out_.at[group] == kNone ||
      document_.tokens[head].relation.rel != syntax::Rel::nmod)
    return {};
  const Mention& whole = out_.list[out_.at[group]];
  return whole.kind == Kind::title && several(whole) ? whole.code.from() : std::string_view{};
}

}  // namespace warta::mention
