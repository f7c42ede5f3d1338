#include "words.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::syntax {
namespace {

unsigned char without_digits(char c) { return static_cast<unsigned char>(c >= '0' && c <= '9' ? '0' : c); }

void describe_affixes(Word& word) {
  const std::string_view text = word.lower;
  std::uint64_t state = kStart;
  for (std::size_t i = 0; i < text.size(); ++i) {
    state = step(state, without_digits(text[i]));
    if (i < 4) word.prefix[i] = finish(state + i);
  }
  word.key = finish(state);
  state = kStart;
  for (std::size_t i = 0; i < 4 && i < text.size(); ++i) {
    state = step(state, without_digits(text[text.size() - 1 - i]));
    word.suffix[i] = finish(state + 16 + i);
  }
}

std::uint32_t shape_of(std::string_view form) {
  std::uint32_t shape = 0;
  bool lower_seen = false, first = true, only_digits = true;
  int letters = 0, uppers = 0;
  for (std::size_t i = 0; i < form.size();) {
    const utf8::Char c = utf8::decode(form, i);
    if (utf8::is_letter(c.code)) {
      const bool upper = utf8::is_upper(c.code);
      if (upper && first) shape |= kUpperFirst;
      if (upper && !first) shape |= kUpperInside;
      lower_seen |= !upper;
      ++letters;
      uppers += upper;
    }
    if (utf8::is_digit(c.code)) {
      shape |= kDigit;
    } else if (c.code != '.' && c.code != ',') {
      only_digits = false;
    }
    if (c.code == '-') shape |= kHyphen;
    if (c.code == '.') shape |= kPeriod;
    if (!utf8::is_letter(c.code) && !utf8::is_digit(c.code) && c.code != '-' && c.code != '.') shape |= kOther;
    first = false;
    i += c.bytes;
  }
  if (letters > 0) shape |= kLetter;
  if (uppers > 0 && !lower_seen) shape |= kAllUpper;
  if (only_digits && (shape & kDigit) != 0) shape |= kOnlyDigits;
  if (form.size() <= 3) shape |= kShort;
  return shape;
}

// Title case tells little about names where nearly every word has it: a headline.
bool is_headline(std::span<const Word> sentence) {
  int long_words = 0, capitals = 0;
  for (const Word& word : sentence) {
    if ((word.shape & kLetter) == 0 || word.form.size() <= 3) continue;
    ++long_words;
    capitals += (word.shape & kUpperFirst) != 0;
  }
  return long_words >= 3 && capitals * 10 >= long_words * 8;
}

}  // namespace

std::uint64_t word_key(std::string_view lower) {
  std::uint64_t state = kStart;
  for (const char c : lower) state = step(state, without_digits(c));
  return finish(state);
}

void describe(std::span<Word> sentence) {
  bool begun = false;
  for (Word& word : sentence) {
    describe_affixes(word);
    word.shape = shape_of(word.form);
    if (!begun && (word.shape & (kLetter | kDigit)) != 0) {
      word.shape |= kFirstWord;
      begun = true;
    }
  }
  if (!is_headline(sentence)) return;
  for (Word& word : sentence) word.shape |= kHeadline;
}

}  // namespace warta::syntax
