#include "resolve.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::mention {
namespace {

using codebook::ActorCode;
using codebook::ActorKind;
using codebook::Cue;
using codebook::Sector;
using syntax::Rel;
using syntax::Upos;

constexpr std::uint32_t kPronounReach = 3;  // sentences
constexpr std::uint32_t kArticle = UINT32_MAX / 2;
constexpr std::uint32_t kMostSteps = 8;  // up a tree

class Resolver {
 public:
  Resolver(const syntax::Document& document, const codebook::Language& language, const Pieces& pieces,
           const std::pmr::vector<Phrase>& phrases, const FoundPlaces& places, std::string_view home, Arena& arena)
      : document_(document),
        pieces_(pieces),
        phrases_(phrases),
        places_(places),
        home_(home),
        arena_(arena),
        head_first_(language.lexicon.morphology.noun_first()),
        missiles_(classes_of(language, {"@missile", "@drone"})),
        machines_(classes_of(language, {"@heavy_arms", "@missile", "@drone", "@warplane", "@warship"})),
        memory_(arena),
        out_{std::pmr::vector<Mention>(&arena), {}} {
    out_.at = arena.array<std::uint32_t>(document.tokens.size());
    std::fill(out_.at.begin(), out_.at.end(), kNone);
  }

  Resolved run() {
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

 private:
  static codebook::WordSet classes_of(const codebook::Language& language, std::initializer_list<const char*> names) {
    codebook::WordSet words;
    for (const char* name : names) {
      const auto found = language.lexicon.classes.find(name);
      if (found != language.lexicon.classes.end()) words.add(found->second);
    }
    return words;
  }

  // ---- phrases -------------------------------------------------------------------------------------------------

  std::uint32_t read_phrase(std::size_t index) {
    const Phrase& phrase = phrases_[index];
    if (phrase.pair != kNone) return read_pair(phrase, phrases_[phrase.pair]);
    if (!phrase.known) return read_name(index);
    if (pieces_.cues[phrase.first].any(Cue::counterpart, Cue::both, Cue::that_country))
      return read_pronoun(phrase.first);
    Mention mention = draft(phrase);
    part_ = phrase.naming.part;
    complete(mention, phrase);
    if (!mention.own_country && weapon_of_nobody(mention)) return mention.last;
    if (phrase.naming.kind == Kind::demonym && counts_people(phrase)) mention.code = mention.code.with(Sector::CVL);
    learn(mention, phrase);
    return add(mention);
  }

  Mention draft(const Phrase& phrase) const {
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

  std::uint32_t read_pair(const Phrase& left, const Phrase& right) {
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
  bool counts_people(const Phrase& phrase) const {
    if (document_.tokens[phrase.last - 1].upos == Upos::ADJ && phrase.last < end_ &&
        document_.tokens[phrase.last].upos == Upos::NOUN)
      return false;
    if (phrase.counted) return true;
    return phrase.first >= begin_ + 2 && cue(phrase.first - 1, Cue::of_phrase) &&
           (cue(phrase.first - 2, Cue::number_vague) || document_.tokens[phrase.first - 2].upos == Upos::NUM);
  }

  // Who a title without a country belongs to: its owner ("Uganda's army", "the army of Uganda"), whoever bore the title
  // before, the place of the sentence, the sentence's first actor, the article's home.
  void complete(Mention& mention, const Phrase& phrase) {
    if (!mention.code.from().empty()) return;
    if (mention.code.has(Sector::UNK)) return;  // hostages, sources: anybody's
    std::string_view from = owner_before(mention);
    if (from.empty()) from = owner_after(mention);
    if (from.empty() && phrase.naming.person && phrase.name_first == phrase.name_last) {
      if (const Memory::Known* known = memory_.titled(title_word(phrase))) {
        mention.code = known->code;
        mention.name = known->name;
        return;
      }
    }
    if (from.empty()) from = name_owner(phrase);
    if (from.empty()) from = same_people(mention);
    if (from.empty()) {
      from = context_country(mention.code);
      mention.own_country = false;
    }
    if (from.empty()) return;
    mention.code = mention.code.with_from(from);
  }

  // "The militants": those who were spoken of before. What belongs to a state is found by context_country.
  std::string_view same_people(const Mention& mention) const {
    const bool armed = mention.code.has(Sector::REB) || mention.code.has(Sector::UAF) || mention.code.has(Sector::PRM);
    if (!armed) return {};
    const Mention* before = memory_.last(sentence_, kArticle, [&](const Mention& m) {
      return m.own_country && !m.code.from().empty() && m.code.without_sectors() != m.code &&
             same_sectors(m.code, mention.code);
    });
    return before ? before->code.from() : std::string_view{};
  }

  static bool same_sectors(const ActorCode& a, const ActorCode& b) { return a.with_from({}) == b.with_from({}); }

  // The noun of a role word for an arm, which its owner acts with; nullptr for people and bodies.
  const syntax::Token* machine(const Mention& mention) const {
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
  bool weapon(const Mention& mention) const {
    const syntax::Token* noun = machine(mention);
    return noun && missiles_.has(noun->lower);
  }

  // "Missiles hit the town" tells nobody, and in "Russia supplied tanks" they are what is given.
  bool weapon_of_nobody(const Mention& mention) const {
    if (weapon(mention)) return true;
    if (!machine(mention)) return false;
    const std::uint32_t subject = own_subject(head_of(mention));
    return subject != kNone && out_.at[subject] != kNone &&
           out_.list[out_.at[subject]].code.from() == mention.code.from();
  }

  std::string_view owner_before(Mention& mention) {
    if (mention.first < begin_ + 2) return {};
    std::uint32_t i = mention.first - 1;
    while (i > begin_ && (document_.tokens[i].upos == Upos::ADJ || document_.tokens[i].upos == Upos::NUM)) --i;
    if (document_.tokens[i].upos == Upos::PART && i > begin_ && out_.at[i - 1] != kNone) {  // 's
      const Mention& owner = out_.list[out_.at[i - 1]];
      if (owner.code.from().empty()) return {};
      return join_owner(mention, owner);
    }
    if (const Mention* owner = antecedent(i)) return owner->code.from();  // "its army"
    return {};
  }

  std::string_view join_owner(Mention& mention, const Mention& owner) const {
    mention.span = join(owner.span, mention.span);
    mention.first = owner.first;
    return owner.code.from();
  }

  std::string_view owner_after(Mention& mention) {
    std::uint32_t i = mention.last;
    if (i >= end_) return {};
    if (i > mention.first + 1 && cue(i - 1, Cue::of_phrase)) --i;         // the role word "member of"
    if (const Mention* owner = antecedent(i)) return owner->code.from();  // "militernya", "pemerintah negara itu"
    const bool of = cue(i, Cue::of_phrase) || cue(i, Cue::from_phrase) || (part_ && complements(mention, i));
    const bool in = cue(i, Cue::place_phrase);
    if (!of && !in) return {};
    for (std::uint32_t j = i + 1; j < end_ && j <= i + 2; ++j) {
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
      if (document_.tokens[j].upos != Upos::DET && document_.tokens[j].upos != Upos::ADJ) break;
    }
    return {};
  }

  // "a spokesman for the army": a preposition that tells no place, aim or topic and hangs on the word it follows.
  bool complements(const Mention& mention, std::uint32_t i) const {
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
  bool take_whole(Mention& mention, std::uint32_t i) const {
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
  std::pair<ActorCode, std::pmr::vector<Phrase>::const_iterator> body_of(
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
  bool of_title(const Mention& mention, std::uint32_t country, std::uint32_t preposition) const {
    if (!cue(preposition, Cue::from_phrase) || cue(preposition, Cue::of_phrase)) return true;
    if (weapon(mention)) return false;  // "bought missiles from Israel"
    const std::uint32_t head = document_.tokens[country].head;
    return head != syntax::kNoHead && head >= mention.first && head < mention.last;
  }

  // A country named by the bearer: the phrase's proper name is a place ("warga Rakhine"), or was met before with its
  // country.
  std::string_view name_owner(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.name_first; i < phrase.name_last; ++i)
      if (places_.at[i] != kNone && !places_.list[places_.at[i]].country.empty())
        return places_.list[places_.at[i]].country;
    for (std::uint32_t i = phrase.name_last; i-- > phrase.name_first;)
      if (const Memory::Known* known = memory_.called(document_.tokens[i].lower)) return known->code.from();
    return {};
  }

  // The state's own bodies are those of the country that the sentence begins with ("Chad ... the army"), people are
  // those of the one named last ("urged Mali to free the journalists").
  std::string_view context_country(const ActorCode& code) const {
    for (std::uint32_t i = begin_; i < end_; ++i)
      if (places_.at[i] != kNone && i > begin_ && cue(i - 1, Cue::place_phrase) &&
          !places_.list[places_.at[i]].country.empty())
        return places_.list[places_.at[i]].country;
    const bool state = code.has(Sector::GOV) || code.has(Sector::MIL) || code.has(Sector::LEG) || code.has(Sector::SPY);
    std::string_view found;
    for (auto m = out_.list.rbegin(); m != out_.list.rend() && m->sentence == sentence_; ++m) {
      if (m->code.from().empty() || m->code.international()) continue;
      found = m->code.from();
      if (!state) break;
    }
    if (!found.empty()) return found;
    // "The government also ...": of the state whose body was spoken of just before.
    const Mention* before = !state ? nullptr : memory_.last(sentence_, kPronounReach, [](const Mention& m) {
      return m.own_country && m.code.has_sector() && !m.code.from().empty() && !m.code.international() &&
             m.kind == Kind::title;
    });
    return before ? before->code.from() : home_;
  }

  // ---- names that no list knows --------------------------------------------------------------------------------

  std::uint32_t read_name(std::size_t index) {
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

  const Memory::Known* remembered(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.last; i-- > phrase.first;)
      if (const Memory::Known* known = memory_.called(document_.tokens[i].lower)) return known;
    return nullptr;
  }

  // "her counterpart, Younes El Fihri" and "Komisi Antirasuah (KAR)": the name means the mention just before it.
  bool alias_of_last(const Phrase& phrase, Mention& mention) {
    if (phrase.first < begin_ + 2 || out_.at[phrase.first - 2] == kNone) return false;
    Mention& before = out_.list[out_.at[phrase.first - 2]];
    const std::string_view between = document_.form(phrase.first - 1);
    const bool bracket = between == "(";
    if (!bracket &&
        !(between == "," && before.person && before.code.known() && before.name.empty() && closed(phrase.last)))
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

  bool closed(std::uint32_t i) const { return i >= end_ || document_.tokens[i].upos == Upos::PUNCT; }

  // "Selim Karatay, the Turkish defence minister, ..."
  void take_from_apposition(std::size_t index, Mention& mention) const {
    if (index + 1 >= phrases_.size()) return;
    const Phrase& next = phrases_[index + 1];
    if (next.sentence != sentence_ || !next.known || !next.naming.title || next.name_first != next.name_last) return;
    if (next.first > mention.last + 3 || document_.form(mention.last) != ",") return;
    mention.code = next.naming.code;
    mention.former = next.naming.former;
  }

  // ---- memory --------------------------------------------------------------------------------------------------

  void learn_words(const Phrase& phrase, const Memory::Known& known) {
    for (std::uint32_t i = phrase.name_first; i < phrase.name_last; ++i)
      if (document_.tokens[i].form.size() > 2 && places_.at[i] == kNone)
        memory_.learn(document_.tokens[i].lower, known);
  }

  void learn(Mention& mention, const Phrase& phrase) {
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

  std::string_view title_word(const Phrase& phrase) const {
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

  // ---- pronouns ------------------------------------------------------------------------------------------------

  bool cue(std::uint32_t i, Cue what) const { return pieces_.cues[i].has(what); }

  // Whom a pronoun or "that country" at token i means; nullptr where i is no such word.
  const Mention* antecedent(std::uint32_t i) const {
    const codebook::CueSet& cues = pieces_.cues[i];
    const std::uint32_t subject = own_subject(i);
    const auto other = [&](const Mention& m) {
      return m.sentence != sentence_ || subject < m.first || subject >= m.last;
    };
    if (cues.any(Cue::that_country, Cue::pronoun_it, Cue::own))
      return memory_.last(sentence_, kPronounReach, [&](const Mention& m) {
        return !m.code.from().empty() && other(m) && (!cues.has(Cue::that_country) || !m.code.international());
      });
    if (cues.has(Cue::pronoun_he))
      return memory_.last(sentence_, kPronounReach,
                          [&](const Mention& m) { return one_human(m) && m.code.known() && other(m); });
    if (!cues.has(Cue::pronoun_they)) return nullptr;
    const Mention* many = memory_.last(sentence_, kPronounReach,
                                       [&](const Mention& m) { return several(m) && m.code.known() && other(m); });
    if (many) return many;
    return memory_.last(sentence_, kPronounReach,
                        [&](const Mention& m) { return m.code.known() && !(m.person && !m.plural) && other(m); });
  }

  // The subject of the verb that the pronoun at i is an object of: "stopped X and arrested her" is not done to itself.
  std::uint32_t own_subject(std::uint32_t i) const {
    const syntax::Relation relation = document_.tokens[i].relation;
    if (relation.rel == Rel::nsubj || relation.sub == syntax::Sub::poss || (relation.rel == Rel::nmod && head_first_))
      return kNone;
    std::uint32_t verb = document_.tokens[i].head;
    for (std::uint32_t steps = 0; verb != syntax::kNoHead && steps < kMostSteps;
         ++steps, verb = document_.tokens[verb].head) {
      if (document_.tokens[verb].upos != Upos::VERB) continue;
      const std::uint32_t subject = subject_of(verb);
      if (subject != kNone) return subject;
      const Rel rel = document_.tokens[verb].relation.rel;
      if (rel != Rel::conj && rel != Rel::xcomp) return kNone;
    }
    return kNone;
  }

  std::uint32_t subject_of(std::uint32_t verb) const {
    for (std::uint32_t i = begin_; i < end_; ++i)
      if (document_.tokens[i].head == verb && document_.tokens[i].relation.rel == Rel::nsubj) return i;
    return kNone;
  }

  // The last word of the role in a mention that says what somebody is; nullptr where no role tells of people.
  const syntax::Token* people_word(const Mention& m) const {
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

  bool one_human(const Mention& m) const {
    if (m.person) return true;
    if (m.kind != Kind::title || m.plural) return false;
    const syntax::Token* word = people_word(m);
    return word && word->lower == word->lemma;
  }

  // "troops", "the rebels", "two priests", but not "Turkey" or "the army".
  bool several(const Mention& m) const {
    if (m.plural) return true;
    if (m.kind == Kind::demonym && document_.tokens[m.last - 1].upos == Upos::NOUN) return true;
    const syntax::Token& last = document_.tokens[m.last - 1];
    if (m.kind == Kind::title && !m.person && !head_first_)
      return document_.tokens[m.head].lower != document_.tokens[m.head].lemma || last.lower != last.lemma;
    return m.kind == Kind::title && people_word(m) && !m.person;
  }

  std::uint32_t read_pronoun(std::uint32_t i) {
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
    const bool he = cues.has(Cue::pronoun_he) && !cues.any(Cue::pronoun_it);
    if (!cues.any(Cue::that_country, Cue::pronoun_it, Cue::own, Cue::pronoun_he, Cue::pronoun_they)) return i + 1;
    if (means_joined(i)) return add_two(mention, *last_joined(1).first, *last_joined(1).second);
    const Mention* meant = antecedent(i);
    if (!meant && cues.has(Cue::pronoun_he) && !he) meant = nullptr;
    if (!meant) return mention.last;
    mention.code = cues.has(Cue::that_country) ? meant->code.without_sectors() : meant->code;
    mention.name = meant->name;
    mention.person = meant->person;
    mention.plural = meant->plural;
    return add(mention);
  }

  // "mitranya dari Mesir", "her Moroccan counterpart": the same office in another country.
  std::uint32_t read_counterpart(Mention mention) {
    const Mention* office =
        memory_.last(sentence_, kPronounReach, [](const Mention& m) { return m.person && m.code.has_sector(); });
    std::string_view from;
    if (mention.first > begin_ && out_.at[mention.first - 1] != kNone) {
      Mention& before = out_.list[out_.at[mention.first - 1]];
      from = join_owner(mention, before);
    }
    while (mention.last < end_ && from.empty() && (antecedent_word(mention.last) || mention.last == mention.first))
      ++mention.last;
    if (from.empty()) from = piece_country(mention);
    if (from.empty()) from = owner_after(mention);
    if (from.empty() && mention.last < end_ && cue(mention.last, Cue::from_phrase))
      from = country_at(mention, mention.last + 1);
    if (from.empty()) return add(mention);
    mention.code = (office ? office->code : ActorCode{}).with_from(from);
    mention.kind = Kind::title;
    mention.person = true;
    return add(mention);
  }

  bool antecedent_word(std::uint32_t i) const {
    return document_.tokens[i].upos == Upos::PRON && document_.tokens[i].word.begin != document_.tokens[i].form.begin;
  }

  std::string_view piece_country(Mention& mention) const {  // "mitra Mesirnya", "rekan Turki"
    return country_at(mention, mention.last);
  }

  std::string_view country_at(Mention& mention, std::uint32_t i) const {
    if (i >= end_ || pieces_.at[i] == kNone) return {};
    const Piece& piece = pieces_.list[pieces_.at[i]];
    if (piece.kind != PieceKind::name || piece.code.from().empty()) return {};
    mention.last = piece.last;
    mention.span.end = piece.span.end;
    return piece.code.from();
  }

  std::uint32_t read_both(Mention mention) {
    const auto [first, second] = last_two();
    if (!first) return mention.last;
    return add_two(mention, *first, *second);
  }

  // Two that the text has joined with "and", else the last two countries; where something was is no party to it.
  std::pair<const Mention*, const Mention*> last_two() const {
    if (const auto joined = last_joined(kPronounReach); joined.first) return joined;
    const auto acting = memory_.last_two_countries(
        [&](const Mention& m) { return !(m.place_like && m.first > 0 && cue(m.first - 1, Cue::place_phrase)); });
    return acting.first ? acting : memory_.last_two_countries();
  }

  std::pair<const Mention*, const Mention*> last_joined(std::uint32_t reach) const {
    if (joined_ == kNone || out_.list[joined_].sentence + reach < sentence_) return {nullptr, nullptr};
    return {&out_.list[joined_before_], &out_.list[joined_]};
  }

  // "The chancellor and the president met. They ...", unless several others were spoken of since.
  bool means_joined(std::uint32_t i) const {
    if (!pieces_.cues[i].has(Cue::pronoun_they) || document_.tokens[i].relation.sub == syntax::Sub::poss) return false;
    const auto two = last_joined(1);
    if (!two.first || two.first->plural || two.second->plural || several(*two.second)) return false;
    const Mention* many = antecedent(i);
    return !many || !several(*many) || many->span.begin < two.first->span.begin;
  }

  std::uint32_t add_two(Mention mention, const Mention& left, const Mention& right) {
    const Mention* const first = &left;
    const Mention* const second = &right;
    Mention other = mention;
    mention.code = first->code;
    other.code = second->code;
    mention.name = first->name;
    other.name = second->name;
    const auto index = static_cast<std::uint32_t>(out_.list.size());
    const std::uint32_t next = add(mention);
    out_.list[index].second = index + 1;
    other.head = out_.list[index].head;
    out_.list.push_back(other);
    return next;
  }

  // ---- adding --------------------------------------------------------------------------------------------------

  std::uint32_t head_of(const Mention& mention) const {
    for (std::uint32_t i = mention.first; i < mention.last; ++i) {
      const std::uint32_t head = document_.tokens[i].head;
      if (head == syntax::kNoHead || head < mention.first || head >= mention.last)
        if (document_.tokens[i].upos != Upos::PUNCT && document_.tokens[i].upos != Upos::DET) return i;
    }
    return mention.first;
  }

  std::uint32_t add(Mention mention) {
    mention.head = head_of(mention);
    const auto index = static_cast<std::uint32_t>(out_.list.size());
    for (std::uint32_t i = mention.first; i < mention.last; ++i) out_.at[i] = index;
    const Rel rel = document_.tokens[mention.head].relation.rel;
    memory_.saw(index, mention, rel == Rel::nsubj);
    share_role(mention);
    note_joined(mention, index);
    out_.list.push_back(mention);
    return mention.last;
  }

  void note_joined(const Mention& mention, std::uint32_t index) {
    std::uint32_t first = mention.first;
    if (first > begin_ && document_.tokens[first - 1].upos == Upos::DET) --first;
    if (first < begin_ + 2 || document_.tokens[first - 1].upos != Upos::CCONJ || mention.kind == Kind::pronoun) return;
    const std::uint32_t at = listed_before(first);
    if (at == kNone || !out_.list[at].code.known() || !mention.code.known() || out_.list[at].code == mention.code)
      return;
    joined_before_ = at;
    joined_ = index;
  }

  // "militer AS dan Korsel", "Indian and French warships", "the presidents of Ghana and Togo": the role of one belongs
  // to all.
  void share_role(Mention& mention) {
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
  bool qualifies_noun(const Mention& m) const {
    return m.kind == Kind::demonym ||
           (m.place_like && m.last == m.first + 1 && utf8::all_upper(document_.form(m.first)));
  }

  bool takes_role(const Mention& country, const Mention& before) const {
    if (!country.place_like || (before.kind != Kind::title && !before.place_like) || !before.code.has_sector() ||
        before.code.international())
      return false;
    if (!before.own_country || before.code.from() == country.code.from()) return false;
    const bool last = document_.tokens[country.first - 1].upos == Upos::CCONJ;
    return (last || list_goes_on(country.last)) && (head_first_ || several_of_country(before));
  }

  // Whether further countries and an "and" follow: "Mali|, Niger and Chad".
  bool list_goes_on(std::uint32_t i) const {
    while (i + 1 < end_ && document_.form(i) == "," && pieces_.at[i + 1] != kNone)
      i = pieces_.list[pieces_.at[i + 1]].last;
    if (i + 1 < end_ && document_.form(i) == ",") ++i;
    return i < end_ && document_.tokens[i].upos == Upos::CCONJ;
  }

  // The mention that stands before token i with "and" or a comma between.
  std::uint32_t listed_before(std::uint32_t i) const {
    if (i < begin_ + 2) return kNone;
    const bool conjunction = document_.tokens[i - 1].upos == Upos::CCONJ;
    if (conjunction && i >= begin_ + 3 && document_.form(i - 2) == ",") return out_.at[i - 3];
    if (conjunction || document_.form(i - 1) == ",") return out_.at[i - 2];
    return kNone;
  }

  // "presidents of Ghana", "troops from Mali", and whoever has taken that role from them.
  bool several_of_country(const Mention& m) const {
    const std::uint32_t at = pieces_.at[m.last - 1];
    if (at == kNone || pieces_.list[at].kind != PieceKind::name || pieces_.list[at].code.from() != m.code.from())
      return false;
    if (m.place_like) return true;  // a country that took it
    const syntax::Token* word = people_word(m);
    if (!word) word = &document_.tokens[m.first];
    return word->lower != word->lemma;
  }

  const syntax::Document& document_;
  const Pieces& pieces_;
  const std::pmr::vector<Phrase>& phrases_;
  const FoundPlaces& places_;
  std::string_view home_;
  Arena& arena_;
  bool head_first_;
  std::uint32_t joined_before_ = kNone, joined_ = kNone;  // mentions: the last two with "and" between them
  bool part_ = false;                                     // of the phrase at hand: Naming::part
  codebook::WordSet missiles_, machines_;                 // unmanned ones, and all
  Memory memory_;
  Resolved out_;
  std::uint32_t sentence_ = 0, begin_ = 0, end_ = 0;
};

}  // namespace

Resolved resolve(const syntax::Document& document, const codebook::Language& language, const Pieces& pieces,
                 const std::pmr::vector<Phrase>& phrases, const FoundPlaces& places, std::string_view home,
                 Arena& arena) {
  return Resolver(document, language, pieces, phrases, places, home, arena).run();
}

}  // namespace warta::mention
