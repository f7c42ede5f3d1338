// Training and measuring of the models of `syntax`.
// Takes  treebanks in CoNLL-U. Files whose names agree up to the first hyphen ("en_gum-news-train", "en_gum-news-dev")
//        are one treebank; the treebank of the first file sets the style: where annotations differ, the models follow
//        it. Sentences made from patterns ("en_headlines-made") count as the first treebank's for the tagger alone.
// Gives  the bytes of a model file (docs/formats/models.md). The same files in the same order give the same bytes.
// Fails  with cannot_open, read_failed or bad_format, naming file and line.
// Costs  one core; about half a minute (tagger) and four minutes (parser) for 100,000 words.
// Tests  tests/syntax/train_test.cc
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace warta::syntax {

struct TrainOptions {
  unsigned epochs = 8;
  unsigned seeds = 2;        // models trained in different orders and averaged
  unsigned folds = 5;        // the parser learns on tags by taggers that did not see the sentence
  unsigned beam = 4;         // of the parser, in use
  unsigned margin = 3;       // in hundreds of points of a score, behind which a state of the beam is dropped
  unsigned train_beam = 8;   // of the parser, in training
  std::size_t rows = 60000;  // weights kept: rows of the tagger's table; of the parser's labels and supertags half as
                             // many, features of its actions 6 times as many
};

// Words with their most frequent lemmas, and rules for the others.
Result<std::string> train_lemmas(std::span<const std::string> files);
Result<std::string> train_tagger(std::span<const std::string> files, const TrainOptions& options = {});
Result<std::string> train_parser(std::span<const std::string> files, const TrainOptions& options = {});

// Percentages of words, as in the CoNLL 2018 shared task with given tokens and sentences: every word counts,
// punctuation too; subtypes of relations do not.
struct Scores {
  std::uint64_t words = 0;
  double upos = 0, lemmas = 0, uas = 0, las = 0;
};
Result<Scores> evaluate(const std::string& models_folder, const std::string& language, const std::string& file);

}  // namespace warta::syntax
