// Learning of lemmas: the table of words, and rules with their success counted over the different words of the
// treebanks.
#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "lemmas.h"
#include "syntax/train.h"
#include "train_data.h"

namespace warta::syntax {
namespace {

using Entry = std::pair<std::string, Upos>;  // a word in lower case
struct Rule {
  std::string cut_prefix, cut_suffix, prefix, suffix;
  Upos upos;
  auto operator<=>(const Rule&) const = default;  // NOLINT(modernize-use-nullptr): a 0 of the compiler's own
};

bool has_lemma(Upos upos) {
  return upos != Upos::PROPN && upos != Upos::X && upos != Upos::PUNCT && upos != Upos::SYM && upos != Upos::NUM;
}

// The lemma each word bears most often; the target treebank's say weighs ten times.
std::map<Entry, std::string> most_frequent(std::span<const Example* const> examples) {
  std::map<Entry, std::map<std::string, unsigned>> counts;
  for (const Example* example : examples) {
    for (std::size_t i = 0; i < example->words.size(); ++i) {
      const GoldWord& word = example->gold.words[i];
      if (has_lemma(word.upos) && word.lemma != "_") {
        counts[{example->lower[i], word.upos}][utf8::lower(word.lemma)] += example->domain == 0 ? 10 : 1;
      }
    }
  }
  std::map<Entry, std::string> best;
  for (const auto& [entry, lemmas] : counts) {
    best[entry] = std::max_element(lemmas.begin(), lemmas.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->first;
  }
  return best;
}

// The rules that lead from word to lemma: their longest common part stays.
bool find_rule(const std::string& word, const std::string& lemma, Upos upos, Rule& rule) {
  std::size_t best = 0, at_word = 0, at_lemma = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    for (std::size_t j = 0; j < lemma.size(); ++j) {
      std::size_t k = 0;
      while (i + k < word.size() && j + k < lemma.size() && word[i + k] == lemma[j + k]) ++k;
      if (k > best) best = k, at_word = i, at_lemma = j;
    }
  }
  rule = {word.substr(0, at_word), word.substr(at_word + best), lemma.substr(0, at_lemma),
          lemma.substr(at_lemma + best), upos};
  return best >= kShortestRest && rule.cut_prefix.size() <= kLongestPrefix &&
         rule.cut_suffix.size() <= kLongestSuffix && rule.prefix.size() < 16 && rule.suffix.size() < 16;
}

std::map<Rule, float> learn_rules(const std::map<Entry, std::string>& lemmas) {
  std::map<Rule, unsigned> gives;
  std::map<Rule, unsigned> matches;  // by affixes; prefix and suffix left empty
  for (const auto& [entry, lemma] : lemmas) {
    const auto& [word, upos] = entry;
    if (word.size() < 3) continue;
    Rule rule;
    if (find_rule(word, lemma, upos, rule)) {
      // and with more of the word around, so that "ies" can be told from "s"
      for (std::size_t p = rule.cut_prefix.size(); p <= std::min(kLongestPrefix, rule.cut_prefix.size() + 1); ++p) {
        for (std::size_t s = rule.cut_suffix.size(); s <= std::min(kLongestSuffix, rule.cut_suffix.size() + 2); ++s) {
          if (p + s + kShortestRest > word.size()) continue;
          const std::string kept_front = word.substr(rule.cut_prefix.size(), p - rule.cut_prefix.size());
          const std::string kept_back = word.substr(word.size() - s, s - rule.cut_suffix.size());
          ++gives[{word.substr(0, p), word.substr(word.size() - s), rule.prefix + kept_front, kept_back + rule.suffix,
                   upos}];
        }
      }
    }
    for (std::size_t p = 0; p <= kLongestPrefix; ++p) {
      for (std::size_t s = 0; s <= kLongestSuffix && p + s + kShortestRest <= word.size(); ++s) {
        ++matches[{word.substr(0, p), word.substr(word.size() - s), "", "", upos}];
      }
    }
  }
  std::map<Rule, float> rules;
  for (const auto& [rule, count] : gives) {
    const unsigned all = matches[{rule.cut_prefix, rule.cut_suffix, "", "", rule.upos}];
    if (count >= 3) rules[rule] = (static_cast<float>(count) - 0.5f) / (static_cast<float>(all) + 2.0f);
  }
  return rules;
}

template <class Row, class Fill>
void place_row(std::vector<Row>& rows, std::uint64_t key, bool (*empty)(const Row&), const Fill& fill) {
  std::size_t place = place_of(key, rows.size());
  while (!empty(rows[place])) place = place + 1 == rows.size() ? 0 : place + 1;
  fill(rows[place]);
}

}  // namespace

std::string train_lemmas_on(std::span<const Example* const> examples) {
  const auto lemmas = most_frequent(examples);
  const auto rules = learn_rules(lemmas);
  std::string text;
  std::map<std::string, std::uint32_t> placed;
  const auto put = [&](const std::string& piece) {
    const auto [found, fresh] = placed.emplace(piece, static_cast<std::uint32_t>(text.size()));
    if (fresh) text += piece;
    return found->second;
  };
  std::set<std::string> known;
  std::vector<LemmaRow> word_rows(lemmas.size() * 8 / 5 + 8);
  const auto free_row = [](const LemmaRow& row) { return row.check == 0; };
  for (const auto& [entry, lemma] : lemmas) {
    const std::uint64_t key = lemma_key(entry.first, entry.second);
    const LemmaRow filled{static_cast<std::uint32_t>(key) | 1, put(lemma), static_cast<std::uint32_t>(lemma.size())};
    place_row<LemmaRow>(word_rows, key, free_row, [&](LemmaRow& row) { row = filled; });
    known.insert(lemma);
  }
  std::vector<LemmaRow> known_rows(known.size() * 8 / 5 + 8);
  for (const std::string& lemma : known) {
    const std::uint64_t key = known_lemma_key(lemma);
    place_row<LemmaRow>(known_rows, key, free_row,
                        [&](LemmaRow& row) { row.check = static_cast<std::uint32_t>(key) | 1; });
  }
  std::vector<LemmaRule> rule_rows(rules.size() * 8 / 5 + 8);
  for (const auto& [rule, success] : rules) {
    const std::uint64_t key = affix_key(rule.cut_prefix, rule.cut_suffix, rule.upos);
    LemmaRule filled;
    filled.affixes = key;
    filled.prefix = put(rule.prefix) * 16 + static_cast<std::uint32_t>(rule.prefix.size());
    filled.suffix = put(rule.suffix) * 16 + static_cast<std::uint32_t>(rule.suffix.size());
    filled.success = success;
    place_row<LemmaRule>(
        rule_rows, key, [](const LemmaRule& row) { return row.affixes == 0; }, [&](LemmaRule& row) { row = filled; });
  }
  ModelWriter writer("lemmas");
  writer.add("text", text);
  writer.add_rows("words", word_rows);
  writer.add_rows("known", known_rows);
  writer.add_rows("rules", rule_rows);
  return writer.bytes();
}

Result<std::string> train_lemmas(std::span<const std::string> files) {
  const Treebank treebank = WARTA_TRY(load_treebank(files, Made::apart));
  return train_lemmas_on(all_examples(treebank));
}

}  // namespace warta::syntax
