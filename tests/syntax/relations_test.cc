#include "syntax/relations.h"

#include <gtest/gtest.h>

namespace warta::syntax {
namespace {

TEST(Relations, NamesComeBack) {
  for (int i = 0; i <= static_cast<int>(Upos::X); ++i)
    EXPECT_EQ(parse_upos(name(static_cast<Upos>(i))), static_cast<Upos>(i));
  for (int i = 0; i <= static_cast<int>(Rel::xcomp); ++i) {
    const Relation relation{static_cast<Rel>(i), Sub::none};
    EXPECT_EQ(parse_relation(name(relation)), relation);
  }
  EXPECT_EQ(name(Relation{Rel::nsubj, Sub::pass}), "nsubj:pass");
  EXPECT_EQ(name(Relation{Rel::case_, Sub::none}), "case");
}

TEST(Relations, AnUnknownSubtypeIsNoneAnUnknownRelationNothing) {
  EXPECT_EQ(parse_relation("obl:whatever"), (Relation{Rel::obl, Sub::none}));
  EXPECT_FALSE(parse_relation("whatever"));
  EXPECT_FALSE(parse_upos("noun"));
}

}  // namespace
}  // namespace warta::syntax
