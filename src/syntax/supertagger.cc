#include "supertagger.h"

namespace warta::syntax {

void super_features(std::span<const ParseWord> words, std::size_t i, std::uint64_t super1, std::uint64_t super2,
                    ParseFeatures& out) {
  const std::size_t none = words.size() - 1;
  const auto word = [&](std::size_t at) -> const ParseWord& { return words[at < words.size() ? at : none]; };
  const ParseWord &w = words[i], &p = word(i - 1), &pp = word(i - 2), &ppp = word(i - 3);
  const ParseWord &n = word(i + 1), &nn = word(i + 2), &nnn = word(i + 3);
  FeatureKeys f(out, 600);
  // the word and its neighbours
  f(w.form), f(w.tag), f(w.both), f(w.lemma), f(p.form), f(p.both), f(p.tag), f(n.form), f(n.both), f(n.tag);
  f(pp.both), f(nn.both), f(pp.tag), f(nn.tag), f(w.tag, ppp.tag), f(w.tag, nnn.tag);
  f(p.tag, w.tag), f(w.tag, n.tag), f(p.form, w.tag), f(p.tag, w.form), f(w.form, n.tag), f(w.tag, n.form);
  f(p.form, w.form), f(w.form, n.form), f(w.tag, pp.form), f(w.tag, nn.form), f(w.lemma, n.lemma), f(p.lemma, w.lemma);
  f(p.tag, w.tag, n.tag), f(pp.tag, p.tag, w.tag), f(w.tag, n.tag, nn.tag), f(pp.tag, p.tag, w.tag, n.tag);
  f(p.tag, w.tag, n.tag, nn.tag), f(w.tag, n.tag, nn.tag, nnn.tag), f(ppp.tag, pp.tag, p.tag, w.tag),
      f(p.tag, w.form, n.tag);
  f(p.form, w.tag, n.tag), f(p.tag, w.tag, n.form), f(w.form, n.tag, nn.tag), f(pp.tag, p.tag, w.form),
      f(p.form, w.tag, n.form);
  // marks, and how far the sentence has come
  f(w.tag, w.pre), f(w.tag, w.post), f(p.tag, w.tag, w.pre), f(w.tag, n.tag, w.post), f(w.form, w.pre),
      f(w.form, w.post);
  f(w.tag, n.tag, n.post), f(w.tag, p.tag, p.pre), f(w.tag, w.verbs < 3 ? w.verbs : 3);
  f(w.tag, w.verbs < 3 ? w.verbs : 3, words.back().verbs - w.verbs < 3 ? words.back().verbs - w.verbs : 3);
  // the guesses before
  f(super1), f(super1, super2), f(super1, w.tag), f(super1, w.form), f(super1, super2, w.tag), f(super1, w.tag, n.tag);
  f(super1, p.form, w.tag), f(super2, w.tag), f(super1, w.tag, w.pre), f(super1, super2, w.tag, n.tag);
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
