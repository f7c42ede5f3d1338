#include "phrases.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace warta::codebook {
namespace {

using Words = std::vector<std::string>;

Words words(std::string_view phrase) {
  const auto parts = words_of(phrase);
  return {parts.begin(), parts.end()};
}

TEST(WordsOf, PartsAsTheTokenizerDoes) {
  EXPECT_EQ(words("arms deal"), (Words{"arms", "deal"}));
  EXPECT_EQ(words("  two \t blanks "), (Words{"two", "blanks"}));
  EXPECT_EQ(words("People's Army"), (Words{"People", "'s", "Army"}));
  EXPECT_EQ(words("People’s Army"), (Words{"People", "’s", "Army"}));
  EXPECT_EQ(words("Teachers' Union"), (Words{"Teachers", "'", "Union"}));
  EXPECT_EQ(words("Sana'a"), (Words{"Sana'a"}));
  EXPECT_EQ(words("'s"), (Words{"'s"}));
  EXPECT_EQ(words("'"), (Words{"'"}));
  EXPECT_EQ(words("Timor-Leste U.S."), (Words{"Timor-Leste", "U.S."}));
  EXPECT_EQ(words("Springfield, Ohio"), (Words{"Springfield", ",", "Ohio"}));
  EXPECT_EQ(words(""), Words{});
}

TEST(WordsOf, PartedAtHyphens) {
  const auto parted = [](const Words& phrase) {
    const auto out = parted_at_hyphens({phrase.begin(), phrase.end()});
    return Words(out.begin(), out.end());
  };
  EXPECT_EQ(parted({"al-qaeda"}), (Words{"al", "-", "qaeda"}));
  EXPECT_EQ(parted({"port-au-prince", "city"}), (Words{"port", "-", "au", "-", "prince", "city"}));
  EXPECT_EQ(parted({"kenya"}), Words{});
  EXPECT_EQ(parted({"-", "-x", "x-"}), Words{}) << "only inside a word";
  EXPECT_EQ(parted({}), Words{});
}

TEST(CaseOf, TheWritingSaysWhatItAsksFor) {
  EXPECT_EQ(case_of("WHO"), Case::capitals);
  EXPECT_EQ(case_of("DK PBB"), Case::capitals);
  EXPECT_EQ(case_of("G7"), Case::capitals);
  EXPECT_EQ(case_of("3M"), Case::capitals);
  EXPECT_EQ(case_of("9/11"), Case::any);
  EXPECT_EQ(case_of("Georgia"), Case::capitalised);
  EXPECT_EQ(case_of("DPR Amerika"), Case::capitalised);
  EXPECT_EQ(case_of("Densus 88"), Case::capitalised);
  EXPECT_EQ(case_of("Éire"), Case::capitalised);
  EXPECT_EQ(case_of("presiden"), Case::any);
  EXPECT_EQ(case_of("al-Quds brigade"), Case::any);
  EXPECT_EQ(case_of(""), Case::any);
}

const auto kAnyCase = [](Case, std::uint32_t) { return true; };

template <class Value>
std::optional<typename Phrases<Value>::Match> longest(const Phrases<Value>& book, const Words& text,
                                                      std::size_t from = 0) {
  return book.longest(
      [&](std::uint32_t n) { return from + n < text.size() ? std::string_view(text[from + n]) : std::string_view{}; },
      kAnyCase);
}

TEST(Phrases, NothingInAnEmptyBook) { EXPECT_FALSE(longest(Phrases<int>(), {"a"})); }

TEST(Phrases, TheLongestWins) {
  Phrases<int> book;
  book.add({"a"}, Case::any, 1);
  book.add({"a", "b", "c"}, Case::any, 3);
  EXPECT_EQ(*longest(book, {"a", "b", "c", "d"})->value, 3);
  EXPECT_EQ(longest(book, {"a", "b", "c"})->words, 3u);
  EXPECT_EQ(*longest(book, {"a", "b", "x"})->value, 1);
  EXPECT_FALSE(longest(book, {"b", "c"}));
}

TEST(Phrases, LaterOnesReplaceAndCasesStandApart) {
  Phrases<int> book;
  book.add({"may"}, Case::capitalised, 5);
  book.add({"may"}, Case::any, 1);
  book.add({"may"}, Case::any, 2);
  EXPECT_EQ(book.size(), 2u);
  std::vector<int> found;
  book.matches([](std::uint32_t n) { return n == 0 ? std::string_view("may") : std::string_view{}; }, kAnyCase,
               [&](const auto& match) { found.push_back(*match.value); });
  EXPECT_EQ(found, (std::vector<int>{2, 5})) << "the stricter one comes last";
  const auto lower = book.longest([](std::uint32_t n) { return n == 0 ? std::string_view("may") : std::string_view{}; },
                                  [](Case needs, std::uint32_t) { return needs == Case::any; });
  EXPECT_EQ(*lower->value, 2);
}

TEST(Phrases, MapKeepsTheWords) {
  Phrases<int> book;
  book.add({"a", "b"}, Case::any, 2);
  book.add({"a"}, Case::any, 1);
  const Phrases<std::string> mapped = std::move(book).map([](int n) { return std::to_string(n); });
  EXPECT_EQ(*longest(mapped, {"a", "b"})->value, "2");
  EXPECT_EQ(*longest(mapped, {"a", "c"})->value, "1");
}

// The table against a plain search over a map of whole phrases.
TEST(Phrases, AgreeWithAPlainSearch) {
  std::mt19937 random(7);
  const auto draw = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  const auto word = [&] { return std::string(1, static_cast<char>('a' + draw(6))) + (draw(3) == 0 ? "x" : ""); };
  for (int round = 0; round < 40; ++round) {
    Phrases<int> book;
    if (round % 2 == 0) book.reserve(draw(300));
    std::map<Words, int> plain;
    const int count = static_cast<int>(draw(400));
    for (int i = 0; i < count; ++i) {
      Words phrase;
      for (unsigned n = 1 + draw(4); n > 0; --n) phrase.push_back(word());
      plain[phrase] = i;
      book.add(phrase, Case::any, i);
    }
    EXPECT_EQ(book.size(), plain.size());
    Words text;
    for (int i = 0; i < 300; ++i) text.push_back(word());
    for (std::size_t from = 0; from < text.size(); ++from) {
      std::vector<std::pair<std::uint32_t, int>> expected, found;
      for (std::size_t n = 1; n <= 4 && from + n <= text.size(); ++n) {
        const auto at = plain.find(Words(text.begin() + static_cast<std::ptrdiff_t>(from),
                                         text.begin() + static_cast<std::ptrdiff_t>(from + n)));
        if (at != plain.end()) expected.emplace_back(static_cast<std::uint32_t>(n), at->second);
      }
      book.matches(
          [&](std::uint32_t n) {
            return from + n < text.size() ? std::string_view(text[from + n]) : std::string_view{};
          },
          kAnyCase, [&](const auto& match) { found.emplace_back(match.words, *match.value); });
      ASSERT_EQ(found, expected) << "round " << round << " from " << from;
    }
  }
}

}  // namespace
}  // namespace warta::codebook
