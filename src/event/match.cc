#include "match.h"

#include <algorithm>

namespace warta::event {
namespace {

using codebook::Condition;
using codebook::Frame;
using codebook::SlotKind;
using codebook::TriggerClass;
using syntax::Rel;
using syntax::Upos;

constexpr std::uint32_t kThemeReach = 4;  // tokens beside a verb where its theme may stand if the tree lost it
constexpr int kPhraseDepth = 3;

// Whether one of the words, which may be several in a row, begins at a token.
bool begins_at(const Text& text, std::uint32_t t, const codebook::WordSet& words) {
  const std::uint32_t end = text.sentence_of(t).last;
  return words.begins([&](std::uint32_t n) { return t + n < end ? text.token(t + n).lower : std::string_view{}; });
}

// The token of the phrase that is one of the words, or kNone.
std::uint32_t word_below(const Text& text, std::uint32_t t, const codebook::WordSet& words, int depth) {
  if (begins_at(text, t, words)) return t;
  if (depth == 0) return kNone;
  for (std::uint32_t c = text.first_child(t); c != kNone; c = text.next_sibling(c)) {
    const Rel r = text.rel(c);
    if (r == Rel::acl || r == Rel::advcl || r == Rel::punct || r == Rel::parataxis || r == Rel::conj) continue;
    if (const std::uint32_t found = word_below(text, c, words, depth - 1); found != kNone) return found;
  }
  return kNone;
}

class Matcher {
 public:
  Matcher(const Text& text, const Predicate& p) : text_(text), p_(p) {}

  std::optional<Act> run() const {
    std::optional<Act> best;
    int best_score = 0;
    for (const codebook::Reading* reading : p_.readings) {
      const Frame& frame = text_.language.frames.frames()[reading->frame];
      int score = 1;
      std::uint32_t theme = kNone;
      if (!frame.theme.empty()) {
        theme = theme_word(frame.theme);
        if (theme == kNone) continue;
        score += 4;
      }
      Act act = with_outcome(frame, score);
      if (act.absorbed == kNone) act.absorbed = theme;
      if (act.silent && act.code != frame.code) score -= 8;  // gives way to every act: see frames.md
      if (!act.silent && frame.needs_target && act.target.mentions.empty()) score -= 2;
      if (!act.target.mentions.empty()) ++score;
      if (!best || score > best_score) {
        best = act;
        best_score = score;
      }
    }
    return best;
  }

 private:
  Act with_outcome(const Frame& frame, int& score) const {
    Act act;
    act.predicate = &p_;
    act.frame = &frame;
    act.code = frame.code;
    act.mode = frame.mode;
    const std::vector<codebook::Slot>*source = &frame.source, *target = &frame.target;
    for (const codebook::When& when : frame.whens) {
      if (!std::all_of(when.conditions.begin(), when.conditions.end(), [&](const Condition& c) { return holds(c); }))
        continue;
      score += 2;
      for (const Condition& c : when.conditions)
        if (c.test == Condition::Test::words && c.slot.kind == SlotKind::patient) act.absorbed = word_in_slot(c);
      act.also = when.outcome.also;
      if (when.outcome.silent) act.silent = when.outcome.silent;
      if (when.outcome.code) {
        act.code = when.outcome.code;
        act.mode = when.outcome.mode;
      }
      if (!when.outcome.source.empty()) source = &when.outcome.source;
      if (!when.outcome.target.empty()) target = &when.outcome.target;
      break;
    }
    act.source = fill(text_, p_, *source, nullptr);
    act.target = fill(text_, p_, *target, &act.source);
    return act;
  }

  // The token that is one of the frame's theme words, or kNone: in the patient of a verb, about a noun.
  std::uint32_t theme_word(const codebook::WordSet& theme) const {
    if (p_.word_class != TriggerClass::verb)
      if (const std::uint32_t own = word_in_phrase(text_, p_.token, theme); own != kNone) return own;
    for (const Argument& a : p_.arguments) {
      if (a.kind != SlotKind::patient && (p_.word_class == TriggerClass::verb || a.kind == SlotKind::case_word))
        continue;
      if (const std::uint32_t found = word_in_phrase(text_, a.head, theme); found != kNone) return found;
    }
    return p_.word_class == TriggerClass::verb ? near(theme) : kNone;
  }

  // Words beside the verb on the side of its patient, up to the next verb or punctuation.
  std::uint32_t near(const codebook::WordSet& words) const {
    const syntax::Sentence& s = text_.document.sentences[p_.sentence];
    const auto stops = [&](std::uint32_t t) {
      const Upos upos = text_.token(t).upos;
      return upos == Upos::VERB || upos == Upos::PUNCT || upos == Upos::SCONJ;
    };
    for (std::uint32_t t = p_.last; t < s.last && t < p_.last + kThemeReach && !stops(t); ++t)
      if (begins_at(text_, t, words)) return t;
    if (!p_.passive) return kNone;
    for (std::uint32_t t = p_.first; t-- > s.first && t + kThemeReach + 1 >= p_.first && !stops(t);)
      if (begins_at(text_, t, words)) return t;
    return kNone;
  }

  bool holds(const Condition& condition) const {
    const Argument* a = argument_of(p_, condition.slot);
    switch (condition.test) {
      case Condition::Test::absent:
        return a == nullptr;
      case Condition::Test::words:
        return word_in_slot(condition) != kNone;
      case Condition::Test::has_actor:
        return a && !actors_of(text_, a->head, nullptr).empty();
      case Condition::Test::no_actor:
        return !a || actors_of(text_, a->head, nullptr).empty();
      case Condition::Test::several:
        return a && several_countries(*a);
      case Condition::Test::is:
        return a && is_one_of(*a, condition.codes);
    }
    return false;
  }

  bool several_countries(const Argument& a) const {
    const auto actors = actors_of(text_, a.head, nullptr);
    return std::any_of(actors.begin(), actors.end(), [&](std::uint32_t m) {
      const std::string_view from = text_.mentions.actors[m].code.from();
      return !from.empty() && from != text_.mentions.actors[actors.front()].code.from();
    });
  }

  std::uint32_t word_in_slot(const Condition& condition) const {
    if (const Argument* a = argument_of(p_, condition.slot))
      if (const std::uint32_t found = word_in_phrase(text_, a->head, condition.words); found != kNone) return found;
    if (condition.slot.kind == SlotKind::patient)
      return p_.word_class == TriggerClass::verb ? near(condition.words)
                                                 : word_in_phrase(text_, p_.token, condition.words);
    return condition.slot.kind == SlotKind::case_word ? word_in_oblique(condition) : kNone;
  }

  // Several phrases may share one case word ("di depan istana di Jakarta"): any of them will do.
  std::uint32_t word_in_oblique(const Condition& condition) const {
    for (const Argument& a : p_.arguments) {
      if (a.kind != SlotKind::case_word || a.case_word != condition.slot.word) continue;
      if (const std::uint32_t found = word_in_phrase(text_, a.head, condition.words); found != kNone) return found;
    }
    return kNone;
  }

  bool is_one_of(const Argument& a, const std::vector<codebook::ActorCode>& codes) const {
    const auto actors = actors_of(text_, a.head, nullptr);
    if (actors.empty()) return false;
    const codebook::ActorCode& code = text_.mentions.actors[actors.front()].code;
    return std::any_of(codes.begin(), codes.end(), [&](const codebook::ActorCode& want) {
      if (!want.from().empty()) return code.from() == want.from();
      for (int s = 0; s < codebook::kSectors; ++s)
        if (want.has(static_cast<codebook::Sector>(s)) && code.has(static_cast<codebook::Sector>(s))) return true;
      return false;
    });
  }

  const Text& text_;
  const Predicate& p_;
};

}  // namespace

std::uint32_t word_in_phrase(const Text& text, std::uint32_t head, const codebook::WordSet& words) {
  return word_below(text, head, words, kPhraseDepth);
}

std::optional<Act> match(const Text& text, const Predicate& predicate) { return Matcher(text, predicate).run(); }

}  // namespace warta::event
