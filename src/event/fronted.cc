#include "fronted.h"

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
  bool shows = false;
  text.language.frames.triggers().matches(
      [&](std::uint32_t n) { return n == 0 ? text.token(t).lower : std::string_view{}; },
      [](codebook::Case, std::uint32_t) { return true; },
      [&](const auto& match) {
        for (const codebook::Reading& reading : *match.value)
          shows =
              shows || reading.feature == codebook::Feature::active || reading.feature == codebook::Feature::passive;
      });
  return shows;
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

}  // namespace

std::optional<Fronted> fronted_clause(const Text& text, std::uint32_t sentence) {
  const syntax::Sentence& s = text.document.sentences[sentence];
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

}  // namespace warta::event
