// accuracy: how right the engine is, against gold and against people's verdicts; what it gets wrong for which reason.
// Takes  an Engine and gold texts (gold.h); or a sheet that people judged (sheet.h); or coded events to draw such a
//        sheet from (sample.h).
// Gives  counts, from which precision, recall and F1 follow (reliability.h), in a fixed order; and each miss and each
//        false alarm with a reason. A text that the engine refuses has no events: what it should have given is missed.
// Fails  bad_json, bad_format, cannot_open of the files read, with file, record and field; bad_format and bad_model of
//        the codebook.
// Costs  that of coding the texts, once; a sample holds no more than N events a stratum.
// Tests  tests/accuracy/, tests/gold/
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "accuracy/gold.h"
#include "accuracy/reliability.h"
#include "engine/engine.h"

namespace warta::accuracy {

// A gold event that was missed, or a coded one that is wrong.
struct Finding {
  bool missed = false;
  std::string id, sentence;
  std::string expected, nearest;  // "KEN GOV "the army" | ACCUSE 111 | UGA "Uganda" | reported"; empty: none
  std::string reason;             // of a short list, to be counted: "wrong code", "refused: negated", ...
  std::string detail;             // in words; may be empty
};

struct NamedTally {
  std::string name;
  Tally tally;
  std::size_t texts = 0;
};

// Of the events that match: how many have this field right. `tally` counts events that match and have it right.
struct FieldScore {
  std::string_view name;
  Share right;
  Tally tally;
  bool always = false;  // asked of every event, so that the tally says something
};

struct ArticleScore {
  std::string id;
  std::size_t found = 0, core = 0, wrong = 0, coded = 0;
};

struct Scores {
  Tally all;
  std::vector<NamedTally> roots;          // in alphabetical order
  std::vector<NamedTally> constructions;  // those with most errors first
  std::vector<FieldScore> fields;
  std::size_t empty = 0, empty_coded = 0;  // texts without gold events; those that were given one
  std::vector<ArticleScore> articles;      // of articles only
  std::size_t groups = 0, joined = 0;      // events told more than once; those told under one occurrence
  std::vector<Judged> judged;              // coded events that are right or wrong
  std::vector<Finding> findings;
};

// Codes the texts of one kind and compares; how, pairing.h and docs/formats/gold.md tell.
Result<Scores> score(const engine::Engine& engine, const std::vector<GoldText>& gold, GoldKind kind,
                     const Constructions& constructions);

}  // namespace warta::accuracy
