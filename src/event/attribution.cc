#include "attribution.h"

#include <algorithm>

namespace warta::event {
namespace {

using codebook::Cue;
using syntax::Rel;
using syntax::Sub;
using syntax::Upos;

constexpr std::uint32_t kHeadlineColon = 8;  // tokens in which a headline's "X:" must end
constexpr std::uint32_t kSpeakerWords = 12;  // tokens between a quotation and its verb of saying: a title and a name
constexpr std::uint32_t kSpeakerReach = 2;   // sentences over which a quotation goes on

}  // namespace

// The words that name a speaker: the actor's mention if there is one, else the noun phrase without its clauses.
std::optional<Speaker> Speakers::from_phrase(std::uint32_t head) const {
  if (head == kNone || head == syntax::kNoHead) return std::nullopt;
  if (const std::uint32_t m = text_.mentions.actor_at[head]; m != mention::kNone) {
    const mention::Mention& who = text_.mentions.actors[m];
    Speaker speaker{who.span, m, false};
    if (!who.person) speaker.span.end = end_with_place(who.last);
    return speaker;
  }
  if (text_.token(head).upos == Upos::VERB) return std::nullopt;
  Text::Range range{head, head + 1};
  const auto widen = [&](auto&& self, std::uint32_t t) -> void {
    text_.each_child(t, [&](std::uint32_t c) {
      const Rel r = text_.rel(c);
      if (r == Rel::acl || r == Rel::advcl || r == Rel::punct || r == Rel::conj || r == Rel::appos ||
          r == Rel::parataxis || r == Rel::case_ || r == Rel::cc || r == Rel::obl || r == Rel::cop || r == Rel::mark ||
          r == Rel::nsubj || (r == Rel::det && c > t))
        return;
      range.first = std::min(range.first, c);
      range.last = std::max(range.last, c + 1);
      self(self, c);
    });
  };
  widen(widen, head);
  Speaker speaker{text_.span(range), kNone, false};
  speaker.span.end = end_with_place(range.last);
  return speaker;
}

// The end of a phrase before token `last`, with the place that tells where they are ("traders in Kampala").
std::uint32_t Speakers::end_with_place(std::uint32_t last) const {
  const std::uint32_t end = text_.sentence_of(last - 1).last;
  if (last + 1 >= end || !text_.cue(last, Cue::place_phrase)) return text_.token(last - 1).form.end;
  const std::uint32_t place = text_.mentions.place_at[last + 1];
  return place == mention::kNone ? text_.token(last - 1).form.end : text_.mentions.places[place].span.end;
}

std::optional<Speaker> Speakers::behind(std::uint32_t word) const {
  if (word == kNone) return std::nullopt;
  const bool noun = text_.token(word).upos == Upos::NOUN;
  const bool passive = !noun && text_.passive_form(word);
  std::uint32_t found = text_.child(word, [&](std::uint32_t c) {
    const syntax::Relation r = text_.token(c).relation;
    if (r.rel == Rel::obl && (r.sub == Sub::agent || text_.case_is(c, Cue::by_phrase))) return true;
    if (noun)
      return r.rel == Rel::nmod && (r.sub == Sub::poss || text_.case_of(c).empty()) && text_.actor(c) != nullptr;
    return r.rel == Rel::nsubj && !passive && r.sub != Sub::pass;
  });
  if (found == kNone && passive && word + 1 < text_.sentence_of(word).last && text_.actor(word + 1))
    found = text_.actor(word + 1)->head;
  if (found != kNone && !text_.actor(found) && cues_about(text_, found).has(Cue::aspect)) {
    const std::uint32_t h = text_.head(word);  // "Mongolia berulang | kali membantah"
    found = h == syntax::kNoHead ? kNone : text_.child(h, [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj; });
  }
  const auto follows = [&]() -> const mention::Mention* {  // "..., kata X"
    const syntax::Sentence& s = text_.sentence_of(word);
    for (std::uint32_t t = word + 1; t < s.last && t < word + 4; ++t)
      if (text_.actor(t)) return text_.actor(t);
    return nullptr;
  };
  if (found == kNone && !passive && text_.cue(word, Cue::speech) && text_.rel(word) != Rel::conj &&
      text_.rel(word) != Rel::xcomp)
    if (const mention::Mention* m = follows()) return from_phrase(m->head);
  if (found == kNone && !noun) {  // a subject shared with the verb above
    const std::uint32_t h = text_.head(word);
    const Rel r = text_.rel(word);
    if (h != syntax::kNoHead && (r == Rel::conj || r == Rel::xcomp || r == Rel::advcl)) return behind(h);
    const mention::Mention* beside = word > text_.sentence_of(word).first ? text_.actor(word - 1) : nullptr;
    if (r == Rel::acl && !passive && beside && !text_.under(h, beside->head))
      return from_phrase(beside->head);  // "a charge Tripoli denied"
    if (h != syntax::kNoHead && r == Rel::acl && !text_.actor(h) && cues_about(text_, h).has(Cue::aspect))
      return behind(text_.head(h));  // "Mongolia berulang kali | membantah"
    if (h != syntax::kNoHead && r == Rel::acl && !text_.passive_form(word)) return from_phrase(h);
  }
  if (found != kNone && text_.cue(found, Cue::relative) && text_.head(word) != syntax::kNoHead)
    found = text_.head(word);
  if (found == kNone && !noun && !passive)  // "diyakini meretas parlemen": nobody says who believes it
    if (const mention::Mention* m = follows()) return from_phrase(m->head);
  return from_phrase(found);
}

std::optional<Speaker> Speakers::aside(const Predicate& p) const {
  const Aside* aside = text_.aside_telling(p.first);
  return aside ? from_phrase(aside->speaker) : std::nullopt;
}

std::optional<Speaker> Speakers::according(const Predicate& p) const {
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    if (!text_.cue(t, Cue::according)) continue;
    const std::uint32_t after = t + std::max<std::uint32_t>(1, text_.mentions.cue_words[t]);
    if (after >= s.last || text_.token(after).upos == Upos::PUNCT) continue;
    if (const mention::Mention* m = text_.actor(after)) return from_phrase(m->head);
    std::uint32_t head = after;  // climb to the head of the phrase that begins here
    while (text_.head(head) != syntax::kNoHead && text_.head(head) > head &&
           text_.token(text_.head(head)).upos != Upos::VERB)
      head = text_.head(head);
    if (head == after && text_.token(after).upos != Upos::NOUN && text_.token(after).upos != Upos::PROPN)
      for (head = after;
           head + 1 < s.last && text_.token(head).upos != Upos::NOUN && text_.token(head).upos != Upos::PROPN; ++head) {
      }
    return from_phrase(head);
  }
  return std::nullopt;
}

// "X: ..." or "...: X".
std::optional<Speaker> Speakers::headline(const Predicate& p) const {
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  for (std::uint32_t t = s.first; t < s.last && t < s.first + kHeadlineColon; ++t) {
    if (text_.form(t) != ":") continue;
    if (t >= p.first || t == s.first) break;
    const mention::Mention* m = text_.actor(t - 1);
    if (!m || m->first > s.first + 1) break;
    Speaker speaker{m->span, text_.mentions.actor_at[t - 1], true};
    return speaker;
  }
  const std::uint32_t label = label_behind(p);
  return label == kNone ? std::nullopt : from_phrase(label);
}

// The head of the label that closes a headline (syntax/label.h), behind the act.
std::uint32_t Speakers::label_behind(const Predicate& p) const {
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  for (std::uint32_t t = p.last; t + 1 < s.last; ++t) {
    if (text_.form(t) != ":") continue;
    const std::uint32_t head = text_.head(t);
    return head != syntax::kNoHead && head > t && text_.rel(head) == Rel::parataxis && text_.actor(head) ? head : kNone;
  }
  return kNone;
}

// "..., and Dakar promised": a clause of its own.
bool Speakers::begins_clause(std::uint32_t t) const {
  const Upos upos = text_.token(t).upos;
  return upos == Upos::CCONJ || upos == Upos::SCONJ;
}

// "..., X said it would ...": what it tells stands behind it.
bool Speakers::has_content_behind(std::uint32_t verb) const {
  return text_.child(verb, [&](std::uint32_t c) {
    return c > verb && (text_.rel(c) == Rel::ccomp || text_.rel(c) == Rel::xcomp);
  }) != kNone;
}

// A verb of saying after a comma or a closing quotation mark, which the tree did not connect.
std::optional<Speaker> Speakers::tail(const Predicate& p) const {
  const syntax::Sentence& s = text_.document.sentences[p.sentence];
  for (std::uint32_t t = p.last; t < s.last; ++t) {
    if (!text_.cue(t, Cue::speech) || text_.token(t).upos == Upos::NOUN) continue;
    std::uint32_t before = t;
    bool parted = false;
    while (before-- > p.last && before + kSpeakerWords > t) {
      const std::string_view form = text_.form(before);
      if (form == "," || quote_mark(form)) {
        parted = true;
        break;
      }
    }
    if (!parted || begins_clause(before + 1) || has_content_behind(t)) continue;
    for (std::uint32_t u = before + 1; u < s.last && u < t + 5; ++u)
      if (text_.actor(u)) return from_phrase(text_.actor(u)->head);
    if (const auto found = behind(t)) return found;
  }
  return std::nullopt;
}

bool Speakers::in_quotes(std::uint32_t token) const {
  const syntax::Sentence& s = text_.sentence_of(token);
  bool open = false;
  for (std::uint32_t t = s.first; t < token; ++t)
    if (quote_mark(text_.form(t))) open = !open;
  return open;
}

std::optional<Speaker> Speakers::quoted(const Predicate& p) const {
  if (!last_ || p.sentence > last_sentence_ + kSpeakerReach || !in_quotes(p.token)) return std::nullopt;
  return last_;
}

std::optional<Speaker> Speakers::of(const Predicate& p, const Standing& standing) {
  std::optional<Speaker> found = aside(p);
  if (!found && standing.speech != kNone) found = behind(standing.speech);
  if (!found) found = according(p);
  if (!found) found = headline(p);
  if (!found) found = tail(p);
  if (!found) found = quoted(p);
  if (found) {
    last_ = found;
    last_sentence_ = p.sentence;
  }
  return found;
}

}  // namespace warta::event
