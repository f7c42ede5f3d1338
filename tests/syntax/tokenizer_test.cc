#include "tokenizer.h"

#include <gtest/gtest.h>

#include <map>

#include "syntax/support.h"

namespace warta::syntax {
namespace {

std::string tokens_of(const std::string& text, const TokenWords& words) {
  Pieces pieces;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, Lexicon(), pieces);
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool joined = i > 0 && pieces[i].word == pieces[i - 1].word;
    out += i == 0 ? "" : pieces[i].starts ? " / " : joined ? "+" : " ";
    out += pieces[i].form.of(text);
  }
  return out;
}

TEST(Tokenizer, Cases) {
  std::map<std::string, TokenWords> words;
  for (const std::string language : {"id", "en"}) {
    auto read = TokenWords::read(source_path("data/lang/" + language + "/tokens.tsv"));
    ASSERT_TRUE(read) << read.error().message();
    words[language] = std::move(*read);
  }
  const auto cases = test::read_cases(test_path("tokens.txt"));
  EXPECT_GE(cases.size(), 15u);
  for (const test::Case& one : cases) {
    EXPECT_EQ(tokens_of(with_line_breaks(one.get("text")), words[one.get("language")]), one.get("tokens"))
        << one.where();
  }
}

TEST(Tokenizer, EveryByteThatIsNoSpaceBelongsToAToken) {
  const auto words = TokenWords::read(source_path("data/lang/en/tokens.tsv"));
  ASSERT_TRUE(words);
  const std::string text = "A\xff“b” — (c)\xc3 d'e… #f @g 1-2-3 \xf0\x9f\x98\x80 didn’t.";
  Pieces pieces;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, *words, Lexicon(), pieces);
  std::uint32_t end = 0;
  for (const Piece& piece : pieces) {
    for (; end < piece.form.begin; ++end) EXPECT_EQ(text[end], ' ') << end;
    EXPECT_LT(piece.form.begin, piece.form.end);
    end = piece.form.end;
  }
  EXPECT_EQ(end, text.size());
}

TEST(TokenWords, ErrorsNameTheLine) {
  const auto unknown = TokenWords::parse("# words\nabbreviation\tmr.\nshout\they\n");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().why, Why::bad_format);
  EXPECT_NE(unknown.error().note.find("line 3: unknown kind 'shout'"), std::string::npos) << unknown.error().note;
  EXPECT_FALSE(TokenWords::parse("abbreviation mr."));
  EXPECT_FALSE(TokenWords::parse("parts\tcannot"));
  EXPECT_FALSE(TokenWords::read("/nowhere/tokens.tsv"));
}

}  // namespace
}  // namespace warta::syntax
