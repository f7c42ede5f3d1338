// The door with the shipped models.
#include <gtest/gtest.h>

#include <map>

#include "syntax/support.h"

namespace warta::syntax {
namespace {

// "menlu NOUN" lines as a guess.
WordGuess guess_of(const std::vector<std::string>& lines) {
  std::map<std::string, Upos, std::less<>> known;
  for (const std::string& line : lines) {
    const std::size_t blank = line.find(' ');
    known[line.substr(0, blank)] = parse_upos(std::string_view(line).substr(blank + 1)).value();
  }
  return [known](std::string_view word) -> std::optional<Upos> {
    const auto at = known.find(word);
    return at == known.end() ? std::nullopt : std::optional<Upos>(at->second);
  };
}

void check(const test::Case& one, const Document& document) {
  for (const std::string& tag : one.all("tag")) {
    const auto words = split(tag);
    const std::uint32_t i = token(document, words[0]);
    ASSERT_LT(i, document.tokens.size()) << one.where() << ": " << words[0];
    EXPECT_EQ(name(document.tokens[i].upos), words[1]) << one.where() << ": " << words[0];
  }
  for (const std::string& arc : one.all("arc")) {
    const auto words = split(arc);
    const std::uint32_t i = token(document, words[0]), head = token(document, words[2]);
    ASSERT_LT(i, document.tokens.size()) << one.where() << ": " << words[0];
    EXPECT_EQ(document.tokens[i].head, head) << one.where() << ": " << arc;
    EXPECT_EQ(name(Relation{document.tokens[i].relation.rel, Sub::none}), words[1]) << one.where() << ": " << arc;
  }
}

TEST(Analyzer, Cases) {
  Arena arena;
  const auto cases = test::read_cases(test_path("headlines.txt"));
  EXPECT_GE(cases.size(), 10u);
  for (const test::Case& one : cases) {
    const auto analyzer = Analyzer::load(models(), one.get("language"));
    ASSERT_TRUE(analyzer) << analyzer.error().message();
    const std::string text = one.get("text");
    const Span whole{0, static_cast<std::uint32_t>(text.size())};
    check(one, analyzer->analyze(text, std::span(&whole, 1), arena, guess_of(one.all("guess"))));
    arena.reset();
  }
}

TEST(Analyzer, SentencesDoNotCrossBlocks) {
  const auto analyzer = Analyzer::load(models(), "en");
  ASSERT_TRUE(analyzer);
  const std::string text = "Envoys meet in Oslo  Talks began on Monday.";
  const Span blocks[] = {{0, 19}, {21, static_cast<std::uint32_t>(text.size())}};
  Arena arena;
  const Document document = analyzer->analyze(text, blocks, arena);
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_EQ(document.sentences[0].span.of(text), "Envoys meet in Oslo");
  EXPECT_EQ(document.sentences[1].block, 1u);
}

TEST(Analyzer, ALongSentenceIsNotParsed) {
  Limits limits;
  limits.sentence_tokens = 5;
  const auto analyzer = Analyzer::load(models(), "en", limits);
  ASSERT_TRUE(analyzer);
  const std::string text = "They left. The army of the north attacked the town.";
  Arena arena;
  const Document document = analyze(*analyzer, text, arena);
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_TRUE(document.sentences[0].parsed);
  EXPECT_FALSE(document.sentences[1].parsed);
}

TEST(Analyzer, AnyTextGivesATree) {
  Arena arena;
  for (const std::string language : {"id", "en"}) {
    const auto analyzer = Analyzer::load(models(), language);
    ASSERT_TRUE(analyzer);
    for (const std::string text : {"", " \n ", ".", "...", "\"\"\"", "((((", "a", "\xff\xfe", "A. B. C.", "1 2 3 - – —",
                                   "\xf0\x9f\x98\x80 \xe2\x80"}) {
      const Document document = analyze(*analyzer, text, arena);
      for (const Sentence& sentence : document.sentences) {
        ASSERT_LT(sentence.first, sentence.last);
        int roots = 0;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
          const std::uint32_t head = document.tokens[i].head;
          roots += head == kNoHead;
          EXPECT_TRUE(head == kNoHead || (head >= sentence.first && head < sentence.last && head != i)) << text;
        }
        EXPECT_EQ(roots, 1) << text;
      }
    }
  }
}

TEST(Analyzer, WithoutModels) {
  const auto none = Analyzer::load("/nowhere", "id");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().why, Why::bad_model);
}

}  // namespace
}  // namespace warta::syntax
