// The sentence or two around the words that prove an event. Tests: tests/query/passage_test.cc
#pragma once
#include <string>
#include <string_view>

#include "base/span.h"

namespace warta::query {

struct Passage {
  std::string text;        // an ellipsis where a long sentence is cut
  Span evidence, trigger;  // in `text`; the trigger is empty where it lies outside
};

// `text` is the article's and may be empty; the evidence and its trigger begin at `begin` and `trigger_begin` in it.
// Where the words are not found there, the passage is the evidence alone.
Passage passage(std::string_view text, std::size_t begin, std::string_view evidence, std::size_t trigger_begin,
                std::string_view trigger);

}  // namespace warta::query
