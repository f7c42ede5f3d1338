#include "lemmas.h"

#include <algorithm>
#include <array>

#include "keys.h"
#include "table.h"

namespace warta::syntax {
namespace {

const LemmaRow* find(std::span<const LemmaRow> rows, std::uint64_t key) {
  if (rows.empty()) return nullptr;
  const auto check = static_cast<std::uint32_t>(key) | 1;
  for (std::size_t place = place_of(key, rows.size());; place = place + 1 == rows.size() ? 0 : place + 1) {
    if (rows[place].check == check) return &rows[place];
    if (rows[place].check == 0) return nullptr;
  }
}

}  // namespace

std::uint64_t lemma_key(std::string_view lower, Upos upos) {
  return feature(10 + static_cast<std::uint64_t>(upos), text_key(lower));
}
std::uint64_t affix_key(std::string_view prefix, std::string_view suffix, Upos upos) {
  return feature(40 + static_cast<std::uint64_t>(upos), text_key(prefix), text_key(suffix)) | 1;
}
std::uint64_t known_lemma_key(std::string_view lemma) { return feature(9, text_key(lemma)); }

Result<Lemmas> Lemmas::open(ModelFile file) {
  Lemmas lemmas;
  lemmas.file_ = std::move(file);
  lemmas.text_ = lemmas.file_.text("text");
  lemmas.words_ = lemmas.file_.rows<LemmaRow>("words");
  lemmas.known_ = lemmas.file_.rows<LemmaRow>("known");
  lemmas.rules_ = lemmas.file_.rows<LemmaRule>("rules");
  if (lemmas.words_.empty()) return fail(Why::bad_model, "lemmas without their words");
  const std::size_t size = lemmas.text_.size();
  for (const LemmaRow& row : lemmas.words_) {
    if (row.begin > size || row.size > size - row.begin) return fail(Why::bad_model, "a lemma lies outside the text");
  }
  for (const LemmaRule& rule : lemmas.rules_) {
    for (const std::uint32_t range : {rule.prefix, rule.suffix}) {
      if (range / 16 + range % 16 > size) return fail(Why::bad_model, "a rule lies outside the text");
    }
  }
  return lemmas;
}

bool Lemmas::known(std::string_view lemma) const { return find(known_, known_lemma_key(lemma)) != nullptr; }

bool Lemmas::knows(std::string_view lower) const {
  constexpr std::array kOpen{Upos::NOUN, Upos::VERB, Upos::ADJ, Upos::ADV};
  const auto has = [&](Upos upos) { return find(words_, lemma_key(lower, upos)) != nullptr; };
  return known(lower) || std::any_of(kOpen.begin(), kOpen.end(), has);
}

std::string_view Lemmas::of(std::string_view form, std::string_view lower, Upos upos, Arena& arena) const {
  if (upos == Upos::PROPN || upos == Upos::X) return form;
  if (upos == Upos::PUNCT || upos == Upos::SYM || upos == Upos::NUM) return lower;
  if (const LemmaRow* row = find(words_, lemma_key(lower, upos))) return text_.substr(row->begin, row->size);
  return by_rule(lower, upos, arena);
}

std::string_view Lemmas::by_rule(std::string_view lower, Upos upos, Arena& arena) const {
  constexpr std::size_t kRoom = 96;
  if (rules_.empty() || lower.size() > kRoom - 2 * 16 || lower.size() < 3) return lower;
  std::array<char, kRoom> candidate, best;
  std::size_t best_size = 0;
  float best_score = -1;
  for (std::size_t p = 0; p <= kLongestPrefix; ++p) {
    for (std::size_t s = 0; s <= kLongestSuffix && p + s + kShortestRest <= lower.size(); ++s) {
      const std::uint64_t key = affix_key(lower.substr(0, p), lower.substr(lower.size() - s), upos);
      for (std::size_t place = place_of(key, rules_.size()); rules_[place].affixes != 0;
           place = place + 1 == rules_.size() ? 0 : place + 1) {
        const LemmaRule& rule = rules_[place];
        if (rule.affixes != key) continue;
        const std::string_view prefix = text_.substr(rule.prefix / 16, rule.prefix % 16);
        const std::string_view middle = lower.substr(p, lower.size() - p - s);
        const std::string_view suffix = text_.substr(rule.suffix / 16, rule.suffix % 16);
        std::size_t size = prefix.copy(candidate.data(), kRoom);
        size += middle.copy(candidate.data() + size, kRoom);
        size += suffix.copy(candidate.data() + size, kRoom);
        const float score = rule.success * (known({candidate.data(), size}) ? 1.0f : 0.2f);
        if (score <= best_score) continue;
        best_score = score;
        best = candidate;
        best_size = size;
      }
    }
  }
  const std::string_view found(best.data(), best_size);
  return best_score < 0 || found == lower ? lower : arena.copy(found);
}

}  // namespace warta::syntax
