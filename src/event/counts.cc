#include "counts.h"

#include <cmath>

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Root;
using syntax::Upos;

constexpr double kLargest = 1e10;         // more people than there are: no count
constexpr std::uint32_t kCountReach = 5;  // tokens between a number and the word that says what it counts

// "5.000", "1,200", "3.5": a separator before exactly three digits groups thousands in either language.
std::optional<double> digits(std::string_view form) {
  double value = 0, fraction = 0;
  bool any = false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    if (c >= '0' && c <= '9') {
      any = true;
      if (fraction > 0) {
        value += (c - '0') * fraction;
        fraction /= 10;
      } else {
        value = value * 10 + (c - '0');
      }
    } else if ((c == '.' || c == ',') && any && fraction == 0) {
      const std::size_t rest = form.size() - i - 1;
      const bool group = rest >= 3 && (rest == 3 || form[i + 4] == '.' || form[i + 4] == ',');
      if (rest == 0) break;
      if (!group) fraction = 0.1;
    } else {
      return std::nullopt;
    }
  }
  return any && value < kLargest ? std::optional<double>(value) : std::nullopt;
}

const codebook::NumberWord* number_word(const Text& text, std::uint32_t t) {
  return text.language.lexicon.numbers.word(text.token(t).lower);
}

class Counter {
 public:
  Counter(const Text& text, const Act& act)
      : text_(text), act_(act), p_(*act.predicate), s_(text.document.sentences[p_.sentence]) {}

  std::array<std::optional<Bounds>, kCounts> run() {
    for (std::uint32_t t = s_.first; t < s_.last;) {
      const auto number = number_at(text_, t);
      if (!number) {
        ++t;
        continue;
      }
      place(t, *number);
      t += number->words;
    }
    return out_;
  }

 private:
  void place(std::uint32_t t, const Number& number) {
    if (counts_no_people(t + number.words)) return;
    const auto kind = counted(t, t + number.words);
    if (!kind) return;
    auto& slot = out_[static_cast<std::size_t>(*kind)];
    if (slot) return;
    Bounds bounds{number.value, number.value};
    for (std::uint32_t n = 1; n <= 3 && t >= s_.first + n; ++n) {
      if (text_.mentions.cue_words[t - n] < n) continue;
      if (text_.cue(t - n, Cue::number_at_least)) bounds.high.reset();
      if (text_.cue(t - n, Cue::number_at_most)) bounds.low.reset();
    }
    slot = bounds;
  }

  // "two years in prison", "300 dollars".
  bool counts_no_people(std::uint32_t t) const {
    if (t >= s_.last) return false;
    if (text_.cue(t, Cue::currency)) return true;
    bool unit = false;
    text_.language.times.words.matches(
        [&](std::uint32_t n) { return n == 0 ? text_.token(t).lower : std::string_view{}; },
        [](codebook::Case, std::uint32_t) { return true; },
        [&](const auto& match) {
          for (const codebook::TimeWord& word : *match.value) unit = unit || word.kind == codebook::TimeKind::unit;
        });
    return unit;
  }

  // What a number counts: the nearest word that says so, within the clause; else what the act implies.
  std::optional<Count> counted(std::uint32_t first, std::uint32_t last) const {
    const Root root = act_.code ? act_.code->root : Root::none;
    if (root == Root::ASSAULT || root == Root::PROTEST || root == Root::COERCE) {
      if (const auto near = count_word_near(first, last); near && !counts_things(*near)) return near;
    }
    if (root == Root::COERCE && act_.code->code.starts_with("173") && counts_actor(act_.target, first))
      return Count::arrested;
    if (marches() && (counts_actor(act_.source, first) || counts_troops(first, last))) return Count::participants;
    if (root == Root::ASSAULT && act_.code->code.starts_with("18") && killed_by_verb(first)) return Count::killed;
    return std::nullopt;
  }

  // "burned two villages", "seized 200 lorries".
  bool counts_things(Count near) const {
    return (near == Count::arrested && act_.code->code.starts_with("171")) || act_.code->code == "1712";
  }

  // Acts in which people take part; who is freed does not.
  bool marches() const {
    if (!act_.code) return false;
    const Root root = act_.code->root;
    const std::string_view code = act_.code->code;
    return root == Root::PROTEST || root == Root::MOBILIZE || (root == Root::RETREAT && !code.starts_with("084")) ||
           code == "074";
  }

  // "One bomber killed 12": who does it is none of those it is done to.
  bool counts_doer(std::uint32_t number, std::uint32_t word) const {
    return word >= p_.first && word < p_.last && !p_.passive && number < p_.first && counts_actor(act_.source, number);
  }

  std::optional<Count> count_word_near(std::uint32_t first, std::uint32_t last) const {
    static constexpr std::array<std::pair<Cue, Count>, 4> kWords{{{Cue::count_killed, Count::killed},
                                                                  {Cue::count_injured, Count::injured},
                                                                  {Cue::count_arrested, Count::arrested},
                                                                  {Cue::count_displaced, Count::displaced}}};
    for (std::uint32_t n = 0; n < kCountReach; ++n)
      for (const bool after : {true, false}) {
        const std::uint32_t t = after ? last + n : first - 1 - n;
        if ((after && t >= s_.last) || (!after && first < s_.first + 1 + n)) continue;
        if (crosses(first, last, t) || counts_doer(first, t)) continue;
        for (const auto& [cue, count] : kWords)
          if (cue_covers(t, cue)) return count;
      }
    return std::nullopt;
  }

  bool cue_covers(std::uint32_t t, Cue cue) const { return text_.cue(t, cue); }

  bool crosses(std::uint32_t first, std::uint32_t last, std::uint32_t t) const {
    const std::uint32_t from = t < first ? t + 1 : last, to = t < first ? first : t;
    for (std::uint32_t i = from; i < to; ++i)
      if (text_.token(i).upos == Upos::PUNCT || text_.token(i).upos == Upos::CCONJ || number_at(text_, i)) return true;
    return false;
  }

  bool counts_actor(const Filler& filler, std::uint32_t number) const {
    for (const std::uint32_t m : filler.mentions) {
      const mention::Mention& mention = text_.mentions.actors[m];
      if (number >= mention.first && number < mention.last) return true;
      if (text_.under(number, mention.head) && number + 3 > mention.first && number < mention.last) return true;
    }
    return false;
  }

  // "mengerahkan 500 personel": a number right before people of arms.
  bool counts_troops(std::uint32_t, std::uint32_t last) const {
    for (std::uint32_t t = last; t < s_.last && t < last + 2; ++t)
      if (text_.cue(t, Cue::count_participants)) return true;
    return false;
  }

  bool killed_by_verb(std::uint32_t number) const {
    return text_.cue(p_.token, Cue::count_killed) && counts_actor(act_.target, number);
  }

  const Text& text_;
  const Act& act_;
  const Predicate& p_;
  const syntax::Sentence& s_;
  std::array<std::optional<Bounds>, kCounts> out_;
};

}  // namespace

std::optional<Number> number_at(const Text& text, std::uint32_t token) {
  const std::uint32_t end = text.sentence_of(token).last;
  double value = 0;
  std::uint32_t t = token;
  if (const auto d = digits(text.token(t).lower)) {
    value = *d;
    ++t;
  } else if (const auto w = number_word(text, t); w && !w->times) {
    value = w->value;
    ++t;
  } else {
    return std::nullopt;
  }
  // "dua puluh tiga ribu", "twenty-seven thousand": a sum of groups, each multiplied by what follows it.
  double total = 0;
  while (t < end) {
    const bool hyphen =
        text.form(t) == "-" && t + 1 < end && value >= 20 && number_word(text, t + 1);  // "twenty-seven"
    if (hyphen) ++t;
    const auto w = number_word(text, t);
    if (!w) break;
    if (w->times) {
      if (w->value >= 1000) {
        total += value * w->value;
        value = 0;
      } else {
        value = value * w->value;
      }
    } else {
      value += w->value;
    }
    ++t;
  }
  total += value;
  if (total > kLargest || std::floor(total) != total) return std::nullopt;
  return Number{static_cast<std::int64_t>(total), t - token};
}

std::array<std::optional<Bounds>, kCounts> counts_of(const Text& text, const Act& act) {
  return Counter(text, act).run();
}

}  // namespace warta::event
