// Phrases: the longest phrase of a table that begins at a word, in one hash look-up a word.
// A phrase is a row of lower-cased words; the table maps the running hash of each prefix to a node, so matching stops
// at the first prefix nobody has. A phrase may ask for capitals: `capitals` (WHO, AS: every letter a capital) or
// `capitalised` (Chad: the first letter of each of its capitalised words, checked on the first word).
// Tests: tests/codebook/phrases_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace warta::codebook {

enum class Case : std::uint8_t { any, capitalised, capitals };
Case case_of(std::string_view phrase);  // how a phrase is written says what it asks for

// The words of a phrase as the tokenizers of both languages would part them: at blanks, and before an apostrophe-s;
// hyphens and full stops inside a word stay.
std::vector<std::string_view> words_of(std::string_view phrase);

std::uint64_t chain(std::uint64_t prefix, std::string_view lower_word);  // running hash

template <class Value>
class Phrases {
 public:
  struct Match {
    const Value* value = nullptr;
    std::uint32_t words = 0;
    Case needs = Case::any;
  };

  // `lower_words` are already folded. Later phrases win over earlier ones with the same words and case.
  void add(const std::vector<std::string>& lower_words, Case needs, Value value) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < lower_words.size(); ++i) {
      key = chain(key, lower_words[i]);
      Node& node = nodes_[key];
      if (i + 1 < lower_words.size()) {
        node.longer = true;
        continue;
      }
      for (std::uint32_t at : node.values)
        if (values_[at].needs == needs) {
          values_[at].value = std::move(value);
          return;
        }
      node.values.push_back(static_cast<std::uint32_t>(values_.size()));
      values_.push_back({std::move(value), needs, static_cast<std::uint32_t>(lower_words.size())});
    }
  }

  // word(i) gives the i-th lower-cased word from here, empty at the end; fits(Case, n) says whether the n words are
  // written as the phrase asks. Calls found(match) for each phrase that fits, shortest first.
  template <class Word, class Fits, class Found>
  void matches(Word&& word, Fits&& fits, Found&& found) const {
    std::uint64_t key = 0;
    for (std::uint32_t n = 0;; ++n) {
      const std::string_view next = word(n);
      if (next.empty()) return;
      key = chain(key, next);
      const auto at = nodes_.find(key);
      if (at == nodes_.end()) return;
      for (std::uint32_t i : at->second.values)
        if (fits(values_[i].needs, n + 1)) found(Match{&values_[i].value, n + 1, values_[i].needs});
      if (!at->second.longer) return;
    }
  }

  template <class Word, class Fits>
  std::optional<Match> longest(Word&& word, Fits&& fits) const {
    std::optional<Match> best;
    matches(word, fits, [&](const Match& match) { best = match; });
    return best;
  }

  std::size_t size() const { return values_.size(); }

 private:
  struct Node {
    std::vector<std::uint32_t> values;
    bool longer = false;
  };
  struct Stored {
    Value value;
    Case needs;
    std::uint32_t words;
  };
  std::unordered_map<std::uint64_t, Node> nodes_;
  std::vector<Stored> values_;
};

}  // namespace warta::codebook
