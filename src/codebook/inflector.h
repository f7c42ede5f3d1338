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

  // Calls use(words, feature) for each form of a phrase, the phrase itself first; then, where a tokenizer may part
  // words at hyphens, for each of them so parted ("cease - fires"). The words are good during the call.
  template <class Use>
  void each(WordClass word_class, std::string_view phrase, Use&& use) {
    words_ = folded_.words(phrase);
    if (words_.empty()) return;
    const std::size_t inflected = morphology_.inflects_first(word_class) ? 0 : words_.size() - 1;
    const std::vector<Morphology::Form>& forms = forms_of(word_class, words_[inflected]);
    for (const Morphology::Form& form : forms) {
      words_[inflected] = form.text;
      use(words_, form.feature);
    }
    if (phrase.find('-') == std::string_view::npos) return;
    for (const Morphology::Form& form : forms) {
      words_[inflected] = form.text;
      if (const auto parted = parted_at_hyphens(words_); !parted.empty()) use(parted, form.feature);
    }
  }

 private:
  const std::vector<Morphology::Form>& forms_of(WordClass word_class, std::string_view lower_word) {
    const auto [at, fresh] = made_[static_cast<std::size_t>(word_class)].try_emplace(chain(0, lower_word));
    if (fresh) at->second = morphology_.forms(word_class, lower_word);
    return at->second;
  }

  const Morphology& morphology_;
  std::unordered_map<std::uint64_t, std::vector<Morphology::Form>> made_[2];  // by WordClass and the word's hash
  Folded folded_;
  std::vector<std::string_view> words_;
};

}  // namespace warta::codebook
