// The resolver of one article: from phrases to mentions, in text order, with what was said before. Its steps stand in
// resolve.cc, pronouns.cc and joined.cc. Tests: tests/mention/cases/coreference.txt
#pragma once
#include <utility>

#include "resolve.h"

namespace warta::mention {

inline constexpr std::uint32_t kPronounReach = 3;  // sentences
inline constexpr std::uint32_t kPlainReach = 1;    // of those whom a pronoun plainly means

class Resolver {
 public:
  Resolver(const syntax::Document& document, const codebook::Language& language, const Pieces& pieces,
           const std::pmr::vector<Phrase>& phrases, const FoundPlaces& places, std::string_view home, Arena& arena);
  Resolved run();

 private:
  static codebook::WordSet classes_of(const codebook::Language& language, std::initializer_list<const char*> names);

  // Phrases of known words, and whose they are (resolve.cc).
  std::uint32_t read_phrase(std::size_t index);
  Mention draft(const Phrase& phrase) const;
  std::uint32_t read_pair(const Phrase& left, const Phrase& right);
  bool counts_people(const Phrase& phrase) const;
  void complete(Mention& mention, const Phrase& phrase);
  bool of_any_body(const Mention& mention) const;
  bool of_several_states(const Mention& mention) const;
  std::string_view same_people(const Mention& mention) const;
  std::string_view same_noun(const Mention& mention) const;
  std::string_view neighbour_of_owner(const Mention& mention) const;
  static bool of_state(const codebook::ActorCode& code) {
    using codebook::Sector;
    return code.has(Sector::GOV) || code.has(Sector::MIL) || code.has(Sector::LEG) || code.has(Sector::SPY);
  }
  bool calls_alike(const Mention& a, const Mention& b) const {
    const syntax::Token &x = document_.tokens[head_of(a)], &y = document_.tokens[head_of(b)];
    return x.lemma == y.lemma || x.lower == y.lower;
  }
  bool of_unknown_body(const Mention& mention) const;
  static bool same_sectors(const codebook::ActorCode& a, const codebook::ActorCode& b) {
    return a.with_from({}) == b.with_from({});
  }
  const syntax::Token* machine(const Mention& mention) const;
  bool weapon(const Mention& mention) const;
  bool weapon_of_nobody(const Mention& mention) const;
  std::string_view owner_before(Mention& mention);
  std::string_view join_owner(Mention& mention, const Mention& owner) const;
  std::string_view owner_in_list(const Mention& mention) const;
  std::string_view owner_after(Mention& mention);
  bool complements(const Mention& mention, std::uint32_t i) const;
  bool take_whole(Mention& mention, std::uint32_t i) const;
  std::pair<codebook::ActorCode, std::pmr::vector<Phrase>::const_iterator> body_of(
      std::pmr::vector<Phrase>::const_iterator phrase) const;
  bool of_title(const Mention& mention, std::uint32_t country, std::uint32_t preposition) const;
  std::string_view name_owner(const Phrase& phrase) const;
  std::string_view context_country(const Mention& mention) const;
  std::string_view country_of_group(const Mention& mention) const;
  std::string_view acting_state() const;
  std::string_view minister_country() const;
  bool backs(const Mention& country) const;
  bool envoy(std::uint32_t first, std::uint32_t last) const;

  // Names that no list knows.
  std::uint32_t read_name(std::size_t index);
  const Memory::Known* remembered(const Phrase& phrase) const;
  bool alias_of_last(const Phrase& phrase, Mention& mention);
  bool closed(std::uint32_t i) const;
  bool regional_office(const Mention& mention) const;
  bool has_word(const Mention& mention, const codebook::WordSet& words) const;
  void take_from_apposition(std::size_t index, Mention& mention) const;

  // What later words may call again.
  void learn_words(const Phrase& phrase, const Memory::Known& known);
  void learn(Mention& mention, const Phrase& phrase);
  std::string_view title_word(const Phrase& phrase) const;

  // Words that point back (pronouns.cc).
  bool cue(std::uint32_t i, codebook::Cue what) const { return pieces_.cues[i].has(what); }
  static bool points_back(const codebook::CueSet& cues) {
    return cues.any(codebook::Cue::that_country, codebook::Cue::pronoun_it, codebook::Cue::own,
                    codebook::Cue::pronoun_he, codebook::Cue::pronoun_they);
  }
  bool may_mean(std::uint32_t i, std::uint32_t subject, const Mention& m) const;
  const Mention* antecedent(std::uint32_t i) const;
  const Mention* owner_as_subject(std::uint32_t i) const;
  bool plainly_means(std::uint32_t i, const Mention* meant) const;
  std::uint32_t own_subject(std::uint32_t i) const;
  std::uint32_t subject_of(std::uint32_t verb) const;
  const syntax::Token* people_word(const Mention& m) const;
  bool one_human(const Mention& m) const;
  bool several(const Mention& m) const;
  std::uint32_t read_pronoun(std::uint32_t i);
  std::uint32_t read_counterpart(Mention mention);
  bool antecedent_word(std::uint32_t i) const;
  std::string_view country_at(Mention& mention, std::uint32_t i) const;
  std::uint32_t read_both(Mention mention);
  std::pair<const Mention*, const Mention*> last_two(const Mention& both) const;
  bool one_of(std::uint32_t subject, std::pair<const Mention*, const Mention*> two) const;
  std::pair<const Mention*, const Mention*> last_joined(std::uint32_t reach) const;
  bool means_joined(std::uint32_t i) const;
  std::uint32_t add_two(Mention mention, std::pair<const Mention*, const Mention*> meant);

  // Mentions that "and" or a comma joins (joined.cc).
  std::uint32_t head_of(const Mention& mention) const;
  std::uint32_t add(Mention mention);
  bool main_subject(std::uint32_t token) const;
  void note_joined(const Mention& mention, std::uint32_t index);
  void share_role(Mention& mention);
  bool qualifies_noun(const Mention& m) const;
  bool takes_role(const Mention& country, const Mention& before) const;
  bool list_goes_on(std::uint32_t i) const;
  std::uint32_t listed_before(std::uint32_t i) const;
  bool several_of_country(const Mention& m) const;

  const syntax::Document& document_;
  const Pieces& pieces_;
  const std::pmr::vector<Phrase>& phrases_;
  const FoundPlaces& places_;
  std::string_view home_, papers_home_;  // the article's country; that of papers in its language
  Arena& arena_;
  bool head_first_;
  std::uint32_t joined_before_ = kNone, joined_ = kNone;  // mentions: the last two with "and" between them
  bool part_ = false, named_ = false;  // of the phrase at hand: Naming::part, and whether it holds a proper name
  codebook::WordSet sides_;            // "sides", "parties"
  codebook::WordSet lands_, rulers_;   // "countries", "neighbours"; "leaders", "governments"
  codebook::WordSet neighbours_;
  codebook::WordSet regional_;             // offices whose names are those of their regions
  codebook::WordSet any_body_;             // posts that every body has
  codebook::WordSet one_a_state_;          // bodies that a state has one of
  codebook::WordSet envoys_;               // "ambassador"
  codebook::WordSet missiles_, machines_;  // unmanned ones, and all
  Memory memory_;
  Resolved out_;
  std::uint32_t sentence_ = 0, begin_ = 0, end_ = 0;
};

}  // namespace warta::mention
