#include "echo.h"

#include "denial.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Root;
using syntax::Upos;

constexpr std::uint32_t kEchoReach = 6;  // sentences
constexpr std::uint32_t kDeedReach = 4;  // of "the move"

bool hostile(Root root) {
  return root == Root::THREATEN || root == Root::SANCTION || root == Root::MOBILIZE || root == Root::COERCE ||
         root == Root::ASSAULT;
}

bool accord(const codebook::CameoCode& code) {
  return code.root == Root::AGREE || code.root == Root::COOPERATE || code.code.starts_with("057") ||
         code.code.starts_with("0871");
}

// "denied", or "rejected/dismissed the charge".
bool denies(const Text& text, std::uint32_t t) {
  if (text.cue(t, Cue::deny)) return text.token(t).upos != Upos::NOUN && text.rel(t) != syntax::Rel::amod;
  return text.token(t).upos == Upos::VERB && claim_refused(text, t) != kNone;
}

// "rejected the charge and expelled a diplomat": a further verb beside the denial.
bool joined_to(const Text& text, std::uint32_t u, std::uint32_t denial) {
  for (; u != denial; u = text.head(u))
    if (text.head(u) == denial) return text.rel(u) == syntax::Rel::conj && text.token(u).upos == Upos::VERB;
  return false;
}

// Whether what is denied is told on the spot: by an act, whose own denial it is (standing.h), or by other words
// ("accusations of brutality").
bool has_content(const Text& text, std::uint32_t t, std::span<const std::uint32_t> act_at) {
  const std::uint32_t claim = claim_refused(text, t);
  const auto tells = [&](std::uint32_t c) {
    return text.rel(c) == syntax::Rel::acl || (text.rel(c) == syntax::Rel::nmod && text.case_is(c, Cue::of_phrase));
  };
  if (claim != kNone && text.child(claim, tells) != kNone) return true;
  const Text::Range range = text.subtree(t);
  for (std::uint32_t u = t + 1; u < range.last; ++u)
    if (act_at[u] != kNone && act_at[u] != act_at[t] && text.under(u, t) && !joined_to(text, u, t) &&
        !text.cue(u, Cue::claim_noun))
      return true;
  return false;
}

}  // namespace

template <class Is>
const Told* Echoes::last_that(std::uint32_t sentence, const Is& is) const {
  for (auto told = told_.rbegin(); told != told_.rend() && told->event.sentence + kEchoReach >= sentence; ++told)
    if (is(*told)) return &*told;
  return nullptr;
}

const Told* Echoes::last(Root root, std::uint32_t sentence) const {
  return last_that(sentence, [&](const Told& told) { return told.event.code->root == root; });
}

std::optional<Party> Echoes::counterpart(const codebook::ActorCode& actor, std::uint32_t sentence) const {
  // Abroad a minister is his country; at home the army and the rebels are two.
  const auto is = [&](const Party& one, const Party& other) {
    return one.code.known() && other.code.known() && one.code.from() == actor.from() &&
           (one.code == actor || other.code.from() != actor.from());
  };
  std::optional<Party> found;
  for (auto told = told_.rbegin(); told != told_.rend() && told->event.sentence + kEchoReach >= sentence; ++told) {
    const Event& event = told->event;
    if (!event.has_source || !event.target) continue;
    const Party* other = nullptr;
    if (is(event.source, *event.target) && event.target->code != actor)
      other = &*event.target;
    else if (is(*event.target, event.source) && event.source.code != actor)
      other = &event.source;
    if (!other) continue;
    if (event.sentence == sentence) return *other;
    if (found && found->code.from() != other->code.from()) return Party{};  // of two, nobody knows which
    if (!found) found = *other;
  }
  return found;
}

const Told* Echoes::deed_of_another(const codebook::ActorCode& actor, Root reaction, Deed deed,
                                    std::uint32_t sentence) const {
  // Parties, unions and lawmakers speak of their own government's deeds, a state of another's.
  const bool opposes = actor.has_sector() && !actor.has(codebook::Sector::GOV);
  const Told* abroad = nullptr;
  for (auto told = told_.rbegin(); told != told_.rend() && told->event.sentence + kEchoReach >= sentence; ++told) {
    const codebook::ActorCode& doer = told->event.source.code;
    if (told->source == kNone || !doer.known()) continue;
    if (deed.agreed ? !accord(*told->event.code) : told->event.code->root == reaction) continue;
    if (deed.root != Root::none && told->event.code->root != deed.root) continue;
    const bool at_home = doer.from() == actor.from();
    if (at_home && opposes && (doer.has(codebook::Sector::GOV) || !doer.has_sector())) return &*told;
    const bool other = !at_home || (doer != actor && doer.has_sector() && actor.has_sector());
    if (!abroad && other && told->event.sentence + kDeedReach >= sentence) abroad = &*told;
    if (abroad && !opposes) break;
  }
  return abroad;
}

const Told* Echoes::asked_of(const codebook::ActorCode& actor, std::uint32_t sentence) const {
  return last_that(sentence, [&](const Told& told) {
    const Event& event = told.event;
    const Root root = event.code->root;
    const bool asks = root == Root::REQUEST || (root == Root::AGREE && event.status == Status::reported);
    if (!asks || told.source == kNone || !event.target || event.sentence == sentence) return false;
    const codebook::ActorCode& asked = event.target->code;
    return asked == actor || (asked.from() == actor.from() && event.source.code.from() != actor.from());
  });
}

const Told* Echoes::between_others(std::string_view country, std::uint32_t sentence) const {
  return last_that(sentence, [&](const Told& told) {
    const Root root = told.event.code->root;
    if (told.source == kNone || told.target == kNone || root == Root::REQUEST || root == Root::MOBILIZE ||
        root == Root::AID)
      return false;
    const std::string_view one = told.event.source.code.from(), other = told.event.target->code.from();
    return !one.empty() && !other.empty() && one != other && one != country && other != country;
  });
}

const Told* Echoes::charge_against(std::string_view country, std::uint32_t sentence) const {
  const Told* reported = nullptr;
  for (auto told = told_.rbegin(); told != told_.rend() && told->event.sentence + kEchoReach >= sentence; ++told) {
    const Event& event = told->event;
    if (event.source.code.from() != country) continue;
    if (event.status == Status::denied) return nullptr;
    if (event.status == Status::alleged) return &*told;
    if (!reported && event.status == Status::reported && hostile(event.code->root)) reported = &*told;
  }
  return reported;
}

std::pmr::vector<std::uint32_t> bare_denials(const Text& text, std::span<const std::uint32_t> act_at) {
  std::pmr::vector<std::uint32_t> out(&text.arena);
  for (std::uint32_t t = 0; t < text.document.tokens.size(); ++t)
    if (denies(text, t) && !has_content(text, t, act_at)) out.push_back(t);
  return out;
}

}  // namespace warta::event
