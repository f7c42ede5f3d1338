#include "domain.h"

#include <array>

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Sector;

struct Domain {
  Cue cue;
  Why why;
};
constexpr std::array<Domain, 6> kDomains{{{Cue::sports, Why::sports},
                                          {Cue::entertainment, Why::entertainment},
                                          {Cue::markets, Why::markets},
                                          {Cue::figurative, Why::figurative},
                                          {Cue::weather, Why::figurative},
                                          {Cue::medical, Why::figurative}}};

constexpr int kArticleShare = 3;  // an article with a domain word in each third sentence is of that domain

// An article of more sentences than the few has officials or states in two sentences of five, or is about something
// else: of 35 events coded from such articles of a sample, none was right (docs/accuracy.md).
constexpr std::size_t kFew = 5;
constexpr std::size_t kPoliticalOfTen = 4;

struct Tally {
  std::array<int, kDomains.size()> words{};
  int political = 0;  // officials and the like
  bool state = false;
};

// Whether the sentence is set in a work of fiction: "in the film", "dalam serial terbarunya", "novel itu mengisahkan".
bool in_fiction(const Text& text, const syntax::Sentence& sentence, const codebook::WordSet& narrating) {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const std::uint32_t verb = text.rel(t) == syntax::Rel::nsubj ? text.head(t) : syntax::kNoHead;
    if (verb != syntax::kNoHead && text.cue(t, Cue::fiction) && narrating.has(text.token(verb).lower)) return true;
    if (!text.cue(t, Cue::place_phrase)) continue;
    const std::uint32_t noun = text.head(t);
    if (noun != syntax::kNoHead && noun > t && text.cue(noun, Cue::fiction)) return true;
    if (t + 1 < sentence.last && text.cue(t + 1, Cue::fiction)) return true;  // however the parser went on
  }
  return false;
}

}  // namespace

bool of_politics(const codebook::ActorCode& code) {
  return code.has(Sector::GOV) || code.has(Sector::MIL) || code.has(Sector::REB) || code.has(Sector::LEG) ||
         code.has(Sector::COP) || code.has(Sector::JUD) || code.has(Sector::PTY) || code.has(Sector::OPP) ||
         code.has(Sector::SPY);
}

std::pmr::vector<std::optional<Why>> foreign_domains(const Text& text) {
  const std::size_t n = text.document.sentences.size();
  std::pmr::vector<Tally> tallies(n, &text.arena);
  for (std::size_t s = 0; s < n; ++s)
    for (std::uint32_t t = text.document.sentences[s].first; t < text.document.sentences[s].last; ++t)
      for (std::size_t d = 0; d < kDomains.size(); ++d)
        if (text.cue(t, kDomains[d].cue)) ++tallies[s].words[d];
  for (const mention::Mention& m : text.mentions.actors)
    if (of_politics(m.code) || m.code.international())
      ++tallies[m.sentence].political;
    else if (m.code.known() && !m.code.has_sector() && m.kind != mention::Kind::pronoun)
      tallies[m.sentence].state = true;

  std::array<int, kDomains.size()> sentences_of{};
  int political_sentences = 0;
  std::size_t of_politics = 0;
  for (const Tally& tally : tallies) {
    for (std::size_t d = 0; d < kDomains.size(); ++d) sentences_of[d] += tally.words[d] > 0;
    political_sentences += tally.political > 0;
    of_politics += tally.political > 0 || tally.state;
  }
  const codebook::WordSet& narrating = text.language.lexicon.class_named("@narrating");
  const bool unpolitical = n > kFew && of_politics * 10 < n * kPoliticalOfTen;
  std::pmr::vector<std::optional<Why>> out(n, &text.arena);
  for (std::size_t s = 0; s < n; ++s) {
    if (in_fiction(text, text.document.sentences[s], narrating)) out[s] = Why::figurative;
    if (unpolitical && !out[s]) out[s] = Why::unpolitical;
    for (std::size_t d = 0; d < kDomains.size() && !out[s]; ++d) {
      const bool article =
          n > 2 && sentences_of[d] * kArticleShare >= static_cast<int>(n) && sentences_of[d] > political_sentences;
      const bool sentence = tallies[s].words[d] > tallies[s].political;
      if (article || sentence) out[s] = kDomains[d].why;
    }
  }
  return out;
}

}  // namespace warta::event
