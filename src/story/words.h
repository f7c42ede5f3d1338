// Words of a text for comparing: runs of letters and digits, folded to lower case. Tests: tests/story/words_test.cc
#pragma once
#include <string>
#include <string_view>

#include "story/report.h"

namespace warta::story {

// Goes through the words of a text from left to right.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}
  bool next();  // false at the end

  std::string_view lower() const { return lower_; }
  bool capital() const { return capital_; }  // its first letter is
  // Whether it begins the text, a sentence or a quotation, so that its capital says little.
  bool after_stop() const { return after_stop_; }
  bool slashed() const;  // stands at a slash: "3/3/2025"

 private:
  std::string_view text_;
  std::size_t begin_ = 0, at_ = 0;  // of the word, and its end
  std::string lower_;
  bool capital_ = false, after_stop_ = false;
};

std::uint32_t word_hash(std::string_view lower);

// Sorted, each once, and only the `most` least: samples of two sets that are alike are alike.
void settle(Words& words, std::size_t most);

std::size_t shared(const Words& a, const Words& b);

// Adds the names in a text: words with a capital that are no role, country, known organisation or time word, and, of
// sentences, numbers of two digits at least that are no part of a date. The capital of a sentence's first word says
// nothing; a phrase is no sentence.
enum class Piece : bool { sentences, phrase };
void add_names(std::string_view text, Piece piece, const codebook::Language& language, Words& names);
void add_words(std::string_view text, Words& words);

}  // namespace warta::story
