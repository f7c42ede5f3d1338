// Training of the parser on predicted tags: the search for heads by max-violation updates (Huang, Fayong and Guo 2012),
// the relations on correct trees.
#include <algorithm>
#include <map>

#include "lemmas.h"
#include "marks.h"
#include "parser.h"
#include "syntax/train.h"
#include "train_data.h"
#include "train_supertags.h"

namespace warta::syntax {
namespace {

// A sentence as the parser will see it: its words, without punctuation.
struct ParseExample {
  const Example* from = nullptr;
  std::vector<ParseWord> words;
  std::vector<std::uint32_t> origin;      // token of each word
  std::vector<std::uint32_t> true_heads;  // word indices
  std::vector<std::uint32_t> heads;       // made projective
  std::vector<Relation> relations;
  std::vector<std::uint8_t> labels;  // index of the relation
};

// Heads among the words that stayed: what hung on a dropped mark goes to that mark's head; where a mark was the root,
// the first of its children is.
std::vector<std::uint32_t> heads_of_words(const std::vector<std::uint32_t>& heads,
                                          const std::vector<std::uint32_t>& origin) {
  const auto n = static_cast<std::uint32_t>(heads.size()), m = static_cast<std::uint32_t>(origin.size());
  std::vector<std::uint32_t> word_of(n, n);
  for (std::uint32_t w = 0; w < m; ++w) word_of[origin[w]] = w;
  std::vector<std::uint32_t> out(m);
  std::uint32_t root = m;
  for (std::uint32_t w = 0; w < m; ++w) {
    std::uint32_t up = heads[origin[w]];
    while (up != n && word_of[up] == n) up = heads[up];
    out[w] = up == n ? m : word_of[up];
    if (out[w] != m) continue;
    if (root == m) {
      root = w;
    } else {
      out[w] = root;
    }
  }
  return out;
}

// Tags of each sentence by a tagger that was trained on the other folds.
Result<std::vector<std::vector<Tag>>> jackknife(const Treebank& treebank, const TrainOptions& options) {
  std::vector<std::vector<Tag>> tags(treebank.examples.size());
  for (unsigned fold = 0; fold < options.folds; ++fold) {
    std::vector<const Example*> others;
    for (const auto& example : treebank.examples) {
      if (example->source % options.folds != fold) others.push_back(example.get());
    }
    if (others.empty()) others = all_examples(treebank);
    const std::string bytes = train_tagger_on(others, treebank.tags, std::min(options.epochs, 5u), 1, options.rows);
    const Tagger tagger = WARTA_TRY(ModelFile::parse(bytes, "tagger").and_then(Tagger::open));
    for (std::size_t i = 0; i < treebank.examples.size(); ++i) {
      const Example& example = *treebank.examples[i];
      if (example.source % options.folds != fold) continue;
      std::vector<LexiconRow> known(example.words.size());
      tags[i].resize(example.words.size());
      tagger.tag(example.words, known, tags[i]);
    }
  }
  return tags;
}

// Lifts heads until no arcs cross (Nivre and Nilsson 2005), the shortest crossing arc first.
void make_projective(std::vector<std::uint32_t>& heads) {
  const auto n = static_cast<std::uint32_t>(heads.size());
  const auto dominates = [&](std::uint32_t head, std::uint32_t word) {
    while (word != n && word != head) word = heads[word];
    return word == head;
  };
  while (true) {
    std::uint32_t worst = n, shortest = n + 1;
    for (std::uint32_t i = 0; i < n; ++i) {
      const std::uint32_t low = std::min(i, heads[i]), high = std::max(i, heads[i]);
      if (heads[i] == n || high - low >= shortest) continue;
      bool crosses = false;
      for (std::uint32_t k = low + 1; k < high && !crosses; ++k) crosses = !dominates(heads[i], k);
      if (crosses) worst = i, shortest = high - low;
    }
    if (worst == n) return;
    heads[worst] = heads[heads[worst]];
  }
}

struct Corpus {
  std::vector<ParseExample> examples;
  RelationList relations;
  std::vector<LexiconRow> lexicon;
  std::size_t supertags = 0;
  std::vector<WideRow> supers;
};

std::vector<const ParseExample*> examples_of(const Corpus& corpus) {
  std::vector<const ParseExample*> out;
  for (const ParseExample& example : corpus.examples) out.push_back(&example);
  return out;
}

RelationList number_relations(const Treebank& treebank) {
  std::map<std::string, std::size_t> counts;
  for (const auto& example : treebank.examples) {
    for (const GoldWord& word : example->gold.words) {
      ++counts[name(word.relation)];
      ++counts[name(Relation{word.relation.rel, Sub::none})];
    }
  }
  counts.erase("root");
  RelationList list;
  for (const auto& [count, relation] : by_count(counts)) {
    if (list.relations.size() < kWideClasses) list.relations.push_back(parse_relation(relation).value_or(Relation{}));
  }
  return list;
}

Result<Corpus> prepare(const Treebank& treebank, const TrainOptions& options) {
  const auto tags = WARTA_TRY(jackknife(treebank, options));
  const Lemmas lemmas =
      WARTA_TRY(ModelFile::parse(train_lemmas_on(all_examples(treebank)), "lemmas").and_then(Lemmas::open));
  Corpus corpus;
  corpus.relations = number_relations(treebank);
  corpus.lexicon = build_lexicon(all_examples(treebank), 2).words;
  const auto& relations = corpus.relations.relations;
  Arena arena;
  for (std::size_t e = 0; e < treebank.examples.size(); ++e) {
    const Example& example = *treebank.examples[e];
    ParseExample made;
    made.from = &example;
    std::vector<TaggedWord> tagged;
    for (std::size_t i = 0; i < example.words.size(); ++i) {
      const Tag tag = tags[e][i];
      const Upos upos = treebank.tags.upos[tag];
      tagged.push_back({&example.words[i], treebank.tags.keys[tag], upos,
                        lemmas.of(example.words[i].form, example.words[i].lower, upos, arena)});
    }
    ParseWords words(std::pmr::get_default_resource());
    words.fill(tagged, Lexicon(corpus.lexicon));
    made.words.assign(words.words.begin(), words.words.end());
    made.origin.assign(words.origin.begin(), words.origin.end());
    made.true_heads = heads_of_words(example.heads, made.origin);
    made.heads = made.true_heads;
    make_projective(made.heads);
    for (std::size_t w = 0; w < made.origin.size(); ++w) {
      const Relation relation = example.gold.words[made.origin[w]].relation;
      auto found = std::find(relations.begin(), relations.end(), relation);
      if (found == relations.end())
        found = std::find(relations.begin(), relations.end(), Relation{relation.rel, Sub::none});
      const bool none = made.true_heads[w] == made.origin.size() || found == relations.end();
      made.labels.push_back(none ? std::uint8_t{kWideClasses} : static_cast<std::uint8_t>(found - relations.begin()));
      made.relations.push_back(relation);
    }
    corpus.examples.push_back(std::move(made));
    arena.reset();
  }
  std::vector<SuperExample> supers;
  for (ParseExample& example : corpus.examples) {
    supers.push_back(
        {example.words, example.true_heads, example.relations, example.from->domain, example.from->source});
  }
  corpus.supertags = number_supertags(supers);
  corpus.supers = learn_supertags(supers, corpus.supertags, options);
  return corpus;
}

// The correct actions: a word goes to its head as soon as it has all its children.
class Oracle {
 public:
  explicit Oracle(const std::vector<std::uint32_t>& heads) : heads_(heads), waiting_(heads.size() + 1) {
    for (const std::uint32_t head : heads) ++waiting_[head];
  }
  Action next(std::span<const Cell> cells, const State<float>& state) {
    if (state.depth > 0) {
      const std::uint32_t top = cells[state.stack].word;
      if (waiting_[top] == 0) {
        if (heads_[top] == cells[state.front].word) return done(top, Action::left);
        if (state.depth > 1 && heads_[top] == cells[cells[state.stack].below].word) return done(top, Action::right);
      }
    }
    return Action::shift;
  }

 private:
  Action done(std::uint32_t word, Action action) {
    --waiting_[heads_[word]];
    return action;
  }
  const std::vector<std::uint32_t>& heads_;
  std::vector<std::uint32_t> waiting_;  // children still to come
};

class HeadLearner {
 public:
  HeadLearner() : learner_(kActions), search_(std::pmr::get_default_resource()) {}

  void learn(const ParseExample& example, std::size_t width) {
    const unsigned domain = example.from->domain;
    const auto scorer = [&](std::span<const ParseWord> words, std::span<const Cell> cells, const State<float>& state,
                            std::array<float, kActions>& scores) {
      parse_features(words, cells, state.stack, state.front, features_);
      learner_.score(features_.view(), domain, scores);
    };
    search_.start(example.words);
    Oracle oracle(example.heads);
    State<float> gold = search_.state(0);
    gold_.clear();
    float worst = 0;
    std::size_t worst_step = 0;
    std::uint32_t worst_state = 0;
    std::uint32_t correct = 0;  // the beam's state on the correct way, kLost if it fell out
    for (std::size_t step = 0; step < search_.actions(); ++step) {
      const Action action = oracle.next(search_.cells(), gold);
      std::array<float, kActions> scores{};
      scorer(search_.words(), search_.cells(), gold, scores);
      gold_.push_back({gold.stack, gold.front, action});
      const float score = gold.score + scores[static_cast<std::size_t>(action)];
      gold = search_.after(gold, action);
      gold.score = score;
      search_.advance(width, kNoMargin, scorer);
      correct = follow(correct, action);
      const float lead = search_.beam().front().score - gold.score;
      if (correct != search_.beam_begin() && lead >= worst) {
        worst = lead;
        worst_step = step + 1;
        worst_state = search_.beam_begin();
      }
    }
    if (worst_step > 0) update(domain, worst_step, worst_state);
    learner_.tick();
  }

  Weights averaged() const { return learner_.averaged(0); }

 private:
  static constexpr float kNoMargin = 1e30f;
  static constexpr std::uint32_t kLost = UINT32_MAX;
  struct Decision {
    std::uint32_t stack, front;
    Action action;
  };

  std::uint32_t follow(std::uint32_t correct, Action action) const {
    const auto beam = search_.beam();
    for (std::uint32_t i = 0; i < beam.size() && correct != kLost; ++i) {
      if (beam[i].parent == correct && beam[i].action == action) return search_.beam_begin() + i;
    }
    return kLost;
  }

  void change(const Decision& at, unsigned domain, float step) {
    parse_features(search_.words(), search_.cells(), at.stack, at.front, features_);
    learner_.add(features_.view(), domain, static_cast<std::size_t>(at.action), step);
  }

  // Only where the two derivations differ: what they share would cancel out.
  void update(unsigned domain, std::size_t steps, std::uint32_t wrong) {
    bad_.clear();
    for (std::uint32_t at = wrong; at != 0; at = search_.state(at).parent) {
      const State<float>& before = search_.state(search_.state(at).parent);
      bad_.push_back({before.stack, before.front, search_.state(at).action});
    }
    std::reverse(bad_.begin(), bad_.end());
    std::size_t same = 0;
    while (same < steps && bad_[same].action == gold_[same].action) ++same;
    for (std::size_t i = same; i < steps; ++i) {
      change(gold_[i], domain, 1);
      change(bad_[i], domain, -1);
    }
  }

  Learner learner_;
  Search<float> search_;
  ParseFeatures features_;
  std::vector<Decision> gold_, bad_;
};

Weights learn_heads(const Corpus& corpus, const TrainOptions& options, unsigned seed) {
  HeadLearner learner;
  auto order = examples_of(corpus);
  learn_all(order, options.epochs, seed,
            [&](const ParseExample& example) { learner.learn(example, options.train_beam); });
  return learner.averaged();
}

void learn_labels_of(const ParseExample& example, Learner& learner) {
  const TreeView tree(example.words, example.true_heads, std::pmr::get_default_resource());
  std::vector<std::uint8_t> labels = example.labels;
  ParseFeatures features;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (example.labels[i] == kWideClasses) continue;
    tree.features(i, features, labels);
    labels[i] = static_cast<std::uint8_t>(learner.learn(features.view(), example.from->domain, example.labels[i]));
  }
}

Weights learn_labels(const Corpus& corpus, const TrainOptions& options, unsigned seed) {
  Learner learner(corpus.relations.relations.size());
  auto order = examples_of(corpus);
  learn_all(order, options.epochs, seed, [&](const ParseExample& example) { learn_labels_of(example, learner); });
  return learner.averaged(0);
}

void learn_marks_of(const ParseExample& example, Learner& learner) {
  const auto& origin = example.origin;
  const auto& tokens = example.from->words;
  std::vector<std::string_view> forms;
  forms.reserve(tokens.size());
  for (const Word& word : tokens) forms.push_back(word.form);
  std::vector<std::uint32_t> pairs(forms.size());
  find_pairs(forms, pairs);
  MarkPlaces places({example.words, origin, example.heads, example.relations}, std::pmr::get_default_resource());
  std::uint32_t before = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (before < origin.size() && origin[before] == i) {
      ++before;
      continue;
    }
    places.find(i, before, pairs[i]);
    std::vector<ParseFeatures> features(places.size());
    std::size_t right = places.size(), best = 0;
    float best_score = -1e30f;
    for (std::size_t candidate = 0; candidate < places.size(); ++candidate) {
      places.features(candidate, mark_key(tokens[i]), i + 1 == tokens.size(), features[candidate]);
      float score = 0;
      learner.score(features[candidate].view(), example.from->domain, {&score, 1});
      if (score > best_score) best_score = score, best = candidate;
      if (origin[places.word(candidate)] == example.from->heads[i]) right = candidate;
    }
    if (right != places.size() && right != best) {
      learner.add(features[right].view(), example.from->domain, 0, 1);
      learner.add(features[best].view(), example.from->domain, 0, -1);
    }
    learner.tick();
  }
}

// Places of marks, on correct trees.
Weights learn_marks(const Corpus& corpus, const TrainOptions& options, unsigned seed) {
  Learner learner(1);
  auto order = examples_of(corpus);
  learn_all(order, options.epochs, seed, [&](const ParseExample& example) { learn_marks_of(example, learner); });
  return learner.averaged(0);
}

}  // namespace

Result<std::string> train_parser(std::span<const std::string> files, const TrainOptions& options) {
  Treebank treebank = WARTA_TRY(load_treebank(files, Made::apart));
  add_headlines(treebank);
  const Corpus corpus = WARTA_TRY(prepare(treebank, options));
  std::vector<Weights> heads, labels, marks;
  for (unsigned seed = 1; seed <= options.seeds; ++seed) {
    heads.push_back(learn_heads(corpus, options, seed));
    labels.push_back(learn_labels(corpus, options, seed));
    marks.push_back(learn_marks(corpus, options, seed));
  }
  ModelWriter writer("parser");
  writer.add("relations", corpus.relations.lines());
  const Weights head_weights = sum(heads);
  const auto hundred = static_cast<std::uint32_t>(100 * static_cast<float>(options.seeds) * narrow_scale(head_weights));
  writer.add_rows("beam", std::vector<std::uint32_t>{options.beam, hundred * options.margin});
  writer.add_rows("supertags", std::vector<std::uint32_t>{static_cast<std::uint32_t>(corpus.supertags)});
  writer.add_rows("supers", corpus.supers);
  writer.add_rows("lexicon", corpus.lexicon);
  writer.add_rows("actions", pack_narrow(head_weights, options.rows * 6));
  writer.add_rows("marks", pack_narrow(sum(marks), options.rows / 2));
  writer.add_rows("labels", pack_wide(sum(labels), options.rows / 2));
  return writer.bytes();
}

}  // namespace warta::syntax
