// The finder of one predicate's arguments. Its steps stand in arguments.cc (verbs), voice.cc and noun_arguments.cc.
// Tests: tests/event/cases/arguments.txt
#pragma once
#include <algorithm>
#include <optional>

#include "arguments.h"

namespace warta::event {

class ArgumentFinder {
 public:
  ArgumentFinder(const Text& text, Predicate& predicate);
  void run();

 private:
  void add(codebook::SlotKind kind, std::uint32_t head, std::string_view word = {}, bool guessed = false);
  bool in_trigger(std::uint32_t t) const { return t >= p_.first && t < p_.last; }
  bool speaks_aside(std::uint32_t head) const;
  bool reaches_out(std::uint32_t t) const;
  bool has(codebook::SlotKind kind) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Argument& a) { return a.kind == kind; });
  }

  // Voice (voice.cc).
  bool is_passive(std::uint32_t verb, codebook::Feature feature) const;
  bool condition_without_subject(std::uint32_t verb) const;
  bool headline_participle(std::uint32_t verb) const;
  bool shares_passive(std::uint32_t verb) const;
  bool main_clause(std::uint32_t verb) const;
  bool read_personal_passive();
  bool is_pronoun(std::uint32_t t) const;

  // Verbs (arguments.cc).
  bool adverbial(std::uint32_t t) const;
  void read_verb_trigger();
  bool read_object_gap();
  void read_verb(std::uint32_t verb, bool passive, int depth);
  std::uint32_t subject_across_aside(std::uint32_t verb, bool passive);
  bool before_subject(std::uint32_t c, std::uint32_t verb) const;
  bool in_fronted(std::uint32_t t) const { return fronted_ && t >= fronted_->verb && t < fronted_->comma; }
  bool has_subject(std::uint32_t verb) const;
  std::uint32_t relative(std::uint32_t t, std::uint32_t verb) const;
  std::uint32_t last_before(std::uint32_t clause, std::uint32_t noun) const;
  void inherit_subject(std::uint32_t verb, bool passive, int depth);
  std::uint32_t examined(std::uint32_t verb, std::uint32_t subject) const;
  void read_owner_of_attempt(std::uint32_t verb, int depth);
  std::uint32_t subject_of(std::uint32_t verb, int depth) const;
  bool clause_of_its_own(std::uint32_t verb) const;
  std::uint32_t controlling_object(std::uint32_t verb) const;
  std::uint32_t timed(std::uint32_t subject) const;
  bool noun_in_fact(std::uint32_t verb) const;

  // Relative clauses between commas (relative.cc).
  std::uint32_t before_comma(std::uint32_t relative) const;
  std::uint32_t first_joined(std::uint32_t comma) const;
  std::uint32_t across_relative(std::uint32_t verb) const;

  // Phrases about a verb (phrase_arguments.cc).
  void read_obliques(std::uint32_t verb);
  void add_phrase(std::uint32_t head, std::string_view word);
  void read_objects(std::uint32_t verb);
  bool takes_particle(std::uint32_t phrase) const;
  void read_phrases_of(std::uint32_t object, int depth);
  void read_phrases_after();
  void read_givers(std::uint32_t goods);
  void read_stray_agent(std::uint32_t t);
  void read_distant_agent();
  void read_bare_agent(std::uint32_t after);

  // Word order, where the tree gives nobody.
  bool breaks(std::uint32_t t) const;
  void guess_before(codebook::SlotKind slot, std::uint32_t verb);
  void guess_main_subject();
  void guess_after(codebook::SlotKind slot);
  std::uint32_t named_by(std::uint32_t pronoun) const;

  // Nouns (noun_arguments.cc).
  void read_noun_trigger();
  void read_phrases_behind();
  void read_between();
  void read_noun(std::uint32_t noun);
  void read_modifier(std::uint32_t c, syntax::Relation r);
  bool has_maker() const;
  bool suffered_by(std::string_view case_word) const;
  bool patient_first() const;
  codebook::SlotKind bare_slot() const;
  std::uint32_t carrying_verb() const;
  void read_light_verb();
  void give_way(std::size_t of_noun);
  void read_neighbours();

  const Text& text_;
  Predicate& p_;
  const std::optional<Fronted>& fronted_;
  std::pmr::vector<Argument> out_;
};

}  // namespace warta::event
