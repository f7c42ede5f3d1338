// Words as the models see them: the keys of their form, its beginnings and ends, and its shape. Computed once a word
// and shared by tagger and parser. Tests: tests/syntax/tagger_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "keys.h"

namespace warta::syntax {

struct Word {
  std::string_view form;
  std::string_view lower;
  std::uint64_t key = 0;                  // of the lower-case form, each digit read as 0
  std::array<std::uint64_t, 4> prefix{};  // of its first 1..4 bytes; 0 where it is shorter
  std::array<std::uint64_t, 4> suffix{};  // of its last 1..4 bytes
  std::uint32_t shape = 0;                // bits of Shape
};

enum Shape : std::uint32_t {
  kUpperFirst = 1,
  kAllUpper = 2,
  kUpperInside = 4,
  kDigit = 8,
  kHyphen = 16,
  kPeriod = 32,
  kOther = 64,
  kOnlyDigits = 128,
  kFirstWord = 256,
  kHeadline = 512,
  kShort = 1024,
  kLetter = 2048
};

using Words = std::pmr::vector<Word>;

// Of a form in lower case; each digit is read as 0.
std::uint64_t word_key(std::string_view lower);

// Fills everything but form and lower of each word of one sentence.
void describe(std::span<Word> sentence);

}  // namespace warta::syntax
