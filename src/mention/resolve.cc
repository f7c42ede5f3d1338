#include "resolve.h"

#include <algorithm>

#include "resolver.h"

namespace warta::mention {

using codebook::ActorCode;
using codebook::ActorKind;
using codebook::Cue;
using codebook::Sector;
using syntax::Upos;

Resolver::Resolver(const syntax::Document& document, const codebook::Language& language, const Pieces& pieces,
                   const std::pmr::vector<Phrase>& phrases, const FoundPlaces& places, std::string_view home,
                   Arena& arena)
    : document_(document),
      pieces_(pieces),
      phrases_(phrases),
      places_(places),
      home_(home),
      papers_home_(language.lexicon.home),
      arena_(arena),
      head_first_(language.lexicon.morphology.noun_first()),
      sides_(classes_of(language, {"@sides"})),
      lands_(classes_of(language, {"@lands"})),
      rulers_(classes_of(language, {"@rulers"})),
      neighbours_(classes_of(language, {"@neighbour_land"})),
      regional_(classes_of(language, {"@regional_office"})),
      any_body_(classes_of(language, {"@of_any_body"})),
      one_a_state_(classes_of(language, {"@one_a_state"})),
      envoys_(classes_of(language, {"@envoy"})),
      missiles_(classes_of(language, {"@missile", "@drone"})),
      machines_(classes_of(language, {"@heavy_arms", "@missile", "@drone", "@warplane", "@warship"})),
      memory_(arena),
      out_{std::pmr::vector<Mention>(&arena), {}} {
  out_.at = arena.array<std::uint32_t>(document.tokens.size());
  std::fill(out_.at.begin(), out_.at.end(), kNone);
}

Resolved Resolver::run() {
  std::size_t next = 0;
  for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
    sentence_ = s;
    begin_ = document_.sentences[s].first;
    end_ = document_.sentences[s].last;
    for (std::uint32_t i = begin_; i < end_;) {
      while (next < phrases_.size() && phrases_[next].first < i) ++next;
      if (next < phrases_.size() && phrases_[next].first == i)
        i = read_phrase(next);
      else
        i = read_pronoun(i);
    }
  }
  return std::move(out_);
}

codebook::WordSet Resolver::classes_of(const codebook::Language& language, std::initializer_list<const char*> names) {
  codebook::WordSet words;
  for (const char* name : names) words.add(language.lexicon.class_named(name));
  return words;
}

std::uint32_t Resolver::read_phrase(std::size_t index) {
  const Phrase& phrase = phrases_[index];
  if (phrase.pair != kNone) return read_pair(phrase, phrases_[phrase.pair]);
  if (!phrase.known) return read_name(index);
  if (pieces_.cues[phrase.first].any(Cue::counterpart, Cue::both, Cue::that_country)) return read_pronoun(phrase.first);
  Mention mention = draft(phrase);
  part_ = phrase.naming.part;
  named_ = phrase.name_first < phrase.name_last;
  complete(mention, phrase);
  if (!mention.own_country && weapon_of_nobody(mention)) return mention.last;
  if (phrase.naming.kind == Kind::demonym && counts_people(phrase)) mention.code = mention.code.with(Sector::CVL);
  learn(mention, phrase);
  return add(mention);
}

Mention Resolver::draft(const Phrase& phrase) const {
  Mention mention;
  mention.span = phrase.span;
  mention.sentence = phrase.sentence;
  mention.first = phrase.first;
  mention.last = phrase.last;
  mention.kind = phrase.naming.kind;
  mention.code = phrase.naming.code;
  const bool office =
      phrase.naming.kind == Kind::title && phrase.naming.person;  // its bearer has a name, or none is told
  if (!office) mention.name = phrase.naming.name;
  mention.person = phrase.naming.person && !phrase.counted;
  mention.plural = phrase.counted;
  mention.place_like = phrase.naming.place_like;
  mention.former = phrase.naming.former;
  return mention;
}

std::uint32_t Resolver::read_pair(const Phrase& left, const Phrase& right) {
  const auto first = static_cast<std::uint32_t>(out_.list.size());
  add(draft(left));
  Mention second = draft(right);
  second.head = out_.list[first].head;
  out_.list[first].second = first + 1;
  out_.list.push_back(second);
  for (std::uint32_t i = left.last; i < right.last; ++i) out_.at[i] = first;  // both halves are one word
  memory_.saw(first + 1, second, false);
  return right.last;
}

// "Tens of thousands of Serbs": the people, not the state.
bool Resolver::counts_people(const Phrase& phrase) const {
  if (document_.tokens[phrase.last - 1].upos == Upos::ADJ && phrase.last < end_ &&
      document_.tokens[phrase.last].upos == Upos::NOUN)
    return false;
  if (phrase.counted) return true;
  return phrase.first >= begin_ + 2 && cue(phrase.first - 1, Cue::of_phrase) &&
         (cue(phrase.first - 2, Cue::number_vague) || document_.tokens[phrase.first - 2].upos == Upos::NUM);
}

// The noun of a role word for an arm, which its owner acts with; nullptr for people and bodies.
const syntax::Token* Resolver::machine(const Mention& mention) const {
  for (std::uint32_t i = mention.first; i < mention.last; ++i) {
    const std::uint32_t at = pieces_.at[i];
    if (at == kNone || pieces_.list[at].kind != PieceKind::role ||
        pieces_.list[at].role.kind != codebook::RoleKind::thing)
      continue;
    const syntax::Token& noun = document_.tokens[head_first_ ? pieces_.list[at].first : pieces_.list[at].last - 1];
    if (machines_.has(noun.lower)) return &noun;
  }
  return nullptr;
}

// A missile or drone, not those who fire it.
bool Resolver::weapon(const Mention& mention) const {
  const syntax::Token* noun = machine(mention);
  return noun && missiles_.has(noun->lower);
}

// "Missiles hit the town" tells nobody, and in "Russia supplied tanks" they are what is given.
bool Resolver::weapon_of_nobody(const Mention& mention) const {
  if (weapon(mention)) return true;
  if (!machine(mention)) return false;
  const std::uint32_t subject = own_subject(head_of(mention));
  return subject != kNone && out_.at[subject] != kNone &&
         out_.list[out_.at[subject]].code.from() == mention.code.from();
}

std::string_view Resolver::owner_before(Mention& mention) {
  if (mention.first == begin_) return {};
  std::uint32_t i = mention.first - 1;
  while (i > begin_ && (document_.tokens[i].upos == Upos::ADJ || document_.tokens[i].upos == Upos::NUM)) --i;
  if (i >= begin_ + 2 && document_.form(i - 1) == "-" && out_.at[i - 2] != kNone &&
      !cue(i, Cue::backing))  // "a Greek-owned ship"
    return out_.list[out_.at[i - 2]].code.from();
  if (document_.tokens[i].upos == Upos::PART && i > begin_ && out_.at[i - 1] != kNone) {  // 's
    const Mention& owner = out_.list[out_.at[i - 1]];
    if (owner.code.from().empty()) return {};
    return join_owner(mention, owner);
  }
  if (const Mention* owner = antecedent(i)) return owner->code.from();  // "its army"
  return {};
}

// "antara pemerintah Chad dan kelompok oposisi di Doha": whom "and" joins to a body of a country are of that country,
// wherever it happens.
std::string_view Resolver::owner_in_list(const Mention& mention) const {
  if (mention.first < begin_ + 2 || document_.tokens[mention.first - 1].upos != Upos::CCONJ) return {};
  if (mention.last >= end_ || !cue(mention.last, Cue::place_phrase) || out_.at[mention.first - 2] == kNone) return {};
  const Mention& before = out_.list[out_.at[mention.first - 2]];
  const bool body = before.kind == Kind::title && before.own_country && before.code.has_sector();
  return body && !before.code.international() ? before.code.from() : std::string_view{};
}

std::string_view Resolver::join_owner(Mention& mention, const Mention& owner) const {
  mention.span = join(owner.span, mention.span);
  mention.first = owner.first;
  return owner.code.from();
}

std::string_view Resolver::owner_after(Mention& mention) {
  std::uint32_t i = mention.last;
  if (i >= end_) return {};
  if (i > mention.first + 1 && cue(i - 1, Cue::of_phrase)) --i;  // the role word "member of"
  if (const Mention* owner = antecedent(i)) {                    // "militernya", "pemerintah negara itu"
    const bool irregular = owner->code.has(Sector::REB) || owner->code.has(Sector::PRM);
    if (irregular && mention.code.has(Sector::MIL)) mention.code = owner->code;  // "the commander of the group"
    return owner->code.from();
  }
  const bool of = cue(i, Cue::of_phrase) || cue(i, Cue::from_phrase) || (part_ && complements(mention, i));
  const bool in = cue(i, Cue::place_phrase);
  if (!of && !in) return {};
  constexpr std::uint32_t kOwnerReach = 4;  // "in the flooded northern Chilean town"
  for (std::uint32_t j = i + 1; j < end_ && j <= i + kOwnerReach; ++j) {
    if (of && take_whole(mention, j)) return mention.code.from();
    if (pieces_.at[j] != kNone && !pieces_.list[pieces_.at[j]].code.from().empty()) {
      const Piece& piece = pieces_.list[pieces_.at[j]];
      if (!of_title(mention, j, i)) return {};
      if (of) {
        mention.span = join(mention.span, piece.span);
        mention.last = piece.last;
      }
      return piece.code.from();
    }
    if (places_.at[j] != kNone) return places_.list[places_.at[j]].country;
    if (document_.tokens[j].upos != Upos::DET && document_.tokens[j].upos != Upos::ADJ &&
        document_.tokens[j].relation.rel != syntax::Rel::amod)
      break;
  }
  return {};
}

// "a spokesman for the army": a preposition that tells no place, aim or topic and hangs on the word it follows.
bool Resolver::complements(const Mention& mention, std::uint32_t i) const {
  if (document_.tokens[i].upos != Upos::ADP || head_first_) return false;
  if (pieces_.cues[i].any(Cue::place_phrase, Cue::to_phrase, Cue::topic_phrase, Cue::with_phrase, Cue::by_phrase,
                          Cue::between))
    return false;
  const std::uint32_t noun = document_.tokens[i].head;
  if (noun == syntax::kNoHead || noun < i || noun >= end_) return false;
  const std::uint32_t head = document_.tokens[noun].head;
  return head >= mention.first && head < mention.last;
}

// "a delegation of Turkish lawmakers", "the head of the French navy": a part acts for the body that its complement
// names, and another title has that body's country.
bool Resolver::take_whole(Mention& mention, std::uint32_t i) const {
  const auto after = std::upper_bound(phrases_.begin(), phrases_.end(), i,
                                      [](std::uint32_t token, const Phrase& p) { return token < p.first; });
  if (after == phrases_.begin()) return false;
  const auto whole = after - 1;
  if (i >= whole->last || whole->sentence != sentence_ || !whole->known || whole->pair != kNone) return false;
  if (whole->first == 0 || whole->first + 1 < mention.last || !of_title(mention, i, whole->first - 1)) return false;
  const auto [code, last] = body_of(whole);
  if (code.from().empty()) return false;
  mention.code = part_ || code.international() ? code : mention.code.with_from(code.from());
  mention.span = join(mention.span, last->span);
  mention.last = last->last;
  return true;
}

// The body that a phrase, or a country's name with its "'s", stands before: none where it is only a country.
std::pair<ActorCode, std::pmr::vector<Phrase>::const_iterator> Resolver::body_of(
    std::pmr::vector<Phrase>::const_iterator phrase) const {
  const bool country =
      phrase->naming.place_like || phrase->naming.kind == Kind::demonym || phrase->naming.kind == Kind::epithet;
  if (!country) return {phrase->naming.code, phrase};
  const auto next = phrase + 1;
  const bool owner = phrase->last < end_ && document_.tokens[phrase->last].upos == Upos::PART;
  if (!owner || next == phrases_.end() || next->first != phrase->last + 1 || !next->naming.title)
    return {ActorCode{}, phrase};
  return {next->naming.code.with_from(phrase->naming.code.from()), next};
}

// "withdrew troops from Mali" does not say whose troops: after "from" the tree must hang the country on the title.
bool Resolver::of_title(const Mention& mention, std::uint32_t country, std::uint32_t preposition) const {
  if (!cue(preposition, Cue::from_phrase) || cue(preposition, Cue::of_phrase)) return true;
  if (head_first_ ? machine(mention) != nullptr : weapon(mention)) return false;  // "bought missiles from Israel"
  const std::uint32_t head = document_.tokens[country].head;
  return head != syntax::kNoHead && head >= mention.first && head < mention.last;
}

// "Kemlu panggil Dubes Australia": who deals with a country's envoy is another's.
bool Resolver::envoy(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (envoys_.has(document_.tokens[i].lower)) return true;
  return false;
}

// "Rwanda-backed rebels", "pemberontak dukungan Rwanda": whose friends they are, not whose people.
bool Resolver::backs(const Mention& country) const {
  if (country.first > begin_ && cue(country.first - 1, Cue::backing)) return true;
  return country.last + 1 < end_ && document_.form(country.last) == "-" && cue(country.last + 1, Cue::backing);
}

std::uint32_t Resolver::read_name(std::size_t index) {
  const Phrase& phrase = phrases_[index];
  Mention mention = draft(phrase);
  mention.person = true;
  if (const Memory::Known* known = remembered(phrase)) {
    mention.code = known->code;
    mention.name = known->name;
    mention.person = known->person;
    return add(mention);
  }
  if (places_.at[phrase.first] != kNone) return phrase.last;  // a place, told by find_places
  if (alias_of_last(phrase, mention)) return phrase.last;
  take_from_apposition(index, mention);
  if (mention.code.known()) learn(mention, phrase);
  return add(mention);
}

const Memory::Known* Resolver::remembered(const Phrase& phrase) const {
  for (std::uint32_t i = phrase.last; i-- > phrase.first;)
    if (const Memory::Known* known = memory_.called(document_.tokens[i].lower)) return known;
  return nullptr;
}

// "her counterpart, Younes El Fihri" and "Komisi Antirasuah (KAR)": the name means the mention just before it.
bool Resolver::alias_of_last(const Phrase& phrase, Mention& mention) {
  if (phrase.first < begin_ + 2 || out_.at[phrase.first - 2] == kNone) return false;
  Mention& before = out_.list[out_.at[phrase.first - 2]];
  const std::string_view between = document_.form(phrase.first - 1);
  const bool bracket = between == "(";
  const bool unnamed = before.name.empty() || regional_office(before);
  if (!bracket && !(between == "," && before.person && before.code.known() && unnamed && closed(phrase.last)))
    return false;
  if (!before.code.known()) return false;
  if (!bracket) before.name = arena_.copy(phrase.span.of(document_.text));
  learn_words(phrase, {before.code, before.name, before.person});
  const std::uint32_t last = bracket && phrase.last < end_ ? phrase.last + 1 : phrase.last;
  before.span.end = document_.tokens[last - 1].form.end;
  for (std::uint32_t i = before.last; i < last; ++i) out_.at[i] = out_.at[before.first];
  before.last = last;
  mention.code = before.code;
  return true;
}

// "Bupati Garut, Rudi Hartono, ...": the name in the title is that of the region.
bool Resolver::regional_office(const Mention& mention) const {
  for (std::uint32_t i = mention.first; i < mention.last; ++i)
    if (regional_.begins(
            [&](std::uint32_t n) { return i + n < mention.last ? document_.tokens[i + n].lower : std::string_view{}; }))
      return true;
  return false;
}

bool Resolver::closed(std::uint32_t i) const { return i >= end_ || document_.tokens[i].upos == Upos::PUNCT; }

// "Selim Karatay, the Turkish defence minister, ..."
void Resolver::take_from_apposition(std::size_t index, Mention& mention) const {
  if (index + 1 >= phrases_.size()) return;
  const Phrase& next = phrases_[index + 1];
  if (next.sentence != sentence_ || !next.known || !next.naming.title || next.name_first != next.name_last) return;
  if (next.first > mention.last + 3 || document_.form(mention.last) != ",") return;
  mention.code = next.naming.code;
  mention.former = next.naming.former;
  if (!mention.code.from().empty() || mention.code.has(Sector::UNK)) return;
  mention.own_country = false;  // "arrested Tendai Mukori, a journalist"
  if (const std::string_view from = context_country(mention); !from.empty())
    mention.code = mention.code.with_from(from);
}

void Resolver::learn_words(const Phrase& phrase, const Memory::Known& known) {
  for (std::uint32_t i = phrase.name_first; i < phrase.name_last; ++i)
    if (document_.tokens[i].form.size() > 2 && places_.at[i] == kNone) memory_.learn(document_.tokens[i].lower, known);
}

void Resolver::learn(Mention& mention, const Phrase& phrase) {
  const bool town = phrase.name_first < phrase.name_last && places_.at[phrase.name_first] != kNone;  // "Gulu police"
  if (phrase.name_first != phrase.name_last && mention.name.empty() && !town)
    mention.name = arena_.copy(
        Span{document_.tokens[phrase.name_first].form.begin, document_.tokens[phrase.name_last - 1].form.end}.of(
            document_.text));
  const Memory::Known known{mention.code, mention.name, mention.person};
  if (phrase.name_first != phrase.name_last) learn_words(phrase, known);
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const std::uint32_t at = pieces_.at[i];
    if (at == kNone || pieces_.list[at].kind != PieceKind::name) continue;
    const Piece& piece = pieces_.list[at];
    if (piece.name_kind == ActorKind::person && i + 1 == piece.last) memory_.learn(document_.tokens[i].lower, known);
  }
  if (phrase.naming.person && mention.own_country && mention.code.known())
    memory_.learn_title(title_word(phrase), known);
}

std::string_view Resolver::title_word(const Phrase& phrase) const {
  std::string_view word;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const std::uint32_t at = pieces_.at[i];
    if (at == kNone || pieces_.list[at].kind != PieceKind::role ||
        pieces_.list[at].role.kind != codebook::RoleKind::title)
      continue;
    word = document_.tokens[head_first_ ? pieces_.list[at].first : pieces_.list[at].last - 1].lower;
    if (head_first_) break;
  }
  return word;
}

Resolved resolve(const syntax::Document& document, const codebook::Language& language, const Pieces& pieces,
                 const std::pmr::vector<Phrase>& phrases, const FoundPlaces& places, std::string_view home,
                 Arena& arena) {
  return Resolver(document, language, pieces, phrases, places, home, arena).run();
}

}  // namespace warta::mention
