// Function words and word forms of one language. Formats: docs/formats/lexicon.md
#pragma once
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "codebook/phrases.h"

namespace warta::codebook {

// The keys of lexicon.txt, in the order of docs/formats/lexicon.md.
// clang-format off
enum class Cue : std::uint8_t {
  negator, negator_false, refusal_modal, negative_subject, future, plan, possible, consider, condition, obligation,
  hedge, hedge_verb, hedge_noun, hedge_adjective, past, completed, speech, speech_noun, according, deny, deny_noun,
  claim_noun, admit, fail, attempt, aspect, light, light_passive, by_phrase, from_phrase, of_phrase, between,
  with_phrase, topic_phrase, place_phrase, to_phrase, reciprocal, relative, complementizer, purpose, pronoun_we,
  pronoun_he, pronoun_they, pronoun_it, pronoun_self, both, that_country, counterpart, own, sports, markets,
  entertainment, figurative, weather, medical, number_vague, number_at_least, number_at_most, count_killed,
  count_injured, count_arrested, count_displaced, count_participants, attributive, currency, no_act, fiction,
  naming, free_relative, backing,
  count_  // how many there are
};
// clang-format on
std::optional<Cue> parse_cue(std::string_view key);

class CueSet {
 public:
  bool has(Cue cue) const { return bits_.test(static_cast<std::size_t>(cue)); }
  template <class... Cues>
  bool any(Cues... cues) const {
    return (has(cues) || ...);
  }
  void add(Cue cue) { bits_.set(static_cast<std::size_t>(cue)); }
  CueSet& operator|=(const CueSet& other) {
    bits_ |= other.bits_;
    return *this;
  }
  bool empty() const { return bits_.none(); }

 private:
  std::bitset<static_cast<std::size_t>(Cue::count_)> bits_;
};

enum class WordClass : std::uint8_t { verb, noun };
// What a form says of its word: nothing, the voice that an affix shows, or that it may be a past participle.
enum class Feature : std::uint8_t { form, active, passive, stative, nominal, participle };

// Makes the forms of a word by morphology.tsv. "take" -> take takes took taken taking; "kecam" -> kecam mengecam
// dikecam.
class Morphology {
 public:
  static Result<Morphology> read(std::string_view file);
  struct Form {
    std::string text;
    Feature feature;
  };
  std::vector<Form> forms(WordClass word_class, std::string_view stem) const;  // the stem itself first; no doubles
  // Which word of a phrase inflects: the first or the last one.
  bool inflects_first(WordClass word_class) const { return word_class == WordClass::verb || first_word_of_noun_; }
  bool noun_first() const { return first_word_of_noun_; }  // the language puts a noun before its modifiers

 private:
  // A stem pattern: literal letters around the star, and classes of letters that the star's first and last ones are of.
  struct Pattern {
    std::string before, after;
    std::vector<std::bitset<256>> first, last;
    std::size_t letters() const { return before.size() + after.size() + first.size() + last.size(); }
    bool may_fit(std::string_view stem) const {  // its outer letters do: most rows end here
      return (after.empty() || after.back() == stem.back()) && (before.empty() || before.front() == stem.front());
    }
    std::optional<std::string_view> star(std::string_view stem) const;  // what the star covers, if the stem fits
    static std::optional<Pattern> parse(std::string_view text);
  };
  struct Row {
    Pattern stem;
    std::vector<std::string> forms;  // with stars
  };
  struct Group {  // the first row that fits is the one that counts
    WordClass word_class;
    Feature feature;
    std::string name;
    std::vector<Row> rows;
  };
  struct Irregular {
    std::vector<Form> forms;
    std::uint8_t replaced = 0;  // bits of features
  };
  friend class MorphologyReader;
  std::vector<Group> groups_;
  std::unordered_map<std::string, Irregular> irregular_[2];  // by WordClass
  bool first_word_of_noun_ = false;                          // which word of a noun phrase inflects (row `noun first`)
};

class Inflector;

// Words and short phrases, compared by the hash of their lower-case form. Copies share their tables.
class WordSet {
 public:
  WordSet() = default;
  // Of Phrases' running hashes; `longest`: words of the longest phrase.
  WordSet(std::vector<std::uint64_t> hashes, std::uint32_t longest);
  void add(const WordSet& other);
  bool has(std::string_view lower_word) const { return has_hash(chain(0, lower_word)); }
  // How many words the longest of them has that begins here; 0: none does. word(i) gives the i-th lower-cased word,
  // empty at the end.
  template <class Word>
  std::uint32_t begins(Word&& word) const {
    std::uint64_t key = 0;
    std::uint32_t best = 0;
    for (std::uint32_t n = 0; n < longest_; ++n) {
      const std::string_view next = word(n);
      if (next.empty()) break;
      key = chain(key, next);
      if (has_hash(key)) best = n + 1;
    }
    return best;
  }
  bool empty() const { return parts_.empty(); }

 private:
  bool has_hash(std::uint64_t key) const;
  std::vector<std::shared_ptr<const std::vector<std::uint64_t>>> parts_;  // each sorted
  std::uint32_t longest_ = 0;
};

struct NumberWord {
  double value = 0;
  bool times = false;  // *1000: multiplies what stands before it
};

struct Lexicon {
  Phrases<CueSet> cues;
  Phrases<NumberWord> numbers;
  Morphology morphology;
  std::unordered_map<std::string, WordSet> classes;  // "@ship" -> all forms of its words
  std::string home;                                  // key `home`: the country that its papers leave unsaid

  const WordSet& class_named(std::string_view name) const;  // without words where there is none

  // All forms of words parted by commas; @names stand for classes. Fails with the name of an unknown class.
  Result<WordSet> words(std::string_view list) const;
  Result<WordSet> words(std::string_view list, Inflector& inflector) const;  // for a reader of many lists
  static Result<Lexicon> read(std::string_view lexicon, std::string_view classes, std::string_view morphology);
};

// time.tsv
// clang-format off
enum class TimeKind : std::uint8_t {
  weekday, month, zone, part, relative_day, relative_week, relative_month, relative_year, unit, ago, next, last,
  current, since, until, era, in, early, mid, late, told_day, before
};
// clang-format on
std::optional<TimeKind> parse_time_kind(std::string_view name);
struct TimeWord {
  TimeKind kind{};
  int value =
      0;  // weekday 1..7 (Monday 1), month 1..12, offset in units, unit in days (day 1, week 7, month 30, year 365)
};
struct TimeWords {
  Phrases<std::vector<TimeWord>> words;  // a word may have several readings ("minggu": week, Sunday)
  static Result<TimeWords> read(std::string_view file);
};

}  // namespace warta::codebook
