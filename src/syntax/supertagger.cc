#include "supertagger.h"

namespace warta::syntax {

void super_features(std::span<const ParseWord> words, std::size_t i, std::uint64_t super1, std::uint64_t super2,
                    ParseFeatures& out) {
  const std::size_t none = words.size() - 1;
  const auto word = [&](std::size_t at) -> const ParseWord& { return words[at < words.size() ? at : none]; };
  const ParseWord &w = words[i], &p = word(i - 1), &pp = word(i - 2), &ppp = word(i - 3);
  const ParseWord &n = word(i + 1), &nn = word(i + 2), &nnn = word(i + 3);
  out.count = 0;
  std::uint64_t kind = 600;
  const auto f1 = [&](std::uint64_t x) { out.push(feature(kind++, x)); };
  const auto f2 = [&](std::uint64_t x, std::uint64_t y) { out.push(feature(kind++, x, y)); };
  const auto f3 = [&](std::uint64_t x, std::uint64_t y, std::uint64_t z) { out.push(feature(kind++, x, y, z)); };
  const auto f4 = [&](std::uint64_t x, std::uint64_t y, std::uint64_t z, std::uint64_t u) {
    out.push(feature(kind++, x, y, z, u));
  };
  // the word and its neighbours
  f1(w.form), f1(w.tag), f1(w.both), f1(w.lemma), f1(p.form), f1(p.both), f1(p.tag), f1(n.form), f1(n.both), f1(n.tag);
  f1(pp.both), f1(nn.both), f1(pp.tag), f1(nn.tag), f2(w.tag, ppp.tag), f2(w.tag, nnn.tag);
  f2(p.tag, w.tag), f2(w.tag, n.tag), f2(p.form, w.tag), f2(p.tag, w.form), f2(w.form, n.tag), f2(w.tag, n.form);
  f2(p.form, w.form), f2(w.form, n.form), f2(w.tag, pp.form), f2(w.tag, nn.form), f2(w.lemma, n.lemma),
      f2(p.lemma, w.lemma);
  f3(p.tag, w.tag, n.tag), f3(pp.tag, p.tag, w.tag), f3(w.tag, n.tag, nn.tag), f4(pp.tag, p.tag, w.tag, n.tag);
  f4(p.tag, w.tag, n.tag, nn.tag), f4(w.tag, n.tag, nn.tag, nnn.tag), f4(ppp.tag, pp.tag, p.tag, w.tag),
      f3(p.tag, w.form, n.tag);
  f3(p.form, w.tag, n.tag), f3(p.tag, w.tag, n.form), f3(w.form, n.tag, nn.tag), f3(pp.tag, p.tag, w.form),
      f3(p.form, w.tag, n.form);
  // marks, and how far the sentence has come
  f2(w.tag, w.pre), f2(w.tag, w.post), f3(p.tag, w.tag, w.pre), f3(w.tag, n.tag, w.post), f2(w.form, w.pre),
      f2(w.form, w.post);
  f3(w.tag, n.tag, n.post), f3(w.tag, p.tag, p.pre), f2(w.tag, w.verbs < 3 ? w.verbs : 3);
  f3(w.tag, w.verbs < 3 ? w.verbs : 3, words.back().verbs - w.verbs < 3 ? words.back().verbs - w.verbs : 3);
  // the guesses before
  f1(super1), f2(super1, super2), f2(super1, w.tag), f2(super1, w.form), f3(super1, super2, w.tag),
      f3(super1, w.tag, n.tag);
  f3(super1, p.form, w.tag), f2(super2, w.tag), f3(super1, w.tag, w.pre), f4(super1, super2, w.tag, n.tag);
}

void Supertagger::tag(std::span<ParseWord> words) const {
  std::uint64_t super1 = kSuperBefore, super2 = kSuperBefore;
  ParseFeatures features;
  for (std::size_t i = 0; i + kParsePadding < words.size(); ++i) {
    super_features(words, i, super1, super2, features);
    WideTable::Sum sum{};
    weights_.add_all(features.view(), sum);
    std::size_t best = 0;
    for (std::size_t c = 1; c < classes_; ++c) {
      if (sum[c + 1] > sum[best + 1]) best = c;
    }
    words[i].super = super_key(best);
    super2 = super1;
    super1 = words[i].super;
  }
}

}  // namespace warta::syntax
