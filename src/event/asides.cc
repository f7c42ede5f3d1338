#include "asides.h"

#include "text.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Feature;
using codebook::Sector;
using syntax::Rel;
using syntax::Upos;

constexpr std::uint32_t kLongest = 30;      // tokens of an aside: a title, a name, a place and a day
constexpr std::uint32_t kSpeakerReach = 3;  // tokens between the word of saying and an inverted speaker's mention

class Finder {
 public:
  Finder(const Text& text, const syntax::Sentence& sentence) : text_(text), s_(sentence) {}

  void run(std::pmr::vector<Aside>& out) const {
    for (std::uint32_t t = s_.first + 1; t < s_.last;) {
      const auto found = opens(t) ? read(t) : std::nullopt;
      if (found) out.push_back(*found);
      t = found ? found->last : t + 1;
    }
  }

 private:
  bool opens(std::uint32_t t) const {
    const std::string_view before = text_.form(t - 1);
    return (before == "," || quote_mark(before)) && t >= s_.first + 2 && text_.token(t).upos != Upos::PUNCT;
  }

  std::uint32_t end_of(std::uint32_t t) const {
    std::uint32_t end = t;
    while (end < s_.last && end < t + kLongest && !closes(end)) ++end;
    return end;
  }
  bool closes(std::uint32_t t) const {
    const std::string_view form = text_.form(t);
    return form == "," || form == "." || form == ";" || form == "?" || form == "!" || quote_mark(form);
  }

  std::optional<Aside> read(std::uint32_t first) const {
    const std::uint32_t last = end_of(first);
    if (last == first || last >= first + kLongest) return std::nullopt;
    if (says(first) && bare(first)) return inverted(first, last);
    return plain(first, last);
  }

  bool says(std::uint32_t t) const { return text_.cues(t).any(Cue::speech, Cue::admit, Cue::hedge_verb); }

  // A form that shows no voice: one that does ("menyebut Israel ...") has its object behind it.
  bool bare(std::uint32_t t) const {
    const syntax::Token& token = text_.token(t);
    if (token.lemma == token.lower) return true;
    for (const auto& form : text_.language.lexicon.morphology.forms(codebook::WordClass::verb, token.lemma))
      if (form.text == token.lower)
        return (form.feature == Feature::form || form.feature == Feature::participle) && token.upos == Upos::VERB;
    return false;
  }

  // "kata Menteri Luar Negeri X kepada wartawan", "said Jonas Balsys".
  std::optional<Aside> inverted(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t who = first + 1;
    if (who >= last || clause_in(who, last) || text_.token(who).upos == Upos::ADP) return std::nullopt;
    for (std::uint32_t t = who; t < last && t < who + kSpeakerReach; ++t) {
      if (text_.token(t).upos == Upos::ADP) break;
      if (const mention::Mention* m = text_.actor(t)) return Aside{first, last, first, top_of(m->head, who, last)};
    }
    std::uint32_t head = who;
    while (head + 1 < last && text_.token(head).upos != Upos::NOUN && text_.token(head).upos != Upos::PROPN) ++head;
    const bool noun = text_.token(head).upos == Upos::NOUN || text_.token(head).upos == Upos::PROPN;
    return noun ? std::optional(Aside{first, last, first, head}) : std::nullopt;
  }

  // The head of the whole phrase that a word is part of.
  std::uint32_t top_of(std::uint32_t t, std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t h = text_.head(t); h != syntax::kNoHead && h >= first && h < last && h != t; h = text_.head(t))
      t = h;
    return t;
  }

  // "the defence ministry in Mogadishu said on Tuesday": nothing but a noun phrase, the word of saying and when or to
  // whom.
  std::optional<Aside> plain(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t verb = first;
    while (verb < last && nominal(verb)) ++verb;
    if (verb == first || verb >= last || !says(verb) || clause_in(verb + 1, last) || !adjunct(verb + 1, last))
      return std::nullopt;
    const Upos begins = text_.token(first).upos;
    if (begins == Upos::ADP || begins == Upos::CCONJ || begins == Upos::SCONJ) return std::nullopt;
    return Aside{first, last, verb, speaker_of(first, verb)};
  }

  std::uint32_t speaker_of(std::uint32_t first, std::uint32_t verb) const {
    const std::uint32_t subject =
        text_.child(verb, [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj && c >= first && c < verb; });
    if (subject != kNone) return subject;
    for (std::uint32_t t = first; t < verb; ++t)
      if (const mention::Mention* m = text_.actor(t)) return m->head;
    return top_of(first, first, verb);
  }

  bool nominal(std::uint32_t t) const {
    if (says(t) && (text_.token(t).upos == Upos::VERB || text_.rel(t) == Rel::root || text_.rel(t) == Rel::parataxis))
      return false;
    switch (text_.token(t).upos) {
      case Upos::NOUN:
      case Upos::PROPN:
      case Upos::ADJ:
      case Upos::DET:
      case Upos::NUM:
      case Upos::PRON:
      case Upos::PART:
      case Upos::ADP:
      case Upos::CCONJ:
      case Upos::X:
        return true;
      case Upos::ADV:
        return true;
      case Upos::AUX:
        return !text_.cues(t).any(Cue::negator, Cue::future);
      case Upos::PUNCT:
        return text_.form(t) == "-";
      default:
        return text_.actor(t) != nullptr;
    }
  }

  bool clause_in(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      const Upos upos = text_.token(t).upos;
      if ((upos == Upos::VERB && !text_.actor(t) && !is_time(t)) ||
          (upos == Upos::SCONJ && text_.cue(t, Cue::complementizer)))
        return true;
    }
    return false;
  }

  // What may follow the word of saying, other than what is said: nothing, a phrase with a case word, a day, hearers.
  bool adjunct(std::uint32_t t, std::uint32_t last) const {
    if (t >= last) return true;
    const Upos upos = text_.token(t).upos;
    if (upos == Upos::ADP || upos == Upos::ADV || is_time(t)) return true;
    const mention::Mention* hearer = text_.actor(t);
    return hearer && (hearer->code.has(Sector::JRN) || hearer->code.has(Sector::LEG));
  }
  bool is_time(std::uint32_t t) const {
    return text_.language.times.words
        .longest([&](std::uint32_t n) { return t + n < s_.last ? text_.token(t + n).lower : std::string_view{}; },
                 [](codebook::Case, std::uint32_t) { return true; })
        .has_value();
  }

  const Text& text_;
  const syntax::Sentence& s_;
};

}  // namespace

std::pmr::vector<Aside> find_asides(const Text& text) {
  std::pmr::vector<Aside> out(&text.arena);
  for (const syntax::Sentence& sentence : text.document.sentences) Finder(text, sentence).run(out);
  return out;
}

}  // namespace warta::event
