// Mentions in a list: which are joined, and which share the role that only one of them is told with.
#include "base/utf8.h"
#include "resolver.h"

namespace warta::mention {

using syntax::Rel;
using syntax::Upos;

std::uint32_t Resolver::head_of(const Mention& mention) const {
  for (std::uint32_t i = mention.first; i < mention.last; ++i) {
    const std::uint32_t head = document_.tokens[i].head;
    if (head == syntax::kNoHead || head < mention.first || head >= mention.last)
      if (document_.tokens[i].upos != Upos::PUNCT && document_.tokens[i].upos != Upos::DET) return i;
  }
  return mention.first;
}

std::uint32_t Resolver::add(Mention mention) {
  mention.head = head_of(mention);
  const auto index = static_cast<std::uint32_t>(out_.list.size());
  for (std::uint32_t i = mention.first; i < mention.last; ++i) out_.at[i] = index;
  memory_.saw(index, mention, main_subject(mention.head));
  share_role(mention);
  note_joined(mention, index);
  out_.list.push_back(mention);
  return mention.last;
}

// The subject of a clause that the text goes on from, not of one that only describes a noun.
bool Resolver::main_subject(std::uint32_t token) const {
  const std::uint32_t verb = document_.tokens[token].head;
  return document_.tokens[token].relation.rel == Rel::nsubj &&
         (verb == syntax::kNoHead || document_.tokens[verb].relation.rel != Rel::acl ||
          cue(verb, codebook::Cue::speech));
}

void Resolver::note_joined(const Mention& mention, std::uint32_t index) {
  std::uint32_t first = mention.first;
  const auto owned = [&](std::uint32_t i) {  // "and his deputy"
    return document_.tokens[i].upos == Upos::DET || document_.tokens[i].relation.sub == syntax::Sub::poss;
  };
  if (first > begin_ && owned(first - 1)) --first;
  if (first < begin_ + 2 || document_.tokens[first - 1].upos != Upos::CCONJ || mention.kind == Kind::pronoun) return;
  const std::uint32_t at = listed_before(first);
  if (at == kNone || !out_.list[at].code.known() || !mention.code.known() || out_.list[at].code == mention.code) return;
  joined_before_ = at;
  joined_ = index;
}

// "militer AS dan Korsel", "Indian and French warships", "the presidents of Ghana and Togo": the role of one belongs
// to all.
void Resolver::share_role(Mention& mention) {
  std::uint32_t at = listed_before(mention.first);
  if (at == kNone || mention.code.international()) return;
  const Mention& before = out_.list[at];
  if (takes_role(mention, before)) {
    mention.code = before.code.with_from(mention.code.from());
    if (!head_first_) mention.kind = Kind::title;
    return;
  }
  if (head_first_ || mention.kind != Kind::title || !mention.own_country) return;
  for (; at != kNone && qualifies_noun(out_.list[at]); at = listed_before(out_.list[at].first)) {
    out_.list[at].code = mention.code.with_from(out_.list[at].code.from());
    memory_.recode(at, out_.list[at].code);
  }
}

// "French", and "U.S." among the names of countries.
bool Resolver::qualifies_noun(const Mention& m) const {
  return m.kind == Kind::demonym || (m.place_like && m.last == m.first + 1 && utf8::all_upper(document_.form(m.first)));
}

bool Resolver::takes_role(const Mention& country, const Mention& before) const {
  if (!country.place_like || (before.kind != Kind::title && !before.place_like) || !before.code.has_sector() ||
      before.code.international())
    return false;
  if (!before.own_country || before.code.from() == country.code.from()) return false;
  const bool last = document_.tokens[country.first - 1].upos == Upos::CCONJ;
  return (last || list_goes_on(country.last)) && (head_first_ || several_of_country(before));
}

// Whether further countries and an "and" follow: "Mali|, Niger and Chad".
bool Resolver::list_goes_on(std::uint32_t i) const {
  while (i + 1 < end_ && document_.form(i) == "," && pieces_.at[i + 1] != kNone)
    i = pieces_.list[pieces_.at[i + 1]].last;
  if (i + 1 < end_ && document_.form(i) == ",") ++i;
  return i < end_ && document_.tokens[i].upos == Upos::CCONJ;
}

// The mention that stands before token i with "and" or a comma between.
std::uint32_t Resolver::listed_before(std::uint32_t i) const {
  if (i < begin_ + 2) return kNone;
  const bool conjunction = document_.tokens[i - 1].upos == Upos::CCONJ;
  if (conjunction && i >= begin_ + 3 && document_.form(i - 2) == ",") return out_.at[i - 3];
  if (conjunction || document_.form(i - 1) == ",") return out_.at[i - 2];
  return kNone;
}

// "presidents of Ghana", "troops from Mali", and whoever has taken that role from them.
bool Resolver::several_of_country(const Mention& m) const {
  const std::uint32_t at = pieces_.at[m.last - 1];
  if (at == kNone || pieces_.list[at].kind != PieceKind::name || pieces_.list[at].code.from() != m.code.from())
    return false;
  if (m.place_like) return true;  // a country that took it
  const syntax::Token* word = people_word(m);
  if (!word) word = &document_.tokens[m.first];
  return word->lower != word->lemma;
}

}  // namespace warta::mention
