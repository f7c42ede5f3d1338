#include "text.h"

#include <algorithm>

namespace warta::event {

using syntax::Rel;
using syntax::Upos;

bool quote_mark(std::string_view form) {
  return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''" || form == "«" || form == "»";
}

Text::Text(const extract::Article& article_, const syntax::Document& document_, const mention::Mentions& mentions_,
           const codebook::Codebook& books_, const codebook::Language& language_, Arena& arena_)
    : article(article_),
      document(document_),
      mentions(mentions_),
      books(books_),
      language(language_),
      arena(arena_),
      asides_(&arena_),
      fronted_(&arena_) {
  const std::size_t n = document.tokens.size();
  first_child_ = arena.array<std::uint32_t>(n);
  next_sibling_ = arena.array<std::uint32_t>(n);
  sentence_ = arena.array<std::uint32_t>(n);
  std::fill(first_child_.begin(), first_child_.end(), kNone);
  std::fill(next_sibling_.begin(), next_sibling_.end(), kNone);
  for (std::size_t i = n; i-- > 0;) {  // from the end, so that chains run in text order
    const std::uint32_t h = document.tokens[i].head;
    if (h == syntax::kNoHead) continue;
    next_sibling_[i] = first_child_[h];
    first_child_[h] = static_cast<std::uint32_t>(i);
  }
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    for (std::uint32_t t = document.sentences[s].first; t < document.sentences[s].last; ++t) sentence_[t] = s;
  asides_ = find_asides(*this);
  fronted_ = find_fronted(*this);
}

bool Text::marked_passive(std::uint32_t verb) const {
  bool subject = false, object = false, sure = false;
  each_child(verb, [&](std::uint32_t c) {
    const bool passive = sub(c) == syntax::Sub::pass;
    sure = sure || (sub(c) == syntax::Sub::agent && rel(c) == syntax::Rel::obl) ||
           (passive && rel(c) != syntax::Rel::nsubj);
    subject = subject || (passive && rel(c) == syntax::Rel::nsubj);
    object = object || (rel(c) == syntax::Rel::obj && c > verb);
  });
  // "The rights chief criticised the government": with an object and no auxiliary the tree is wrong about the subject.
  return sure || (subject && !object && may_suffer(verb));
}

// Where an affix makes the passive, a verb without one has none, whatever the tree makes of its subject ("tiba").
bool Text::may_suffer(std::uint32_t verb) const {
  const auto forms = language.lexicon.morphology.forms(codebook::WordClass::verb, token(verb).lemma);
  bool plain = false, affixed = false;
  for (const auto& form : forms) {
    plain = plain || (form.text == token(verb).lower && form.feature == codebook::Feature::form);
    affixed = affixed || form.feature == codebook::Feature::passive;
  }
  return !(plain && affixed);
}

bool Text::passive_form(std::uint32_t verb) const {
  if (marked_passive(verb)) return true;
  for (const auto& form : language.lexicon.morphology.forms(codebook::WordClass::verb, token(verb).lemma))
    if (form.text == token(verb).lower) return form.feature == codebook::Feature::passive;
  return false;
}

// Asides stand in text order and do not overlap.
const Aside* Text::last_aside(std::uint32_t t) const {
  const auto after = std::upper_bound(asides_.begin(), asides_.end(), t,
                                      [](std::uint32_t token, const Aside& aside) { return token < aside.first; });
  return after == asides_.begin() ? nullptr : &*(after - 1);
}

const Aside* Text::aside_at(std::uint32_t t) const {
  const Aside* aside = last_aside(t);
  return aside && t < aside->last ? aside : nullptr;
}

const Aside* Text::aside_telling(std::uint32_t t) const {
  if (aside_at(t)) return nullptr;
  const syntax::Sentence& sentence = sentence_of(t);
  const auto first = std::lower_bound(asides_.begin(), asides_.end(), sentence.first,
                                      [](const Aside& aside, std::uint32_t token) { return aside.first < token; });
  if (first == asides_.end() || first->first >= sentence.last || under(t, first->speaker)) return nullptr;
  return &*first;
}

const Aside* Text::aside_before(std::uint32_t t) const {
  if (t == 0) return nullptr;
  const Aside* aside = last_aside(t - 1);
  if (!aside || aside->last >= t) return nullptr;
  for (std::uint32_t mark = aside->last; mark < t; ++mark)
    if (token(mark).upos != Upos::PUNCT) return nullptr;
  return aside;
}

bool Text::under(std::uint32_t t, std::uint32_t ancestor) const {
  for (; t != syntax::kNoHead; t = head(t))
    if (t == ancestor) return true;
  return false;
}

std::string_view Text::case_of(std::uint32_t t) const {
  std::string_view single;
  std::pmr::string joined(&arena);
  each_child(t, [&](std::uint32_t c) {
    if (rel(c) != Rel::case_) return;
    const auto add = [&](std::uint32_t word) {
      if (single.empty()) {
        single = token(word).lower;
        return;
      }
      if (joined.empty()) joined = single;
      joined += ' ';
      joined += token(word).lower;
    };
    add(c);
    each_child(c, [&](std::uint32_t f) {
      if (rel(f) == Rel::fixed) add(f);
    });
  });
  return joined.empty() ? single : arena.copy(joined);
}

bool Text::case_is(std::uint32_t t, codebook::Cue what) const {
  return child(t, [&](std::uint32_t c) { return rel(c) == Rel::case_ && cue(c, what); }) != kNone;
}

Text::Range Text::subtree(std::uint32_t t) const {
  Range range{t, t + 1};
  each_child(t, [&](std::uint32_t c) {
    const Range inner = subtree(c);
    range.first = std::min(range.first, inner.first);
    range.last = std::max(range.last, inner.last);
  });
  return range;
}

bool Text::names_freely(std::uint32_t verb) const {
  constexpr std::uint32_t kSubject = 4;  // words between "what" and the verb at most
  if (!cue(verb, codebook::Cue::naming)) return false;
  const std::uint32_t first = sentence_of(verb).first;
  for (std::uint32_t t = verb; t > first && verb - t < kSubject;)
    if (cue(--t, codebook::Cue::free_relative)) return true;
  return false;
}

std::uint32_t Text::governing_verb(std::uint32_t t) const {
  for (; t != syntax::kNoHead; t = head(t)) {
    const Upos upos = token(t).upos;
    if (upos == Upos::VERB) return t;
    if (child(t, [&](std::uint32_t c) { return rel(c) == Rel::cop; }) != kNone) return t;
  }
  return kNone;
}

}  // namespace warta::event
