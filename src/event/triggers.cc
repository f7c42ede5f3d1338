#include "triggers.h"

#include <algorithm>

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Feature;
using codebook::Reading;
using codebook::TriggerClass;
using syntax::Rel;
using syntax::Upos;

constexpr std::uint32_t kTailReach = 10;  // tokens from a verb to its tail ("call the whole meeting off")

class Finder {
 public:
  explicit Finder(const Text& text) : text_(text), found_(&text.arena), out_(&text.arena) {}

  std::pmr::vector<Predicate> at(std::uint32_t s, std::uint32_t t) {
    const std::uint32_t end = text_.document.sentences[s].last;
    const auto& frames = text_.language.frames;
    const auto word = [&](std::uint32_t n) { return t + n < end ? text_.token(t + n).lower : std::string_view{}; };
    const auto fits = [](codebook::Case, std::uint32_t) { return true; };
    frames.triggers().matches(word, fits, [&](const auto& match) {
      for (const Reading& reading : *match.value) found_.push_back({&reading, match.words, {}});
    });
    frames.tailed().matches(word, fits, [&](const auto& match) { add_tailed(*match.value, t, t + match.words, end); });
    // "call off" before "call", and what stands apart before what stands alone.
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return a.words != b.words ? a.words > b.words : a.tail.words() > b.tail.words();
    });
    for (auto first = found_.begin(); first != found_.end();) {
      const auto last = std::find_if(first, found_.end(), [&](const Found& f) { return f.words != first->words; });
      read(s, t, {first, last});
      first = last;
    }
    return std::move(out_);
  }

 private:
  struct Tail {
    std::uint32_t first = 0, last = 0;
    std::uint32_t words() const { return last - first; }
    friend bool operator==(const Tail&, const Tail&) = default;
  };
  // A reading with the words that it covers, and those behind a gap.
  struct Found {
    const Reading* reading;
    std::uint32_t words;
    Tail tail;
  };

  // The nearest place within the clause where one of a reading's tails stands, and the longest of them there.
  void add_tailed(const std::vector<Reading>& readings, std::uint32_t t, std::uint32_t after, std::uint32_t end) {
    std::pmr::vector<bool> done(readings.size(), false, &text_.arena);
    for (std::uint32_t at = after; at < std::min(end, after + kTailReach); ++at) {
      const auto tails = tails_at(at, end);
      for (std::size_t i = 0; i < readings.size() && !tails.empty(); ++i) {
        if (done[i] || (at > after && !readings[i].gap)) continue;
        const auto tail = std::find_if(tails.begin(), tails.end(), [&](const auto& one) {
          return std::binary_search(one.value->begin(), one.value->end(), readings[i].tails);
        });
        if (tail == tails.end()) continue;
        done[i] = true;
        if (at == after)  // no gap: one trigger
          found_.push_back({&readings[i], at + tail->words - t, {}});
        else
          found_.push_back({&readings[i], after - t, {at, at + tail->words}});
      }
      const bool stop = text_.token(at).upos == Upos::PUNCT && !quote_mark(text_.form(at));  // 'called it "a crime"'
      if (stop || text_.token(at).upos == Upos::VERB) break;
    }
  }

  // Tails of any verb that begin at a token, the longest first.
  using Tails = codebook::Phrases<std::vector<std::uint32_t>>;
  std::pmr::vector<Tails::Match> tails_at(std::uint32_t at, std::uint32_t end) const {
    std::pmr::vector<Tails::Match> out(&text_.arena);
    text_.language.frames.tails().matches(
        [&](std::uint32_t n) { return at + n < end ? text_.token(at + n).lower : std::string_view{}; },
        [](codebook::Case, std::uint32_t) { return true; }, [&](const auto& match) { out.push_back(match); });
    std::reverse(out.begin(), out.end());
    return out;
  }

  // Readings of the same words: of a verb or of a noun; a predicate for each of their tails.
  void read(std::uint32_t s, std::uint32_t t, std::span<const Found> found) {
    const std::uint32_t words = found.front().words;
    if (inside_name(t, words)) return;
    const bool verb = reads_as_verb(t, found);
    if (verb && describes(t, words)) return;
    for (auto first = found.begin(); first != found.end();) {
      const auto last = std::find_if(first, found.end(), [&](const Found& f) { return !(f.tail == first->tail); });
      std::pmr::vector<const Reading*> readings(&text_.arena);
      for (auto one = first; one != last; ++one)
        if ((one->reading->word_class == TriggerClass::verb) == verb) readings.push_back(one->reading);
      if (!readings.empty()) add(s, t, words, readings, verb, first->tail);
      first = last;
    }
  }

  // Part of an actor's own name ("Komisi Pemberantasan Korupsi", "Save the Children").
  bool inside_name(std::uint32_t t, std::uint32_t words) const {
    const mention::Mention* actor = text_.actor(t);
    return actor && actor->first <= t && t + words <= actor->last &&
           !(actor->head == t && actor->kind == mention::Kind::pronoun) && actor->kind != mention::Kind::pronoun;
  }

  // "freed jailed protesters", "US-trained police": a participle before its noun says who they are.
  bool describes(std::uint32_t t, std::uint32_t words) const {
    const std::uint32_t h = text_.head(t);
    if (words == 1 && hyphened(t)) return true;
    if (words > 1 || h == syntax::kNoHead || h < t || text_.rel(t) != Rel::amod) return false;
    if (t > 1 && text_.cue(t - 1, Cue::of_phrase) && text_.actor(t - 2))
      return false;  // "accused Mali of arming rebels"
    const bool infinitive = t > 0 && (text_.token(t - 1).upos == Upos::PART || text_.token(t - 1).upos == Upos::AUX);
    const std::uint32_t verb = text_.governing_verb(h);  // none: the tree has lost the clause's own
    return text_.first_child(t) == kNone && !infinitive && verb != kNone && verb != h;
  }

  // "-trained" before an adjective or noun.
  bool hyphened(std::uint32_t t) const {
    if (t == 0 || t + 1 >= text_.sentence_of(t).last || text_.form(t - 1) != "-") return false;
    const Upos next = text_.token(t + 1).upos;
    return text_.token(t - 1).form.end == text_.token(t).form.begin && text_.token(t).upos == Upos::VERB &&
           (next == Upos::ADJ || next == Upos::NOUN || next == Upos::PROPN);
  }

  bool reads_as_verb(std::uint32_t t, std::span<const Found> found) const {
    const auto has = [&](bool verb) {
      return std::any_of(found.begin(), found.end(),
                         [&](const Found& f) { return (f.reading->word_class == TriggerClass::verb) == verb; });
    };
    if (!has(false)) return true;
    if (!has(true)) return false;
    const Upos upos = text_.token(t).upos;
    if (upos == Upos::VERB || upos == Upos::AUX) return true;
    return false;
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
  std::pmr::vector<Found> found_;
  std::pmr::vector<Predicate> out_;
};

}  // namespace

std::pmr::vector<Predicate> triggers_at(const Text& text, std::uint32_t sentence, std::uint32_t token) {
  return Finder(text).at(sentence, token);
}

}  // namespace warta::event
