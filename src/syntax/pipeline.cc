#include "pipeline.h"

#include "truecase.h"

namespace warta::syntax {

Result<Pipeline> Pipeline::load(const std::string& folder, const std::string& language) {
  const std::string stem = folder + "/" + language;
  Pipeline pipeline;
  pipeline.tagger = WARTA_TRY(ModelFile::read(stem + ".tagger", "tagger").and_then(Tagger::open));
  pipeline.parser = WARTA_TRY(ModelFile::read(stem + ".parser", "parser").and_then(Parser::open));
  pipeline.lemmas = WARTA_TRY(ModelFile::read(stem + ".lemmas", "lemmas").and_then(Lemmas::open));
  return pipeline;
}

SentenceReader::SentenceReader(const Pipeline& pipeline, Arena& arena, const WordGuess& guess)
    : pipeline_(pipeline),
      arena_(arena),
      guess_(guess),
      known_(&arena),
      tags_(&arena),
      upos_(&arena),
      lemmas_(&arena),
      heads_(&arena),
      relations_(&arena),
      tagged_(&arena),
      scratch_(pipeline.parser, &arena) {}

void SentenceReader::read(std::span<Word> words, bool with_tree) {
  const std::size_t n = words.size();
  known_.resize(n), tags_.resize(n), upos_.resize(n), lemmas_.resize(n), heads_.resize(n), relations_.resize(n);
  describe(words);
  truecase(words, pipeline_.tagger, pipeline_.lemmas, guess_);
  pipeline_.tagger.tag(words, known_, tags_, guess_);
  for (std::size_t i = 0; i < n; ++i) {
    upos_[i] = pipeline_.tagger.tags().upos[tags_[i]];
    lemmas_[i] = pipeline_.lemmas.of(words[i].form, words[i].lower, upos_[i], arena_);
  }
  if (!with_tree) {
    for (std::size_t i = 0; i < n; ++i) {
      heads_[i] = i == 0 ? static_cast<std::uint32_t>(n) : 0;
      relations_[i] = {i == 0 ? Rel::root : Rel::dep, Sub::none};
    }
    return;
  }
  tagged_.clear();
  for (std::size_t i = 0; i < n; ++i)
    tagged_.push_back({&words[i], pipeline_.tagger.tags().keys[tags_[i]], upos_[i], lemmas_[i]});
  if (const auto label = label_of(words, upos_))
    parse_apart(*label);
  else
    parse(0, static_cast<std::uint32_t>(n));
}

// The tree of the words [first, last), whose root's head is `last`.
void SentenceReader::parse(std::uint32_t first, std::uint32_t last) {
  const std::span<std::uint32_t> heads = std::span(heads_).subspan(first, last - first);
  pipeline_.parser.parse(std::span(tagged_).subspan(first, last - first), scratch_, heads,
                         std::span(relations_).subspan(first, last - first));
  for (std::uint32_t& head : heads) head += first;
}

void SentenceReader::parse_apart(Label label) {
  const auto n = static_cast<std::uint32_t>(heads_.size());
  parse(0, label.colon);
  parse(label.colon + 1, n);
  const auto root_before = [&](std::uint32_t end) {
    std::uint32_t at = end;
    while (heads_[--at] != end) {
    }
    return at;
  };
  const std::uint32_t before = root_before(label.colon), behind = root_before(n);
  const std::uint32_t root = label.leads ? behind : before, hung = label.leads ? before : behind;
  heads_[hung] = root;
  relations_[hung] = {Rel::parataxis, Sub::none};
  heads_[label.colon] = hung;
  relations_[label.colon] = {Rel::punct, Sub::none};
  heads_[root] = n;
}

}  // namespace warta::syntax
