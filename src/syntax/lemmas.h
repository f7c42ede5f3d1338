// Lemmas: a table of the words that training saw, and for others rules that cut and replace beginnings and ends
// ("meng|k" ... "kan|"), each with its record of success; a result that is a known lemma wins. Tests:
// tests/syntax/lemmas_test.cc
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/model_file.h"
#include "syntax/relations.h"

namespace warta::syntax {

// Open addressing, never full. A word's row gives its lemma as a range of the text section.
struct LemmaRow {
  std::uint32_t check = 0;
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// What to put in place of a beginning and an end. Rules of the same affixes stand in neighbouring rows.
struct LemmaRule {
  std::uint64_t affixes = 0;             // key of part of speech, beginning and end; 0: empty row
  std::uint32_t prefix = 0, suffix = 0;  // ranges of the text section: begin * 16 + size
  std::uint32_t unused = 0;
  float success = 0;  // share of the words with these affixes whose lemma it gives
};

std::uint64_t lemma_key(std::string_view lower, Upos upos);
std::uint64_t affix_key(std::string_view prefix, std::string_view suffix, Upos upos);
std::uint64_t known_lemma_key(std::string_view lemma);
inline constexpr std::size_t kLongestPrefix = 5, kLongestSuffix = 4, kShortestRest = 2;

class Lemmas {
 public:
  static Result<Lemmas> open(ModelFile file);

  // In the model, in `form` or `lower`, or copied to the arena. Proper nouns keep their form.
  std::string_view of(std::string_view form, std::string_view lower, Upos upos, Arena& arena) const;
  // Whether training saw a word, or some form of it, as a noun, verb, adjective or adverb.
  bool knows(std::string_view lower) const;
  std::uint64_t checksum() const { return file_.checksum(); }

 private:
  std::string_view by_rule(std::string_view lower, Upos upos, Arena& arena) const;
  bool known(std::string_view lemma) const;

  ModelFile file_;
  std::string_view text_;
  std::span<const LemmaRow> words_;
  std::span<const LemmaRow> known_;
  std::span<const LemmaRule> rules_;
};

}  // namespace warta::syntax
