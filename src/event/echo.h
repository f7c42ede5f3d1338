// Echoes: what the article has told so far, for words that only point back to it: "condemned the bombing" (whose?),
// "Tripoli rejected the accusations" (which?). Tests: tests/engine/cases/
#pragma once
#include <memory_resource>

#include "event/event.h"
#include "text.h"

namespace warta::event {

// An event that was told, with the mentions that took part (kNone: none).
struct Told {
  Event event;
  std::uint32_t source = kNone, target = kNone;
};

class Echoes {
 public:
  void tell(const Event& event, std::uint32_t source, std::uint32_t target) {
    told_.push_back({event, source, target});
  }

  // The last event of a root, at most kEchoReach sentences before `sentence`; nullptr: none.
  const Told* last(codebook::Root root, std::uint32_t sentence) const;

  // With whom an actor last had to do, by either side of what was told, in the same sentence first; nullopt: nobody
  // yet; a party without a code: one of several.
  std::optional<Party> counterpart(const codebook::ActorCode& actor, std::uint32_t sentence) const;

  // What the words say of a deed: that it was done together, of which root it was (none: they do not say).
  struct Deed {
    bool agreed = false;
    codebook::Root root = codebook::Root::none;
  };
  // The last deed of another than the one who reacts to it; what others said of it in the same way is passed over.
  const Told* deed_of_another(const codebook::ActorCode& actor, codebook::Root reaction, Deed deed,
                              std::uint32_t sentence) const;

  // The last request or offer to an actor, in an earlier sentence.
  const Told* asked_of(const codebook::ActorCode& actor, std::uint32_t sentence) const;

  // The last event between two countries other than one.
  const Told* between_others(std::string_view country, std::uint32_t sentence) const;

  // What an actor denies who denies without saying what: the last deed that was laid to its country's charge.
  const Told* charge_against(std::string_view country, std::uint32_t sentence) const;

 private:
  // The last event within kEchoReach that `is`; nullptr: none.
  template <class Is>
  const Told* last_that(std::uint32_t sentence, const Is& is) const;

  std::vector<Told> told_;
};

// Words of denial that no act depends on ("denied the claim", "membantah kritik tersebut"), in text order.
std::pmr::vector<std::uint32_t> bare_denials(const Text& text, std::span<const std::uint32_t> act_at);

}  // namespace warta::event
