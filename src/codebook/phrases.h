// Phrases: the longest phrase of a table that begins at a word, in one hash look-up a word.
// A phrase is a row of lower-cased words; a flat table with open addressing maps the running hash of each prefix to a
// slot, so matching stops at the first prefix nobody has. Hashes are not compared with words again: with 64 bits a
// false match among a million phrases is a matter of one in 10^13 words. A phrase may ask for capitals: `capitals`
// (WHO, AS: every letter a capital) or `capitalised` (Chad: the first letter of each of its capitalised words, checked
// on the first word). Tests: tests/codebook/phrases_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace warta::codebook {

enum class Case : std::uint8_t { any, capitalised, capitals };
Case case_of(std::string_view phrase);  // how a phrase is written says what it asks for

// The words of a phrase as the tokenizers of both languages would part them: at blanks, and before an apostrophe-s;
// hyphens and full stops inside a word stay.
std::vector<std::string_view> words_of(std::string_view phrase);
void append_words(std::string_view phrase, std::vector<std::string_view>& out);
// The same phrase as a tokenizer that parts words at hyphens has it ("al - qaeda"); empty where no word has one inside.
std::vector<std::string_view> parted_at_hyphens(const std::vector<std::string_view>& words);

std::uint64_t chain(std::uint64_t prefix, std::string_view lower_word);  // running hash, never 0

struct PhraseSlot {
  std::uint64_t key = 0;    // running hash; 0: free
  std::uint32_t first = 0;  // 1 + the index of its first value; 0: only a prefix of others
  bool longer = false;
};

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
    if (!lower_words.empty()) at(lower_words, needs) = std::move(value);
  }

  // The value of a phrase (one word at least), made if nobody has it yet; good until the next call.
  template <class Words>
  Value& at(const Words& lower_words, Case needs) {
    std::uint64_t key = 0;
    for (std::size_t i = 0;; ++i) {
      key = chain(key, lower_words[i]);
      if (i + 1 == lower_words.size()) return value_of(make(key), needs);
      make(key).longer = true;
    }
  }
  // The same of the running hashes of its words.
  Value& at(const std::vector<std::uint64_t>& keys, Case needs) { return at_keys(keys.data(), keys.size(), needs); }
  Value& at_keys(const std::uint64_t* keys, std::size_t words, Case needs) {
    for (std::size_t i = 0; i + 1 < words; ++i) make(keys[i]).longer = true;
    return value_of(make(keys[words - 1]), needs);
  }
  void prefetch(std::uint64_t key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
  }

  // word(i) gives the i-th lower-cased word from here, empty at the end; fits(Case, n) says whether the n words are
  // written as the phrase asks. Calls found(match) for each phrase that fits, shortest first; of phrases with the same
  // words the one that asks for most comes last.
  template <class Word, class Fits, class Found>
  void matches(Word&& word, Fits&& fits, Found&& found) const {
    std::uint64_t key = 0;
    for (std::uint32_t n = 0;; ++n) {
      const std::string_view next = word(n);
      if (next.empty()) return;
      key = chain(key, next);
      const Slot* slot = find(key);
      if (!slot) return;
      for (std::uint32_t i = slot->first; i != 0; i = values_[i - 1].next) {
        const Stored& stored = values_[i - 1];
        if (fits(stored.needs, n + 1)) found(Match{&stored.value, n + 1, stored.needs});
      }
      if (!slot->longer) return;
    }
  }

  template <class Word, class Fits>
  std::optional<Match> longest(Word&& word, Fits&& fits) const {
    std::optional<Match> best;
    matches(word, fits, [&](const Match& match) { best = match; });
    return best;
  }

  // What is told of one word alone, in whatever case its phrase asks for (of several, in the one that asks for most);
  // nullptr: nothing.
  const Value* word(std::string_view lower_word) const {
    const auto match = longest([&](std::uint32_t n) { return n == 0 ? lower_word : std::string_view{}; },
                               [](Case, std::uint32_t) { return true; });
    return match ? match->value : nullptr;
  }

  // The same phrases with other values: f(value), called in the order in which the phrases were added.
  template <class F>
  auto map(F&& f) && {
    Phrases<std::decay_t<decltype(f(std::declval<Value&>()))>> out;
    out.take(*this, f);
    return out;
  }

  std::size_t size() const { return values_.size(); }
  void reserve(std::size_t phrases) {
    values_.reserve(phrases);
    while (slots_.size() * 3 < phrases * 4) grow();
  }

 private:
  template <class>
  friend class Phrases;
  using Slot = PhraseSlot;
  struct Stored {
    Value value;
    Case needs;
    std::uint32_t next;  // as PhraseSlot::first: values with the same words, by what they ask for
  };

  template <class Other, class F>
  void take(Other& other, F& f) {
    slots_ = std::move(other.slots_);
    used_ = other.used_;
    values_.reserve(other.values_.size());
    for (auto& stored : other.values_) values_.push_back(Stored{f(stored.value), stored.needs, stored.next});
  }

  const Slot* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = key & mask;; i = (i + 1) & mask) {
      if (slots_[i].key == key) return &slots_[i];
      if (slots_[i].key == 0) return nullptr;
    }
  }

  Slot& make(std::uint64_t key) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = key & mask;
    while (slots_[i].key != 0 && slots_[i].key != key) i = (i + 1) & mask;
    if (slots_[i].key == 0) {
      slots_[i].key = key;
      ++used_;
    }
    return slots_[i];
  }

  Value& value_of(Slot& slot, Case needs) {
    std::uint32_t* link = &slot.first;
    while (*link != 0 && values_[*link - 1].needs < needs) link = &values_[*link - 1].next;
    if (*link != 0 && values_[*link - 1].needs == needs) return values_[*link - 1].value;
    const std::uint32_t next = std::exchange(*link, static_cast<std::uint32_t>(values_.size()) + 1);
    values_.push_back(Stored{Value{}, needs, next});
    return values_.back().value;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.key == 0) continue;
      std::size_t i = slot.key & mask;
      while (slots_[i].key != 0) i = (i + 1) & mask;
      slots_[i] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<Stored> values_;
};

}  // namespace warta::codebook
