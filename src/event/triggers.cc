#include "triggers.h"

#include <algorithm>

namespace warta::event {
namespace {

using codebook::Feature;
using codebook::Reading;
using codebook::TriggerClass;
using syntax::Rel;
using syntax::Upos;

constexpr std::uint32_t kParticleReach = 7;  // tokens between a verb and its particle ("call the whole meeting off")

class Finder {
 public:
  explicit Finder(const Text& text) : text_(text), out_(&text.arena) {}

  std::pmr::vector<Predicate> at(std::uint32_t s, std::uint32_t t) {
    const std::uint32_t end = text_.document.sentences[s].last;
    text_.language.frames.triggers().matches(
        [&](std::uint32_t n) { return t + n < end ? text_.token(t + n).lower : std::string_view{}; },
        [](codebook::Case, std::uint32_t) { return true; },
        [&](const auto& match) { read(s, t, match.words, *match.value); });
    std::reverse(out_.begin(), out_.end());
    return std::move(out_);
  }

 private:
  void read(std::uint32_t s, std::uint32_t t, std::uint32_t words, const std::vector<Reading>& all) {
    if (inside_name(t, words)) return;
    const std::uint32_t end = text_.document.sentences[s].last;
    std::pmr::vector<const Reading*> readings(&text_.arena);
    Tail tail;
    for (const Reading& reading : all)
      if (particle_follows(reading, t + words, end, tail)) readings.push_back(&reading);
    const bool verb = reads_as_verb(t, readings);
    if (verb && describes(t, words)) return;
    std::erase_if(readings,
                  [&](const Reading* reading) { return (reading->word_class == TriggerClass::verb) != verb; });
    prefer_particles(readings);
    if (!readings.empty()) add(s, t, words, readings, verb, tail);
  }

  // Part of an actor's own name ("Komisi Pemberantasan Korupsi", "Save the Children").
  bool inside_name(std::uint32_t t, std::uint32_t words) const {
    const mention::Mention* actor = text_.actor(t);
    return actor && actor->first <= t && t + words <= actor->last &&
           !(actor->head == t && actor->kind == mention::Kind::pronoun) && actor->kind != mention::Kind::pronoun;
  }

  // "freed jailed protesters": a participle before its noun says who they are.
  bool describes(std::uint32_t t, std::uint32_t words) const {
    const std::uint32_t h = text_.head(t);
    if (words > 1 || h == syntax::kNoHead || h < t || text_.rel(t) != Rel::amod) return false;
    const bool infinitive = t > 0 && (text_.token(t - 1).upos == Upos::PART || text_.token(t - 1).upos == Upos::AUX);
    const std::uint32_t verb = text_.governing_verb(h);  // none: the tree has lost the clause's own
    return text_.first_child(t) == kNone && !infinitive && verb != kNone && verb != h;
  }

  struct Tail {
    std::uint32_t first = 0, last = 0;
  };

  bool particle_follows(const Reading& reading, std::uint32_t after, std::uint32_t end, Tail& tail) const {
    if (reading.particle.empty()) return true;
    for (std::uint32_t t = after; t + reading.particle.size() <= std::min(end, after + kParticleReach); ++t) {
      bool all = true;
      for (std::size_t i = 0; i < reading.particle.size() && all; ++i)
        all = text_.token(t + static_cast<std::uint32_t>(i)).lower == reading.particle[i];
      if (all) {
        tail = {t, t + static_cast<std::uint32_t>(reading.particle.size())};
        return true;
      }
      if (text_.token(t).upos == Upos::PUNCT || text_.token(t).upos == Upos::VERB) return false;
    }
    return false;
  }

  bool reads_as_verb(std::uint32_t t, const std::pmr::vector<const Reading*>& readings) const {
    const auto has = [&](bool verb) {
      return std::any_of(readings.begin(), readings.end(),
                         [&](const Reading* r) { return (r->word_class == TriggerClass::verb) == verb; });
    };
    if (!has(false)) return true;
    if (!has(true)) return false;
    const Upos upos = text_.token(t).upos;
    if (upos == Upos::VERB || upos == Upos::AUX) return true;
    return false;
  }

  // "call off" rather than "call", where the particle stands.
  static void prefer_particles(std::pmr::vector<const Reading*>& readings) {
    const bool any =
        std::any_of(readings.begin(), readings.end(), [](const Reading* r) { return !r->particle.empty(); });
    if (any) std::erase_if(readings, [](const Reading* r) { return r->particle.empty(); });
  }

  // The trigger's word in the tree: the one whose head is outside the trigger.
  std::uint32_t word_in_tree(std::uint32_t t, std::uint32_t words) const {
    for (std::uint32_t i = t; i < t + words; ++i) {
      const std::uint32_t h = text_.head(i);
      if (h == syntax::kNoHead || h < t || h >= t + words) return i;
    }
    return t;
  }

  void add(std::uint32_t s, std::uint32_t t, std::uint32_t words, const std::pmr::vector<const Reading*>& readings,
           bool verb, Tail tail) {
    Predicate p;
    p.sentence = s;
    p.first = t;
    p.last = t + words;
    p.token = word_in_tree(t, words);
    if (verb && text_.token(p.token).upos != Upos::VERB)
      p.token = t;  // "turun ke jalan": the verb carries the arguments
    p.carrier = p.token;
    p.trigger = {text_.token(t).form.begin, text_.token(t + words - 1).form.end};
    p.word_class = verb ? TriggerClass::verb : readings.front()->word_class;
    p.bare = verb && readings.front()->feature == Feature::form;
    const auto kept = text_.arena.array<const Reading*>(readings.size());
    std::copy(readings.begin(), readings.end(), kept.begin());
    p.readings = kept;
    p.tail_first = tail.first;
    p.tail_last = tail.last;
    out_.push_back(p);
  }

  const Text& text_;
  std::pmr::vector<Predicate> out_;
};

}  // namespace

std::pmr::vector<Predicate> triggers_at(const Text& text, std::uint32_t sentence, std::uint32_t token) {
  return Finder(text).at(sentence, token);
}

}  // namespace warta::event
