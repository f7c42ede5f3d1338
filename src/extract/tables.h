// Furniture words: what the pages of news outlets say that is not the article. A phrase has a kind, and where in a line
// it must stand; docs/formats/furniture.md describes the files. All languages lie in one table, since Indonesian pages
// say "Advertisement" and "Baca Juga" in one breath. Tests: tests/extract/
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "hash_table.h"

namespace warta::extract {

// clang-format off
enum class Kind : std::uint8_t {
  ad, link, kicker, end, sponsor, share, menu, promo, note, author, editor, author_and_editor, source, caption,
  credit, figure, published, updated, ago, live, month, weekday, zone, meridiem, agency, outlet, outlet_word,
  place, region, conjunction, locative, role, company, collective, count_
};
// clang-format on
using Kinds = std::uint64_t;
static_assert(static_cast<unsigned>(Kind::count_) <= 64);
constexpr Kinds bit(Kind kind) { return Kinds{1} << static_cast<unsigned>(kind); }

enum class Where : std::uint8_t { whole, start, anywhere, end };

struct Phrase {
  Kind kind{};
  Where where{};
  bool colon = false;  // a colon must follow
  std::uint32_t words = 0;
  std::string value;  // as the table has it: a month's number, an agency's name
};

// A word of a text, folded to a hash: letters and digits with what joins them inside ("co.id", "Jum'at", "Kim-Putin").
struct Word {
  std::uint32_t begin = 0, end = 0;
  std::uint64_t hash = 0;
  bool upper = false;      // begins with a capital
  bool all_upper = false;  // no small letter
  bool digit = false;      // begins with a digit
  bool number = false;     // digits and the marks between them
  char after = 0;          // the first mark behind it before the next word, blanks apart; 0: none, 1: not ASCII
};

// Appends the words of a stretch of text, at most `limit` of them. Returns the byte where it stopped.
std::uint32_t find_words(std::string_view text, std::uint32_t begin, std::uint32_t end, std::size_t limit,
                         std::vector<Word>& out);
std::uint64_t hash_of(std::string_view word);
constexpr std::uint64_t chain(std::uint64_t prefix, std::uint64_t word) {
  std::uint64_t x = (prefix ^ word) * 0x9e3779b97f4a7c15u + (prefix << 7);
  return x ^ (x >> 29);
}

class Furniture {
 public:
  static Result<Furniture> load(const std::vector<std::string>& data_folders);

  // Phrases that begin at a word of a line, the longest last; `found(const Phrase&)`.
  template <class Found>
  void at(const std::vector<Word>& words, std::size_t first, std::size_t end, Found&& found) const {
    if (first >= end || !may_begin(words[first])) return;
    std::uint64_t key = 0;
    for (std::size_t i = first; i < end; ++i) {
      std::uint64_t longer = chain(key, words[i].hash);
      const Node* node = nodes_.find(longer);
      if (!node && words[i].number) node = nodes_.find(longer = chain(key, number_));
      if (!node) return;
      key = longer;
      for (std::uint32_t at = node->first; at != 0; at = next_[at - 1])
        if (!phrases_[at - 1].colon || words[i].after == ':') found(phrases_[at - 1]);
    }
  }
  // The longest phrase of one kind that begins there.
  const Phrase* longest(Kind kind, const std::vector<Word>& words, std::size_t first, std::size_t end) const;

 private:
  // Most words begin no phrase: one bit tells that without a look into the table.
  bool may_begin(const Word& word) const { return begins(word.hash) || (word.number && begins(number_)); }
  bool begins(std::uint64_t hash) const { return (first_words_[hash / 64 % kFirstWords] >> (hash % 64) & 1) != 0; }
  Result<void> read(const std::string& path);
  Result<void> add(Kind kind, std::string_view value, std::string_view words);

  static constexpr std::size_t kFirstWords = 1024;  // of 64 bits each, for some 3,000 words
  std::vector<std::uint64_t> first_words_ = std::vector<std::uint64_t>(kFirstWords);
  std::uint64_t number_ = hash_of("0");  // stands for any number in a phrase
  struct Node {
    std::uint32_t first = 0, last = 0;  // 1 + index of its phrases; 0: only a beginning of others
  };
  std::vector<Phrase> phrases_;
  std::vector<std::uint32_t> next_;  // of each phrase: 1 + index of the next with the same words
  HashTable<Node> nodes_;            // by the running hash of the words
};

// Rows of a tab-separated file with `columns` cells; comments (#) and the header line are passed over.
struct TableRow {
  std::uint64_t line = 0;
  std::vector<std::string> cells;
};
Result<std::vector<TableRow>> read_table(const std::string& path, std::size_t columns);
std::vector<std::string> files_under(const std::vector<std::string>& data_folders,
                                     const std::string& name);  // lang/*/name

}  // namespace warta::extract
