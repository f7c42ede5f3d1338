// A headline's label: who says it or what it is about, before or behind a colon ("Minister: ...", "...: officials").
// The parser learned from running text, where a colon parts no clauses, and hangs the last words of one side on the
// other; so the sides are parsed apart and the label hangs on the rest by `parataxis`, as Universal Dependencies has
// it. Tests: tests/syntax/label_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "syntax/syntax.h"
#include "words.h"

namespace warta::syntax {

struct Label {
  std::uint32_t colon = 0;  // index of the colon
  bool leads = false;       // the label stands before it
};

// nullopt where the sentence has no label: it ends with a full stop or the like, has no colon or two, or both sides of
// it are long or have a verb.
std::optional<Label> label_of(std::span<const Word> sentence, std::span<const Upos> upos);

}  // namespace warta::syntax
