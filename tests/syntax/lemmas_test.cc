#include "lemmas.h"

#include <gtest/gtest.h>

#include <map>

#include "base/utf8.h"
#include "syntax/support.h"

namespace warta::syntax {
namespace {

TEST(Lemmas, Cases) {
  std::map<std::string, Lemmas> lemmas;
  for (const std::string language : {"id", "en"}) {
    auto opened = ModelFile::read(models() + "/" + language + ".lemmas", "lemmas").and_then(Lemmas::open);
    ASSERT_TRUE(opened) << opened.error().message();
    lemmas[language] = std::move(*opened);
  }
  Arena arena;
  std::size_t count = 0;
  for (const test::Case& one : test::read_cases(test_path("lemmas.txt"))) {
    for (const auto& [language, rest] : one.fields) {
      const auto words = split(rest);
      ASSERT_EQ(words.size(), 3u) << one.where();
      const auto upos = parse_upos(words[1]);
      ASSERT_TRUE(upos) << one.where();
      EXPECT_EQ(lemmas[language].of(words[0], utf8::lower(words[0]), *upos, arena), words[2]) << one.where();
      ++count;
    }
  }
  EXPECT_GE(count, 12u);
}

}  // namespace
}  // namespace warta::syntax
