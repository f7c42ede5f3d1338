#include "acts.h"

#include <algorithm>

#include "arguments.h"
#include "triggers.h"

namespace warta::event {
namespace {

// The act lacks an actor that its frame asks for, and that only its own phrases could name: who is on the other side of
// "X and Y met", or in the act that is its content, is seen later.
bool lacks(const Act& act) {
  const auto inside = [](const codebook::Slot& slot) {
    return slot.kind == codebook::SlotKind::content_agent || slot.kind == codebook::SlotKind::content_patient;
  };
  const auto wants = [&](bool needs, const Filler& filler, const std::vector<codebook::Slot>& slots) {
    return needs && filler.mentions.empty() && std::none_of(slots.begin(), slots.end(), inside);
  };
  const codebook::Frame& frame = *act.frame;
  return !frame.reciprocal &&
         (wants(frame.needs_target, act.target, frame.target) || wants(frame.needs_source, act.source, frame.source));
}

// The act that begins at a token: of several triggers there the longest whose frame holds and has its actors, else the
// longest whose frame holds.
std::optional<Act> act_at(const Text& text, std::uint32_t sentence, std::uint32_t token) {
  std::optional<Act> first;
  for (Predicate& predicate : triggers_at(text, sentence, token)) {
    find_arguments(text, predicate);
    const auto kept = text.arena.array<Predicate>(1);
    kept.front() = predicate;
    auto act = match(text, kept.front());
    if (act && !lacks(*act)) return act;
    if (!first) first = std::move(act);
  }
  return first;
}

std::pmr::vector<Act> list_acts(const Text& text) {
  std::pmr::vector<Act> acts(&text.arena);
  for (std::uint32_t s = 0; s < text.document.sentences.size(); ++s) {
    const syntax::Sentence& sentence = text.document.sentences[s];
    if (!sentence.parsed) continue;
    for (std::uint32_t t = sentence.first; t < sentence.last;) {
      const auto act = act_at(text, s, t);
      t = act ? act->predicate->last : t + 1;
      if (act) acts.push_back(*act);
    }
  }
  return acts;
}

std::span<const std::uint32_t> index(const Text& text, std::span<const Act> acts) {
  const auto at = text.arena.array<std::uint32_t>(text.document.tokens.size());
  std::fill(at.begin(), at.end(), kNone);
  for (std::uint32_t i = 0; i < acts.size(); ++i) {
    const Predicate& p = *acts[i].predicate;
    for (std::uint32_t t = p.first; t < p.last; ++t) at[t] = i;
    if (at[p.carrier] == kNone) at[p.carrier] = i;  // a light verb stands for its noun
  }
  return at;
}

}  // namespace

FoundActs find_acts(const Text& text) {
  FoundActs found{list_acts(text), {}};
  found.at = index(text, found.list);
  return found;
}

}  // namespace warta::event
