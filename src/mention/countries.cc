// Whose a title without a country is. Tests: tests/mention/cases/, tests/engine/cases/en-unproven.txt
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
  if (from.empty()) {
    mention.own_country = false;
    from = same_people(mention);
  }
  if (from.empty() && ((part_ && of_any_body(mention)) || of_several_states(mention))) {
    mention.code = {};
    return;
  }
  if (from.empty()) from = context_country(mention.code);
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

// "Elected governments", "two armies": a country has one, so that they are of several.
bool Resolver::of_several_states(const Mention& mention) const {
  const syntax::Token& noun = document_.tokens[head_of(mention)];
  return noun.lower != noun.lemma && one_a_state_.has(noun.lemma);
}

// "Members", "the director": of whichever body was spoken of, and so of a state only where its country stands beside.
bool Resolver::of_any_body(const Mention& mention) const {
  const syntax::Token& post = document_.tokens[head_of(mention)];
  return any_body_.has(post.lower) || any_body_.has(post.lemma);
}

// "The militants": those who were spoken of before. What belongs to a state is found by context_country.
std::string_view Resolver::same_people(const Mention& mention) const {
  const bool armed = mention.code.has(Sector::REB) || mention.code.has(Sector::UAF) || mention.code.has(Sector::PRM);
  if (!armed) return {};
  const Mention* before = memory_.last(sentence_, kArticle, [&](const Mention& m) {
    return m.own_country && !m.code.from().empty() && m.code.without_sectors() != m.code &&
           same_sectors(m.code, mention.code);
  });
  return before ? before->code.from() : std::string_view{};
}

// A country named by the bearer: the phrase's proper name is a place ("warga Rakhine"), or was met before with its
// country.
std::string_view Resolver::name_owner(const Phrase& phrase) const {
  for (std::uint32_t i = phrase.name_first; i < phrase.name_last; ++i)
    if (places_.at[i] != kNone && !places_.list[places_.at[i]].country.empty())
      return places_.list[places_.at[i]].country;
  for (std::uint32_t i = phrase.name_last; i-- > phrase.name_first;)
    if (const Memory::Known* known = memory_.called(document_.tokens[i].lower)) return known->code.from();
  return {};
}

// The state's own bodies are those of the country that the sentence begins with ("Chad ... the army"), people are
// those of the one named last ("urged Mali to free the journalists").
std::string_view Resolver::context_country(const ActorCode& code) const {
  for (std::uint32_t i = begin_; i < end_; ++i)
    if (places_.at[i] != kNone && i > begin_ && cue(i - 1, Cue::place_phrase) &&
        !places_.list[places_.at[i]].country.empty())
      return places_.list[places_.at[i]].country;
  const bool state = code.has(Sector::GOV) || code.has(Sector::MIL) || code.has(Sector::LEG) || code.has(Sector::SPY);
  std::string_view found;
  for (auto m = out_.list.rbegin(); m != out_.list.rend() && m->sentence == sentence_; ++m) {
    if (m->code.from().empty() || m->code.international() || m->code.has(Sector::JRN) || backs(*m) ||
        (state && envoy(m->first, m->last)))
      continue;
    found = m->code.from();
    if (!state) break;
  }
  if (!found.empty()) return found;
  // "The government also ...": of the state whose body was spoken of just before. "Police in Tbilisi ... Dozens of
  // supporters were beaten": people are where the last sentence was.
  const Mention* before = memory_.last(sentence_, state ? kPronounReach : 1, [](const Mention& m) {
    return m.own_country && m.code.has_sector() && !m.code.from().empty() && !m.code.international() &&
           m.kind == Kind::title;
  });
  if (before) return before->code.from();
  const bool of_envoy = state && std::any_of(phrases_.begin(), phrases_.end(), [&](const Phrase& p) {
                          return p.sentence == sentence_ && p.naming.code.from() == home_ && envoy(p.first, p.last);
                        });
  return of_envoy ? papers_home_ : home_;
}

}  // namespace warta::mention
