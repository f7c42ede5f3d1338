// The features of a parser state, after Zhang and Nivre (2011): the words at the top of the stack (s0, s1, s2) and at
// the front of the buffer (b0, b1, b2), their children, distances and what stands between. Each kind has a number of
// its own, counted as they are listed: a change here needs new models.
#include "parse_search.h"

namespace warta::syntax {
namespace {

std::uint64_t distance(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t d = b > a ? b - a : 0;
  return d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : d < 20 ? 7 : 8;
}

std::uint64_t few(unsigned count, unsigned most) { return count < most ? count : most; }

}  // namespace

void parse_features(std::span<const ParseWord> words, std::span<const Cell> cells, std::uint32_t stack,
                    std::uint32_t front, ParseFeatures& out) {
  const Cell &cs0 = cells[stack], &cb0 = cells[front];
  const Cell &cs1 = cells[cs0.below], &cs2 = cells[cs1.below];
  const auto word = [&](std::uint32_t cell) -> const ParseWord& { return words[cells[cell].word]; };
  const ParseWord &s0 = words[cs0.word], &s1 = words[cs1.word], &s2 = words[cs2.word], &s3 = word(cs2.below);
  const std::uint32_t b = cb0.word;
  const ParseWord &b0 = words[b], &b1 = words[b + 1], &b2 = words[b + 2], &b3 = words[b + 3];
  const ParseWord &s0l = word(cs0.left), &s0l2 = word(cs0.left2), &s0r = word(cs0.right), &s0r2 = word(cs0.right2);
  const ParseWord &s1l = word(cs1.left), &s1l2 = word(cs1.left2), &s1r = word(cs1.right), &s1r2 = word(cs1.right2);
  const ParseWord &b0l = word(cb0.left), &b0l2 = word(cb0.left2);
  const ParseWord &s0ll = word(cells[cs0.left].left), &s0rl = word(cells[cs0.right].left),
                  &s1rl = word(cells[cs1.right].left);
  const std::uint64_t d = stack == 0 ? 15 : distance(cs0.word, b),
                      e = cs0.below == 0 ? 15 : distance(cs1.word, cs0.word);
  const std::uint64_t verbs =
      stack == 0 ? 9 : few(static_cast<unsigned>(b0.verbs - s0.verbs - (s0.verbs != words[cs0.word + 1].verbs)), 2);
  const std::uint64_t marks = stack == 0 ? 9 : few(static_cast<unsigned>(b0.marks - s0.marks), 2);
  const std::uint64_t marks1 = cs0.below == 0 ? 9 : few(static_cast<unsigned>(s0.marks - s1.marks), 2);
  const std::uint64_t verbs1 = cs0.below == 0 ? 9 : few(static_cast<unsigned>(s0.verbs - s1.verbs), 2);
  const std::uint64_t v0 = few(cs0.lefts, 3) * 4 + few(cs0.rights, 3), v1 = few(cs1.lefts, 3) * 4 + few(cs1.rights, 3);
  const std::uint64_t vb = few(cb0.lefts, 3);

  FeatureKeys f(out, 100);
  // single words
  f(s0.form), f(s0.tag), f(s0.both), f(s1.form), f(s1.tag), f(s1.both), f(s2.tag), f(s2.both), f(s3.tag);
  f(b0.form), f(b0.tag), f(b0.both), f(b1.form), f(b1.tag), f(b1.both), f(b2.tag), f(b2.both), f(b3.tag);
  f(s0.lemma), f(s1.lemma), f(b0.lemma);
  // pairs of heads-to-be
  f(s0.both, b0.both), f(s0.both, b0.tag), f(s0.tag, b0.both), f(s0.lemma, b0.lemma), f(s0.tag, b0.tag);
  f(s1.both, s0.both), f(s1.both, s0.tag), f(s1.tag, s0.both), f(s1.lemma, s0.lemma), f(s1.tag, s0.tag);
  f(s1.tag, b0.tag), f(s1.form, b0.tag), f(s1.tag, b0.form), f(s1.lemma, b0.lemma), f(b0.tag, b1.tag),
      f(b0.form, b1.tag);
  f(b0.tag, b1.form), f(s0.form, b1.tag), f(s0.tag, b1.form);
  // threes
  f(s0.tag, b0.tag, b1.tag), f(b0.tag, b1.tag, b2.tag), f(s1.tag, s0.tag, b0.tag), f(s2.tag, s1.tag, s0.tag);
  f(s1.form, s0.tag, b0.tag), f(s1.tag, s0.form, b0.tag), f(s1.tag, s0.tag, b0.form), f(s1.tag, s0.tag, b0.tag, b1.tag);
  f(s2.tag, s1.tag, s0.tag, b0.tag), f(s0.tag, b0.tag, b1.tag, b2.tag), f(s0.form, b0.tag, b1.tag),
      f(s0.tag, b0.form, b1.tag);
  // marks beside them
  f(b0.pre, b0.tag), f(s0.tag, b0.tag, b0.pre), f(s1.tag, s0.tag, s0.pre), f(s1.tag, s0.tag, b0.pre),
      f(b0.tag, b1.tag, b1.pre);
  f(s0.form, b0.pre), f(s0.form, s0.pre), f(b0.form, b0.pre), f(s0.tag, b0.tag, s0.pre, b0.pre),
      f(s1.tag, s0.tag, s0.pre, b0.pre);
  f(s1.form, s0.tag, s0.pre), f(s1.tag, s0.form, s0.pre);
  // children
  f(s0.tag, s0l.tag, b0.tag), f(s0.tag, s0r.tag, b0.tag), f(s0.tag, b0.tag, b0l.tag), f(s0.form, b0.tag, b0l.form);
  f(s1.tag, s1l.tag, s0.tag), f(s1.tag, s1r.tag, s0.tag), f(s1.tag, s0.tag, s0l.tag), f(s1.tag, s0.tag, s0r.tag);
  f(s1.form, s0.tag, s0l.form), f(s1.tag, s0.tag, s0l.form), f(s0.tag, s0l.form, b0.tag), f(s0.tag, b0.tag, b0l.form);
  f(s1.tag, s1r.tag, s0.tag, b0.tag), f(s0.tag, s0l.tag, s0r.tag, b0.tag);
  f(s0.tag, s0l.form), f(s0.tag, s0r.form), f(s1.tag, s1r.form), f(b0.tag, b0l.form), f(s1.form, s1r.form);
  f(s0.tag, s0l.tag, s0l2.tag), f(s0.tag, s0r.tag, s0r2.tag), f(s1.tag, s1r.tag, s1r2.tag),
      f(s1.tag, s1l.tag, s1l2.tag);
  f(b0.tag, b0l.tag, b0l2.tag), f(s0l.form, s0.form), f(s0r.form, s0.form), f(s0.tag, s0l.tag, s0ll.tag);
  f(s0.tag, s0r.tag, s0rl.form), f(s1.tag, s1r.tag, s1rl.form);
  // how far, how many, what between
  f(s0.tag, b0.tag, d), f(s0.form, d), f(b0.form, d), f(s1.tag, s0.tag, e), f(s1.form, e), f(s0.form, e);
  f(s0.form, v0), f(s0.tag, v0), f(s1.form, v1), f(s1.tag, v1), f(b0.form, vb), f(b0.tag, vb), f(s0.tag, v0, b0.tag);
  f(s1.tag, v1, s0.tag), f(s0.tag, b0.tag, vb), f(s0.tag, b0.tag, verbs, marks), f(s1.tag, s0.tag, verbs1, marks1);
  f(s0.upos, b0.upos, verbs), f(s1.upos, s0.upos, marks1), f(s1.upos, s0.upos, b0.upos, marks),
      f(s1.upos, s0.upos, b0.upos);
  f(s0.upos, b0.upos, d, marks), f(s1.upos, s0.upos, e, marks1);
  // supertags
  f(s0.super), f(b0.super), f(s1.super), f(s0.super, b0.super), f(s1.super, s0.super), f(s1.super, s0.super, b0.super);
  f(s0.super, b0.tag), f(s0.tag, b0.super), f(s1.super, s0.tag), f(s1.tag, s0.super), f(s0.super, b0.form),
      f(s0.form, b0.super);
  f(s1.super, s0.form), f(s1.form, s0.super), f(b0.super, b1.super), f(s0.super, b0.super, b1.super),
      f(s0.tag, b1.super);
  f(s0.tag, s0.super, s0l.super), f(s0.tag, s0.super, s0r.super), f(s1.tag, s1.super, s1r.super),
      f(b0.tag, b0.super, b0l.super);
  f(s0.form, s0r.super, b0.super), f(s1.form, s1r.super, s0.super), f(s0.tag, s0l.super, b0.super),
      f(b0.tag, b0l.super, s0.super);
  f(s0.super, b0.super, d), f(s1.super, s0.super, e), f(s0.super, v0, b0.super), f(s1.super, v1, s0.super);
}

}  // namespace warta::syntax
