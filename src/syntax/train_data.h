// Treebanks as the trainers use them.
#pragma once
#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "conllu.h"
#include "learner.h"
#include "table.h"
#include "tagger.h"
#include "words.h"

namespace warta::syntax {

struct Example {
  GoldSentence gold;
  std::vector<std::string> lower;
  std::vector<Word> words;           // views into gold and lower
  std::vector<Tag> tags;             // gold fine tags
  std::vector<std::uint32_t> heads;  // word indices; the number of words for the root
  unsigned domain = 0;               // treebank, from 0; 0 is the target
  std::size_t source = 0;            // number of the sentence it is, or was made from

  Example() = default;
  Example(Example&&) = default;
  Example& operator=(Example&&) = default;
};

struct Treebank {
  std::vector<std::unique_ptr<Example>> examples;
  TagList tags;
};

// Sentences made from patterns (files "...-made.conllu") are a treebank of their own or part of the first.
enum class Made { apart, first };
Result<Treebank> load_treebank(std::span<const std::string> files, Made made);

// Adds altered copies, so that the models know news as it is printed: headlines in title case and without a full stop.
void add_headlines(Treebank& treebank);

// "VERB|VerbForm=Part|Tense=Past": the part of speech with the features that help a parser.
std::string fine_tag(Upos upos, std::string_view feats);

// Words seen at least `least` times, with the set of parts of speech they bore.
struct LexiconRows {
  std::vector<LexiconRow> words;
  std::vector<std::uint32_t> sets;  // set number i + 1 as bits of Upos
};
LexiconRows build_lexicon(std::span<const Example* const> examples, unsigned least);

// What was counted, the most frequent first.
template <class Counted>
std::vector<std::pair<std::size_t, Counted>> by_count(const std::map<Counted, std::size_t>& counts) {
  std::vector<std::pair<std::size_t, Counted>> order;
  order.reserve(counts.size());
  for (const auto& [counted, count] : counts) order.emplace_back(count, counted);
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  return order;
}

std::vector<WideRow> pack_wide(const Weights& weights, std::size_t rows);
std::vector<NarrowRow> pack_narrow(const Weights& weights, std::size_t features);

float narrow_scale(const Weights& weights);  // what pack_narrow multiplies weights by

// A tagger of some of the examples, as a model file.
std::string train_tagger_on(std::span<const Example* const> examples, const TagList& tags, unsigned epochs,
                            unsigned seeds, std::size_t rows);
std::string train_lemmas_on(std::span<const Example* const> examples);

std::vector<const Example*> all_examples(const Treebank& treebank);

}  // namespace warta::syntax
