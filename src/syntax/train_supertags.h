// Training of the supertagger, a part of the parser's model.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "supertagger.h"
#include "syntax/relations.h"
#include "syntax/train.h"

namespace warta::syntax {

struct SuperExample {
  std::span<ParseWord> words;            // with their padding
  std::span<const std::uint32_t> heads;  // word indices; the number of words for the root's head
  std::span<const Relation> relations;
  unsigned domain = 0;
  std::size_t source = 0;
  std::vector<Super> gold = {};  // filled by number_supertags
};

// Gives every word its supertag; returns how many there are.
std::size_t number_supertags(std::span<SuperExample> examples);

// Fills ParseWord::super by models that did not see the sentence, and gives the weights of one that saw them all.
std::vector<WideRow> learn_supertags(std::span<SuperExample> examples, std::size_t classes,
                                     const TrainOptions& options);

}  // namespace warta::syntax
