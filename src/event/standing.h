// Standing: what the sentence says about an act besides that it is: negated, planned, denied, alleged, asked for, ...
// Computed along the path from the act's word to the root of the tree, since status is a property of the whole chain
// ("denied that it had threatened to"). Tests: tests/event/cases/status.txt; rules: CODEBOOK.md, statuses.
#pragma once
#include "match.h"

namespace warta::event {

struct Standing {
  bool negated = false;    // the narrator says it did not happen
  bool unwilling = false;  // "will not": a refusal, if what is refused is cooperation or yielding
  bool future = false;     // akan, will, plans to
  bool possible = false;   // could, if, is considering
  bool obliged = false;    // must, should: a norm
  bool hedged = false;     // reportedly, suspected
  bool past = false;       // pernah, once
  bool denied = false;
  bool conditional = false;      // an if-clause is part of the chain
  bool wanted = false;           // the condition of a threat, the purpose of an ultimatum: told by that act alone
  std::uint32_t denier = kNone;  // token: who denies it
  std::uint32_t claimant =
      kNone;             // token: whose claim or accusation it is, where a noun says so ("Ivory Coast's accusation")
  bool claimed = false;  // it is the content of a claim
  std::uint32_t outer = kNone;   // the act that it is the content of (index), if that act composes
  std::uint32_t speech = kNone;  // token: the verb of saying that it is told by
};

// Acts of one sentence and where they stand, so that a chain can see which of its words are acts.
struct Acts {
  std::span<const Act> list;
  std::span<const std::uint32_t> at;  // per token of the document: index in list, or kNone
};

Standing standing_of(const Text& text, const Acts& acts, std::uint32_t act);
std::pmr::vector<Standing> standings_of(const Text& text, const Acts& acts);  // of each act, in their order

// Cues of the phrase that a token is part of, not only begins.
codebook::CueSet cues_about(const Text& text, std::uint32_t token);

}  // namespace warta::event
