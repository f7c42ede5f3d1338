// What every step of coding looks at: one article's text, trees, mentions and books. Read-only; all views live as long
// as the article's arena.
#pragma once
#include <algorithm>
#include <memory_resource>

#include "asides.h"
#include "event/event.h"
#include "fronted.h"

namespace warta::event {

inline constexpr std::uint32_t kNone = mention::kNone;

bool quote_mark(std::string_view form);

// The items of one sentence among items in text order.
template <class Items>
auto of_sentence(const Items& items, std::uint32_t sentence) {
  const auto first =
      std::partition_point(items.begin(), items.end(), [&](const auto& i) { return i.sentence < sentence; });
  const auto last = std::partition_point(first, items.end(), [&](const auto& i) { return i.sentence == sentence; });
  return std::span(first, last);
}

class Text {
 public:
  Text(const extract::Article& article, const syntax::Document& document, const mention::Mentions& mentions,
       const codebook::Codebook& books, const codebook::Language& language, Arena& arena);

  const extract::Article& article;
  const syntax::Document& document;
  const mention::Mentions& mentions;
  const codebook::Codebook& books;
  const codebook::Language& language;
  Arena& arena;

  const syntax::Token& token(std::uint32_t t) const { return document.tokens[t]; }
  std::string_view form(std::uint32_t t) const { return document.form(t); }
  bool cue(std::uint32_t t, codebook::Cue cue) const { return mentions.cues[t].has(cue); }
  const codebook::CueSet& cues(std::uint32_t t) const { return mentions.cues[t]; }
  std::uint32_t head(std::uint32_t t) const { return token(t).head; }
  syntax::Rel rel(std::uint32_t t) const { return token(t).relation.rel; }
  syntax::Sub sub(std::uint32_t t) const { return token(t).relation.sub; }
  const mention::Mention* actor(std::uint32_t t) const { return mentions.actor(t); }

  // Children in text order: for (t = first_child(h); t != kNone; t = next_sibling(t)).
  std::uint32_t first_child(std::uint32_t t) const { return first_child_[t]; }
  std::uint32_t next_sibling(std::uint32_t t) const { return next_sibling_[t]; }

  template <class F>
  void each_child(std::uint32_t t, F&& f) const {
    for (std::uint32_t c = first_child_[t]; c != kNone; c = next_sibling_[c]) f(c);
  }
  // The first child that satisfies, or kNone.
  template <class F>
  std::uint32_t child(std::uint32_t t, F&& f) const {
    for (std::uint32_t c = first_child_[t]; c != kNone; c = next_sibling_[c])
      if (f(c)) return c;
    return kNone;
  }
  bool under(std::uint32_t t, std::uint32_t ancestor) const;  // t == ancestor counts
  // Lower-cased case words of a phrase's head, joined by blanks ("out of"); empty: none.
  std::string_view case_of(std::uint32_t t) const;
  // Whether the phrase's case word has a cue (of one of its words).
  bool case_is(std::uint32_t t, codebook::Cue cue) const;
  // First and last+1 token of a subtree, never beyond the sentence.
  struct Range {
    std::uint32_t first, last;
  };
  Range subtree(std::uint32_t t) const;
  Span span(Range range) const { return {token(range.first).form.begin, token(range.last - 1).form.end}; }
  const syntax::Sentence& sentence_of(std::uint32_t t) const { return document.sentences[sentence_[t]]; }
  std::uint32_t sentence_number(std::uint32_t t) const { return sentence_[t]; }
  // The verb (or copular predicate) that a token depends on, itself included; kNone at the root of a verbless sentence.
  std::uint32_t governing_verb(std::uint32_t t) const;

  // "what they called", "apa yang mereka sebut": a verb whose subject gives an act its own name.
  bool names_freely(std::uint32_t verb) const;

  // Whether a verb is passive by what hangs on it; by that or by its form.
  bool marked_passive(std::uint32_t verb) const;
  bool passive_form(std::uint32_t verb) const;
  bool may_suffer(std::uint32_t verb) const;

  // Whether a sentence ends as headlines do, without a full stop or the like.
  bool headline(const syntax::Sentence& sentence) const { return token(sentence.last - 1).upos != syntax::Upos::PUNCT; }

  // The aside that a token is part of; that tells a token outside it; that stands with its marks right before a token.
  // Or nullptr.
  const Aside* aside_at(std::uint32_t t) const;
  const Aside* aside_telling(std::uint32_t t) const;
  const Aside* aside_before(std::uint32_t t) const;
  const std::optional<Fronted>& fronted(std::uint32_t sentence) const { return fronted_[sentence]; }

 private:
  const Aside* last_aside(std::uint32_t t) const;  // that begins at a token or before it

  std::pmr::vector<Aside> asides_;
  std::pmr::vector<std::optional<Fronted>> fronted_;  // of each sentence
  std::span<std::uint32_t> first_child_, next_sibling_, sentence_;
};

}  // namespace warta::event
