#include "pipeline.h"

#include <gtest/gtest.h>

namespace warta::syntax {
namespace {

TEST(Pipeline, AModelWithoutItsSectionsIsRefused) {
  ModelWriter parser("parser"), tagger("tagger");
  parser.add("relations", "nsubj\nobj\n");
  tagger.add("tags", "NOUN\nVERB\n");
  EXPECT_FALSE(ModelFile::parse(parser.bytes(), "parser").and_then(Parser::open));
  EXPECT_FALSE(ModelFile::parse(tagger.bytes(), "tagger").and_then(Tagger::open));
  EXPECT_FALSE(ModelFile::parse(ModelWriter("lemmas").bytes(), "lemmas").and_then(Lemmas::open));
}

}  // namespace
}  // namespace warta::syntax
