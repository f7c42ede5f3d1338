// The door: models loaded once, documents read block by block. Tests: tests/syntax/analyzer_test.cc
#include "base/hash.h"
#include "base/utf8.h"
#include "pipeline.h"
#include "syntax/syntax.h"
#include "tokenizer.h"

namespace warta::syntax {

struct Analyzer::Models {
  Pipeline pipeline;
  TokenWords words;
  Limits limits;
  std::uint64_t fingerprint = 0;
};

Result<Analyzer> Analyzer::load(const std::string& models_folder, const std::string& language, Limits limits) {
  auto models = std::make_shared<Models>();
  models->pipeline = WARTA_TRY(Pipeline::load(models_folder, language));
  models->words = WARTA_TRY(TokenWords::read(models_folder + "/../lang/" + language + "/tokens.tsv"));
  models->limits = limits;
  const Pipeline& p = models->pipeline;
  Hasher hasher;
  hasher.add(p.tagger.checksum()).add(p.parser.checksum()).add(p.lemmas.checksum()).add(models->words.checksum());
  models->fingerprint = hasher.value();
  Analyzer analyzer;
  analyzer.models_ = std::move(models);
  return analyzer;
}

std::uint64_t Analyzer::fingerprint() const { return models_->fingerprint; }

namespace {

// The text in lower case, token by token, in one piece of memory.
std::string_view lower_copy(std::string_view form, Arena& arena) {
  bool ascii = true;
  for (const char c : form) ascii &= static_cast<unsigned char>(c) < 0x80;
  if (!ascii) return arena.copy(utf8::lower(form));
  const std::span<char> out = arena.array<char>(form.size());
  for (std::size_t i = 0; i < form.size(); ++i)
    out[i] = static_cast<char>(form[i] >= 'A' && form[i] <= 'Z' ? form[i] + 32 : form[i]);
  return {out.data(), out.size()};
}

}  // namespace

Document Analyzer::analyze(std::string_view text, std::span<const Span> blocks, Arena& arena,
                           const WordGuess& guess) const {
  std::pmr::vector<Piece> pieces(&arena);
  std::pmr::vector<Sentence> sentences(&arena);
  pieces.reserve(text.size() / 4 + 16);
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const std::size_t first = pieces.size();
    tokenize(text, blocks[b], models_->words, models_->pipeline.parser.lexicon(), pieces);
    for (std::size_t i = first; i < pieces.size(); ++i) {
      if (pieces[i].starts) sentences.push_back({{}, static_cast<std::uint32_t>(i), 0, b, true});
    }
  }
  const std::span<Token> tokens = arena.array<Token>(pieces.size());
  const std::span<Sentence> done = arena.array<Sentence>(sentences.size());
  std::pmr::vector<Word> words(&arena);
  SentenceReader reader(models_->pipeline, arena, guess);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    Sentence& sentence = done[s];
    sentence = sentences[s];
    sentence.last = s + 1 < sentences.size() ? sentences[s + 1].first : static_cast<std::uint32_t>(pieces.size());
    sentence.span = {pieces[sentence.first].word.begin, pieces[sentence.last - 1].word.end};
    sentence.parsed = sentence.last - sentence.first <= models_->limits.sentence_tokens;
    words.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      Word word;
      word.form = pieces[i].form.of(text);
      word.lower = lower_copy(word.form, arena);
      words.push_back(word);
    }
    reader.read(words, sentence.parsed);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const std::uint32_t at = i - sentence.first, head = reader.heads()[at];
      tokens[i] = {pieces[i].form,
                   pieces[i].word,
                   reader.lemmas()[at],
                   words[at].lower,
                   reader.upos()[at],
                   reader.relations()[at],
                   head == words.size() ? kNoHead : sentence.first + head};
    }
  }
  return {text, done, tokens};
}

}  // namespace warta::syntax
