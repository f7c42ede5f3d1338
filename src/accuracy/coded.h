// A gold text as the engine codes it, with what it refused, cut loose from the article's arena.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "accuracy/gold.h"
#include "engine/engine.h"
#include "story/story.h"

namespace warta::accuracy {

// A would-be event that the engine refused.
struct Refusal {
  Span trigger;                // in CodedText::text
  std::uint32_t sentence = 0;  // index in CodedText::sentences
  std::string frame;           // without the language
  codebook::Root root{};       // of the frame; none where its content gives the code
  Why why{};
};

struct CodedText {
  std::optional<Error> refused;  // the text as a whole
  std::string text;              // of the article
  std::uint32_t body_begin = 0;  // as in extract::Article
  std::vector<Span> sentences;   // in text
  std::vector<event::Row> rows;
  std::vector<Refusal> refusals;
};

// Its rows bear stories and occurrences, placed after those of the texts before, as `warta code` does. Fails only where
// the codebook cannot be read.
Result<CodedText> code(const engine::Engine& engine, story::Window& window, const GoldText& gold);

}  // namespace warta::accuracy
