#include "label.h"

#include <algorithm>

namespace warta::syntax {
namespace {

constexpr std::size_t kLongest = 5;  // words of a label: an office with its country, a body, "sources"

bool is_label(std::span<const Upos> side) {
  const auto verbal = [](Upos upos) { return upos == Upos::VERB || upos == Upos::AUX; };
  const auto nominal = [](Upos upos) { return upos == Upos::NOUN || upos == Upos::PROPN; };
  return side.size() <= kLongest && std::none_of(side.begin(), side.end(), verbal) &&
         std::any_of(side.begin(), side.end(), nominal);
}

}  // namespace

std::optional<Label> label_of(std::span<const Word> sentence, std::span<const Upos> upos) {
  const auto is_colon = [](const Word& word) { return word.form == ":"; };
  const auto colon = std::find_if(sentence.begin(), sentence.end(), is_colon);
  if (colon == sentence.end() || std::any_of(colon + 1, sentence.end(), is_colon)) return std::nullopt;
  if (upos.back() == Upos::PUNCT) return std::nullopt;
  const auto at = static_cast<std::uint32_t>(colon - sentence.begin());
  const std::span<const Upos> before = upos.first(at), behind = upos.subspan(at + 1);
  if (is_label(before) && !behind.empty()) return Label{at, true};
  if (is_label(behind) && !before.empty()) return Label{at, false};
  return std::nullopt;
}

}  // namespace warta::syntax
