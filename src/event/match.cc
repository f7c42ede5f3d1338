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

bool phrase_has_below(const Text& text, std::uint32_t t, const codebook::WordSet& words, int depth) {
  if (words.has(text.token(t).lower)) return true;
  if (depth == 0) return false;
  return text.child(t, [&](std::uint32_t c) {
    const Rel r = text.rel(c);
    if (r == Rel::acl || r == Rel::advcl || r == Rel::punct || r == Rel::parataxis || r == Rel::conj) return false;
    return phrase_has_below(text, c, words, depth - 1);
  }) != kNone;
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
      if (!frame.theme.empty()) {
        if (!has_theme(frame.theme)) continue;
        score += 4;
      }
      Act act = with_outcome(frame, score);
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
      if (!std::all_of(when.conditions.begin(), when.conditions.end(), [&](const Condition& c) { return holds(c); })) continue;
      score += 2;
      if (when.outcome.silent) act.silent = when.outcome.silent;
      if (when.outcome.code) {
        act.code = when.outcome.code;
        act.mode = when.outcome.mode;
      }
      if (!when.outcome.source.empty()) source = &when.outcome.source;
      if (!when.outcome.target.empty()) target = &when.outcome.target;
      break;
    }
    act.source = fill(text_, p_, *source);
    act.target = fill(text_, p_, *target);
    return act;
  }

  bool has_theme(const codebook::WordSet& theme) const {
    if (p_.word_class == TriggerClass::verb) {
      for (const Argument& a : p_.arguments)
        if (a.kind == SlotKind::patient && phrase_has(text_, a.head, theme)) return true;
      return near(theme);
    }
    return phrase_has(text_, p_.token, theme) || std::any_of(p_.arguments.begin(), p_.arguments.end(), [&](const Argument& a) {
             return a.kind != SlotKind::case_word && phrase_has(text_, a.head, theme);
           });
  }

  // Words beside the verb on the side of its patient, up to the next verb or punctuation.
  bool near(const codebook::WordSet& words) const {
    const syntax::Sentence& s = text_.document.sentences[p_.sentence];
    const auto stops = [&](std::uint32_t t) {
      const Upos upos = text_.token(t).upos;
      return upos == Upos::VERB || upos == Upos::PUNCT || upos == Upos::SCONJ;
    };
    for (std::uint32_t t = p_.last; t < s.last && t < p_.last + kThemeReach && !stops(t); ++t)
      if (words.has(text_.token(t).lower)) return true;
    if (!p_.passive) return false;
    for (std::uint32_t t = p_.first; t-- > s.first && t + kThemeReach + 1 >= p_.first && !stops(t);)
      if (words.has(text_.token(t).lower)) return true;
    return false;
  }

  bool holds(const Condition& condition) const {
    const Argument* a = argument_of(p_, condition.slot);
    switch (condition.test) {
      case Condition::Test::absent: return a == nullptr;
      case Condition::Test::words:
        if (a && phrase_has(text_, a->head, condition.words)) return true;
        if (condition.slot.kind == SlotKind::patient && p_.word_class == TriggerClass::verb) return near(condition.words);
        if (condition.slot.kind == SlotKind::patient) return phrase_has(text_, p_.token, condition.words);
        return condition.slot.kind == SlotKind::case_word && any_oblique(condition);
      case Condition::Test::has_actor: return a && !actors_of(text_, a->head, nullptr).empty();
      case Condition::Test::no_actor: return !a || actors_of(text_, a->head, nullptr).empty();
      case Condition::Test::is: return a && is_one_of(*a, condition.codes);
    }
    return false;
  }

  // Several phrases may share one case word ("di depan istana di Jakarta"): any of them will do.
  bool any_oblique(const Condition& condition) const {
    return std::any_of(p_.arguments.begin(), p_.arguments.end(), [&](const Argument& a) {
      return a.kind == SlotKind::case_word && a.case_word == condition.slot.word && phrase_has(text_, a.head, condition.words);
    });
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

bool phrase_has(const Text& text, std::uint32_t head, const codebook::WordSet& words) {
  return phrase_has_below(text, head, words, kPhraseDepth);
}

std::optional<Act> match(const Text& text, const Predicate& predicate) { return Matcher(text, predicate).run(); }

}  // namespace warta::event
