// Attribution: according to whom. Verbs of saying above, beside or after an act ("..., kata X"), "menurut X", a
// headline's "X: ...", and quotations that go on without a verb. Tests: tests/event/cases/attribution.txt
#pragma once
#include "standing.h"

namespace warta::event {

struct Speaker {
  Span span;                      // the words that name the speaker
  std::uint32_t mention = kNone;  // the actor, if one is known
  bool headline = false;          // "X: ..."
};

// Looks sentence by sentence and remembers who spoke last, so ask in text order.
class Speakers {
 public:
  explicit Speakers(const Text& text) : text_(text) {}

  // Who tells an act; nullopt: the article itself.
  std::optional<Speaker> of(const Predicate& predicate, const Standing& standing);

  // The speaker behind a word that denies, accuses or claims: its subject, agent or possessor.
  std::optional<Speaker> behind(std::uint32_t word) const;

 private:
  std::optional<Speaker> from_phrase(std::uint32_t head) const;
  bool begins_clause(std::uint32_t token) const;
  bool has_content_behind(std::uint32_t verb) const;
  std::uint32_t end_with_place(std::uint32_t last) const;
  std::optional<Speaker> aside(const Predicate& predicate) const;
  std::optional<Speaker> according(const Predicate& predicate) const;
  std::optional<Speaker> headline(const Predicate& predicate) const;
  std::uint32_t label_behind(const Predicate& predicate) const;
  std::optional<Speaker> tail(const Predicate& predicate) const;
  std::optional<Speaker> quoted(const Predicate& predicate) const;
  bool in_quotes(std::uint32_t token) const;

  const Text& text_;
  std::optional<Speaker> last_;
  std::uint32_t last_sentence_ = 0;
};

}  // namespace warta::event
