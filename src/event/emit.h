// Emission: from coded acts to events: one a dyad, with speaker, date, place and counts. What is refused here is told
// to the ledger with its reason. Tests: tests/event/
#pragma once
#include "attribution.h"
#include "coding.h"
#include "crowd.h"
#include "dates.h"
#include "echo.h"

namespace warta::event {

class Emitter {
 public:
  Emitter(const Text& text, const Acts& acts, std::span<const Standing> standings, std::span<const Coded> coded,
          std::span<const DateMention> dates, Ledger& ledger, Trace* trace);

  // Acts in text order. `foreign` is the reason why nothing in the act's sentence is politics, if there is one.
  void emit(std::uint32_t act, std::optional<Why> foreign);

  // A denial that says nothing of its content, at token `denial`: what is denied was told before.
  void emit_denial(std::uint32_t denial);

  std::vector<Event> take() { return std::move(events_); }

 private:
  struct Dyads {
    std::pmr::vector<std::uint32_t> sources, targets;
    bool both_ways = false;
  };
  // An act as one of its events tells it: an act may be alleged by one and denied by another, or be a second deed too.
  struct Telling {
    const codebook::CameoCode* code = nullptr;
    std::string_view mode;  // empty: the code's own
    Status status = Status::reported;
    std::optional<Speaker> speaker;
  };
  void note(std::uint32_t act, std::optional<Why> why);
  Dyads dyads_of(std::uint32_t act) const;
  bool names_again(std::uint32_t act) const;
  bool private_matter(std::uint32_t act, const Event& event) const;
  bool private_force(const Event& event) const;
  std::optional<Why> unproven(std::uint32_t act, Event& event, std::uint32_t source, std::uint32_t target) const;
  bool deed_to_some(const Event& event) const;
  bool sent_to_own(const Event& event) const;
  bool any_of_several(const Event& event, const mention::Mention* source, const mention::Mention* target) const;
  bool doubtful(const Event& event, const mention::Mention& source, bool to_ruler) const;
  bool act_of_state(std::uint32_t act, const Dyads& dyads) const;
  bool turn_to_speaker(Dyads& dyads, const std::optional<Speaker>& speaker) const;
  bool scare_quoted(const Predicate& predicate) const;
  bool asked(const Predicate& predicate) const;
  std::optional<Why> unfit(std::uint32_t act, const Dyads& dyads, const std::optional<Speaker>& teller) const;
  void drop_own_officials(std::uint32_t act, Dyads& dyads) const;
  void fill_from_outer(std::uint32_t act, Dyads& dyads) const;
  void fill_from_cause(std::uint32_t act, Dyads& dyads) const;
  void fill_from_denier(std::uint32_t act, Dyads& dyads) const;
  void fill_from_condemned(std::uint32_t act, Dyads& dyads) const;
  void fill_from_content(std::uint32_t act, Dyads& dyads) const;
  void fill_from_deed(std::uint32_t act, Dyads& dyads) const;
  void fill_from_dispute(std::uint32_t act, Dyads& dyads) const;
  void take_denier(std::uint32_t act, Dyads& dyads) const;
  bool names_deed(std::uint32_t noun, std::uint32_t act) const;
  void fill_from_clause(std::uint32_t act, Dyads& dyads) const;
  void fill_from_joined(std::uint32_t act, Dyads& dyads) const;
  void fill_from_meeting(std::uint32_t act, Dyads& dyads) const;
  void fill_from_place(std::uint32_t act, Dyads& dyads) const;
  std::uint32_t land_of(Span place) const;
  void take_from_fronted(std::uint32_t act, Dyads& dyads) const;
  void take_asker(std::uint32_t clause, Dyads& dyads) const;
  void emit_status(std::uint32_t act, const Dyads& dyads, const Telling& telling);
  bool emit_dyad(std::uint32_t act, std::uint32_t source, std::uint32_t target, const Telling& telling);
  bool asked_of_asker(std::uint32_t asking) const;
  codebook::ActorCode code_of(std::uint32_t mention) const;
  std::optional<Party> party(std::uint32_t mention, const std::optional<Speaker>& speaker) const;
  std::optional<Party> from_context(const Event& event) const;
  static bool own_border(const Event& event);
  void turn_home(Event& event, const mention::Mention& source, const mention::Mention& target) const;
  std::optional<Party> authority_behind(const Event& event) const;
  void take_attack(Event& event, std::uint32_t victims) const;
  void take_toll(Event& event);
  std::optional<Speaker> speaker_of_copy(std::uint32_t act, Status status) const;
  bool aimed_at_third(std::uint32_t act, const Dyads& dyads, const std::optional<Speaker>& teller) const;
  std::optional<EventDate> date_of(std::uint32_t act, Status& status) const;
  bool of_clause_inside(std::uint32_t verb, const Predicate& predicate) const;
  bool of_another_thing(const DateMention& date, std::uint32_t act) const;
  bool goes_with(std::uint32_t carrier, std::uint32_t verb) const;
  const DateMention* own_date(const Predicate& predicate) const;
  bool same(const Event& event, std::uint32_t s, std::uint32_t t) const;
  bool brokered(std::uint32_t act) const;
  bool duplicate(const Event& event) const;
  double confidence_of(std::uint32_t act, const Event& event, std::uint32_t source, std::uint32_t target) const;
  std::vector<std::string> contexts_of(const Predicate& predicate) const;

  const Text& text_;
  const Acts& acts_;
  std::span<const Standing> standings_;
  std::span<const Coded> coded_;
  std::span<const DateMention> dates_;
  Ledger& ledger_;
  Trace* trace_;
  const codebook::WordSet &deeds_, &accords_, &pointing_;  // "incident", "move"; "deal"; "the", "this"
  const codebook::WordSet &causes_, &onsets_;              // "because"; "from"
  Speakers speakers_;
  Crowd crowd_;
  Echoes echoes_;
  std::vector<Event> events_;
};

}  // namespace warta::event
