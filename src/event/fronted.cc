#include "fronted.h"

#include <algorithm>

#include "text.h"

namespace warta::event {
namespace {

using syntax::Upos;

constexpr std::uint32_t kLead = 3;       // words before the clause's verb: a conjunction, an auxiliary
constexpr std::uint32_t kLongest = 25;   // tokens of the clause
constexpr std::uint32_t kVerbReach = 3;  // words between the main subject and its verb

bool leads(Upos upos) {
  return upos == Upos::SCONJ || upos == Upos::ADP || upos == Upos::AUX || upos == Upos::ADV || upos == Upos::PART;
}

// A verb of the frames in a form with the affix of a voice, which the tagger may take for a noun.
bool shows_voice(const Text& text, std::uint32_t t) {
  const auto* readings = text.language.frames.triggers().word(text.token(t).lower);
  return readings && std::any_of(readings->begin(), readings->end(), [](const codebook::Reading& reading) {
           return reading.feature == codebook::Feature::active || reading.feature == codebook::Feature::passive;
         });
}

// The clause's verb: the first word that is none of those that lead it.
std::uint32_t verb_of(const Text& text, const syntax::Sentence& s) {
  for (std::uint32_t t = s.first; t < s.last && t <= s.first + kLead; ++t) {
    const Upos upos = text.token(t).upos;
    if (upos == Upos::VERB || (upos == Upos::NOUN && t > s.first && shows_voice(text, t))) return t;
    if (!leads(upos)) return kNone;
  }
  return kNone;
}

bool verb_follows(const Text& text, std::uint32_t t, std::uint32_t end) {
  for (std::uint32_t n = 0; n < kVerbReach && t + n < end; ++n) {
    const Upos upos = text.token(t + n).upos;
    if (upos == Upos::VERB) return true;
    if (upos != Upos::AUX && upos != Upos::ADV && upos != Upos::PART) return false;
  }
  return false;
}

std::optional<Fronted> clause_before_subject(const Text& text, const syntax::Sentence& s) {
  const std::uint32_t verb = verb_of(text, s);
  if (verb == kNone) return std::nullopt;
  for (std::uint32_t t = verb + 1; t + 1 < s.last && t < verb + kLongest; ++t) {
    if (text.form(t) != ",") continue;
    const std::uint32_t first = text.token(t + 1).upos == Upos::DET ? t + 2 : t + 1;
    const mention::Mention* subject = first < s.last ? text.actor(first) : nullptr;
    if (!subject || subject->first != first || text.aside_at(first) || !verb_follows(text, subject->last, s.last))
      continue;
    return Fronted{verb, t, subject->head};
  }
  return std::nullopt;
}

}  // namespace

std::pmr::vector<std::optional<Fronted>> find_fronted(const Text& text) {
  std::pmr::vector<std::optional<Fronted>> out(&text.arena);
  out.reserve(text.document.sentences.size());
  for (const syntax::Sentence& sentence : text.document.sentences) out.push_back(clause_before_subject(text, sentence));
  return out;
}

}  // namespace warta::event
