// The forms of phrases, for the readers of this room. It remembers the forms of each word, for files name the same
// words again and again, and reuses its memory.
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codebook/lexicon.h"
#include "lines.h"

namespace warta::codebook {

class Inflector {
 public:
  explicit Inflector(const Morphology& morphology) : morphology_(morphology) {}

  // Calls use(keys, feature) for each form of a phrase, the phrase itself first; then, where a tokenizer may part words
  // at hyphens, for each of them so parted ("cease - fires"). Keys are those of `Phrases`, good during the call.
  template <class Use>
  void each(WordClass word_class, std::string_view phrase, Use&& use) {
    const std::vector<std::string_view>& words = folded_.words(phrase);
    if (words.empty()) return;
    const std::size_t inflected = morphology_.inflects_first(word_class) ? 0 : words.size() - 1;
    const std::vector<Form>& forms = forms_of(word_class, words[inflected]);
    keys_.resize(words.size());
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < inflected; ++i) keys_[i] = before = chain(before, words[i]);
    for (const Form& form : forms) {
      std::uint64_t key = keys_[inflected] = inflected == 0 ? form.key : chain(before, form.text);
      for (std::size_t i = inflected + 1; i < words.size(); ++i) keys_[i] = key = chain(key, words[i]);
      use(keys_, form.feature);
    }
    if (phrase.find('-') != std::string_view::npos) each_parted(words, inflected, forms, use);
  }

 private:
  struct Form {
    std::string text;
    Feature feature;
    std::uint64_t key;  // of the form alone
  };

  template <class Use>
  void each_parted(const std::vector<std::string_view>& words, std::size_t inflected, const std::vector<Form>& forms,
                   Use&& use) {
    std::vector<std::string_view> form_words = words;
    for (const Form& form : forms) {
      form_words[inflected] = form.text;
      const auto parted = parted_at_hyphens(form_words);
      keys_.clear();
      for (const std::string_view word : parted) keys_.push_back(chain(keys_.empty() ? 0 : keys_.back(), word));
      if (!keys_.empty()) use(keys_, form.feature);
    }
  }

  const std::vector<Form>& forms_of(WordClass word_class, std::string_view lower_word) {
    const auto [at, fresh] = made_[static_cast<std::size_t>(word_class)].try_emplace(chain(0, lower_word));
    if (fresh)
      for (Morphology::Form& form : morphology_.forms(word_class, lower_word)) {
        const std::uint64_t key = chain(0, form.text);
        at->second.push_back({std::move(form.text), form.feature, key});
      }
    return at->second;
  }

  const Morphology& morphology_;
  std::unordered_map<std::uint64_t, std::vector<Form>> made_[2];  // by WordClass and the word's hash
  Folded folded_;
  std::vector<std::uint64_t> keys_;
};

}  // namespace warta::codebook
