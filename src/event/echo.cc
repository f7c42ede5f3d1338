#include "echo.h"

#include "denial.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Root;
using syntax::Upos;

constexpr std::uint32_t kEchoReach = 6;  // sentences

bool hostile(Root root) {
  return root == Root::THREATEN || root == Root::SANCTION || root == Root::MOBILIZE || root == Root::COERCE ||
         root == Root::ASSAULT;
}

// "denied", or "rejected/dismissed the charge".
bool denies(const Text& text, std::uint32_t t) {
  if (text.cue(t, Cue::deny)) return text.token(t).upos != Upos::NOUN && text.rel(t) != syntax::Rel::amod;
  return text.token(t).upos == Upos::VERB && claim_refused(text, t) != kNone;
}

// Whether an act stands in what is denied: then the denial is that act's own (standing.h).
bool has_content(const Text& text, std::uint32_t t, std::span<const std::uint32_t> act_at) {
  const Text::Range range = text.subtree(t);
  for (std::uint32_t u = t + 1; u < range.last; ++u)
    if (act_at[u] != kNone && act_at[u] != act_at[t] && text.under(u, t) && !text.cue(u, Cue::claim_noun)) return true;
  return false;
}

}  // namespace

const Told* Echoes::last(Root root, std::uint32_t sentence) const {
  for (auto told = told_.rbegin(); told != told_.rend() && told->event.sentence + kEchoReach >= sentence; ++told)
    if (told->event.code->root == root) return &*told;
  return nullptr;
}

std::optional<Party> Echoes::counterpart(const codebook::ActorCode& actor, std::uint32_t sentence) const {
  // Abroad a minister is his country; at home the army and the rebels are two.
  const auto is = [&](const Party& one, const Party& other) {
    return one.code.known() && other.code.known() && one.code.from() == actor.from() &&
           (one.code == actor || other.code.from() != actor.from());
  };
  for (auto told = told_.rbegin(); told != told_.rend() && told->event.sentence + kEchoReach >= sentence; ++told) {
    const Event& event = told->event;
    if (!event.has_source || !event.target) continue;
    if (is(event.source, *event.target) && event.target->code != actor) return event.target;
    if (is(*event.target, event.source) && event.source.code != actor) return event.source;
  }
  return std::nullopt;
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
