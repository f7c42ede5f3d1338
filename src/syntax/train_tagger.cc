// Training of the tagger: it tags as it will in use, from its own earlier tags, and learns where it errs.
#include <algorithm>

#include "syntax/train.h"
#include "train_data.h"

namespace warta::syntax {
namespace {

void learn_sentence(const Example& example, const TagList& tags, const Lexicon& lexicon, Learner& learner) {
  const std::size_t n = example.words.size();
  std::vector<LexiconRow> known(n);
  for (std::size_t i = 0; i < n; ++i) known[i] = lexicon.find(example.words[i].key);
  std::uint64_t tag1 = kTagBefore, tag2 = kTagBefore;
  TagFeatures features;
  for (std::size_t i = 0; i < n; ++i) {
    tag_features(example.words, known, i, tag1, tag2, features);
    tag2 = tag1;
    tag1 = tags.keys[learner.learn(features.view(), example.domain, example.tags[i])];
  }
}

}  // namespace

std::string train_tagger_on(std::span<const Example* const> examples, const TagList& tags, unsigned epochs,
                            unsigned seeds, std::size_t rows) {
  const LexiconRows rows_of_words = build_lexicon(examples, 3);
  const Lexicon lexicon(rows_of_words.words);
  std::vector<Weights> weights;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    Learner learner(tags.names.size());
    std::vector<const Example*> order(examples.begin(), examples.end());
    learn_all(order, epochs, seed, [&](const Example& example) { learn_sentence(example, tags, lexicon, learner); });
    weights.push_back(learner.averaged(0));
  }
  ModelWriter writer("tagger");
  writer.add("tags", tags.lines());
  writer.add_rows("weights", pack_wide(sum(weights), rows));
  writer.add_rows("lexicon", rows_of_words.words);
  writer.add_rows("sets", rows_of_words.sets);
  return writer.bytes();
}

Result<std::string> train_tagger(std::span<const std::string> files, const TrainOptions& options) {
  // headlines need tags that running text does not give their words; trees are alike
  Treebank treebank = WARTA_TRY(load_treebank(files, Made::first));
  add_headlines(treebank);
  return train_tagger_on(all_examples(treebank), treebank.tags, options.epochs, options.seeds, options.rows);
}

}  // namespace warta::syntax
