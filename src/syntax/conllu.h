// CoNLL-U, the text format of treebanks: https://universaldependencies.org/format.html
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "syntax/relations.h"

namespace warta::syntax {

struct GoldWord {
  std::string form, lemma, feats;
  Upos upos{};
  Relation relation{};
  int head = 0;             // from 1; 0: the root
  bool space_after = true;  // of the written word it ends
  int written = 0;          // number of the multiword range it belongs to in its sentence, from 1; 0: a word of its own
};

struct GoldSentence {
  std::string text;
  std::vector<GoldWord> words;
  std::vector<std::string> ranges;  // forms of the multiword ranges
};

// Empty nodes are skipped. An error names the line: its offset is the line number (in `record`).
Result<std::vector<GoldSentence>> read_conllu(std::string_view bytes);
Result<std::vector<GoldSentence>> read_conllu_file(const std::string& path);

}  // namespace warta::syntax
