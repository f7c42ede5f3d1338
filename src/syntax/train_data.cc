#include "train_data.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "base/utf8.h"

namespace warta::syntax {
namespace {

std::string treebank_name(const std::string& file) {
  const std::string stem = std::filesystem::path(file).stem().string();
  return stem.substr(0, stem.find('-'));
}

bool is_made(const std::string& file) {
  const std::string stem = std::filesystem::path(file).stem().string();
  return stem.ends_with("-made");
}

std::unique_ptr<Example> make_example(GoldSentence gold, unsigned domain, std::size_t source) {
  auto example = std::make_unique<Example>();
  example->gold = std::move(gold);
  example->domain = domain;
  example->source = source;
  const auto& words = example->gold.words;
  for (const GoldWord& word : words) example->lower.push_back(utf8::lower(word.form));
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word word;
    word.form = words[i].form;
    word.lower = example->lower[i];
    example->words.push_back(word);
    const int head = words[i].head;
    example->heads.push_back(static_cast<std::uint32_t>(head == 0 ? static_cast<int>(words.size()) : head - 1));
  }
  describe(example->words);
  return example;
}

// Fine tags seen less than twenty times fall back to the part of speech alone.
void number_tags(Treebank& treebank) {
  std::map<std::string, std::size_t> counts;
  for (const auto& example : treebank.examples) {
    for (const GoldWord& word : example->gold.words) {
      ++counts[fine_tag(word.upos, word.feats)];
      ++counts[std::string(name(word.upos))];
    }
  }
  std::map<std::string, Tag> numbers;
  for (const auto& [tag, count] : counts) {
    if (tag.find('|') != std::string::npos && count < 20) continue;
    if (treebank.tags.names.size() == kWideClasses) break;
    numbers[tag] = static_cast<Tag>(treebank.tags.names.size());
    treebank.tags.add(tag);
  }
  for (const auto& example : treebank.examples) {
    for (const GoldWord& word : example->gold.words) {
      auto found = numbers.find(fine_tag(word.upos, word.feats));
      if (found == numbers.end()) found = numbers.find(std::string(name(word.upos)));
      example->tags.push_back(found == numbers.end() ? Tag{0} : found->second);
    }
  }
}

std::string title_case(const std::string& form) {
  const utf8::Char c = utf8::decode(form, 0);
  if (form.size() < 4 || c.code >= 0x80 || !utf8::is_letter(c.code) || utf8::is_upper(c.code)) return form;
  std::string out = form;
  out[0] = static_cast<char>(out[0] - 32);
  return out;
}

// The order of weights by how much they decide, the most first.
std::vector<std::size_t> by_importance(const Weights& weights) {
  std::vector<float> importance(weights.keys.size());
  for (std::size_t i = 0; i < weights.keys.size(); ++i) {
    float total = 0;
    for (const float w : weights.row(i)) total += w * w;
    importance[i] = total;
  }
  std::vector<std::size_t> order(weights.keys.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return importance[a] != importance[b] ? importance[a] > importance[b] : a < b;
  });
  while (!order.empty() && importance[order.back()] == 0) order.pop_back();
  return order;
}

// The value that all but one of `one_in` weights stay below.
float high_value(const Weights& weights, std::size_t one_in) {
  std::vector<float> sizes;
  for (const float w : weights.values) {
    if (w != 0) sizes.push_back(std::abs(w));
  }
  if (sizes.empty()) return 1;
  std::sort(sizes.begin(), sizes.end());
  return sizes[sizes.size() - 1 - sizes.size() / one_in];
}

}  // namespace

std::string fine_tag(Upos upos, std::string_view feats) {
  const auto value = [&](std::string_view feature) -> std::string_view {
    for (std::size_t at = 0; at < feats.size();) {
      const std::size_t end = std::min(feats.find('|', at), feats.size());
      const std::string_view pair = feats.substr(at, end - at);
      if (pair.size() > feature.size() && pair.substr(0, feature.size()) == feature && pair[feature.size()] == '=') {
        return pair.substr(feature.size() + 1);
      }
      at = end + 1;
    }
    return {};
  };
  std::string tag(name(upos));
  const auto keep = [&](std::string_view feature) {
    if (const std::string_view v = value(feature); !v.empty()) tag.append("|").append(feature).append("=").append(v);
  };
  switch (upos) {
    case Upos::VERB:
    case Upos::AUX:
      if (value("VerbForm").empty()) {
        keep("Voice");
      } else {
        keep("VerbForm"), keep("Tense");
      }
      break;
    case Upos::PRON:
    case Upos::DET:
    case Upos::ADV:
      keep("PronType"), keep("Case");
      break;
    case Upos::NOUN:
      keep("Number");
      break;
    default:
      break;
  }
  return tag;
}

Result<Treebank> load_treebank(std::span<const std::string> files, Made made) {
  if (files.empty()) return fail(Why::bad_usage, "no treebank to learn from");
  Treebank treebank;
  std::vector<std::string> names;
  for (const std::string& file : files) {
    const std::string name = treebank_name(made == Made::first && is_made(file) ? files[0] : file);
    const auto found = std::find(names.begin(), names.end(), name);
    const auto domain = static_cast<unsigned>(found - names.begin());
    if (found == names.end()) names.push_back(name);
    auto sentences = WARTA_TRY(read_conllu_file(file));
    for (GoldSentence& sentence : sentences) {
      treebank.examples.push_back(make_example(std::move(sentence), domain, treebank.examples.size()));
    }
  }
  if (treebank.examples.empty()) return fail(Why::bad_format, "no sentence in " + files[0]);
  number_tags(treebank);
  return treebank;
}

void add_headlines(Treebank& treebank) {
  const std::size_t originals = treebank.examples.size();
  for (std::size_t i = 0; i < originals; i += 6) {
    const Example& from = *treebank.examples[i];
    const auto& last = from.gold.words.back();
    const int n = static_cast<int>(from.gold.words.size());
    const bool cut =
        last.upos == Upos::PUNCT && last.head != 0 &&
        std::none_of(from.gold.words.begin(), from.gold.words.end(), [&](const GoldWord& w) { return w.head == n; });
    if (n < 5 || n > 25) continue;
    GoldSentence gold = from.gold;
    if (cut) gold.words.pop_back();
    if (i % 12 == 0) {
      for (GoldWord& word : gold.words) word.form = title_case(word.form);
    }
    auto copy = make_example(std::move(gold), from.domain, from.source);
    copy->tags.assign(from.tags.begin(), from.tags.begin() + static_cast<std::ptrdiff_t>(copy->words.size()));
    treebank.examples.push_back(std::move(copy));
  }
}

LexiconRows build_lexicon(std::span<const Example* const> examples, unsigned least) {
  std::map<std::uint64_t, std::map<Upos, unsigned>> words;
  for (const Example* example : examples) {
    for (std::size_t i = 0; i < example->words.size(); ++i) ++words[example->words[i].key][example->gold.words[i].upos];
  }
  std::map<std::uint64_t, std::pair<std::uint32_t, unsigned>> kept;  // set of tags, count
  std::set<std::uint32_t> sets;
  for (const auto& [key, tags] : words) {
    unsigned total = 0;
    for (const auto& [upos, count] : tags) total += count;
    if (total < least) continue;
    std::uint32_t set = 0;
    for (const auto& [upos, count] : tags) {
      if (count * 20 >= total) set |= 1u << static_cast<unsigned>(upos);
    }
    kept[key] = {set, total};
    sets.insert(set);
  }
  const std::vector<std::uint32_t> numbered(sets.begin(), sets.end());
  std::vector<LexiconRow> rows(kept.size() * 8 / 5 + 8);
  for (const auto& [key, what] : kept) {
    std::size_t place = place_of(key, rows.size());
    while (rows[place].check != 0) place = place + 1 == rows.size() ? 0 : place + 1;
    rows[place].check = static_cast<std::uint32_t>(key) | 1;
    rows[place].tags = static_cast<std::uint16_t>(std::lower_bound(numbered.begin(), numbered.end(), what.first) -
                                                  numbered.begin() + 1);
    rows[place].seen = static_cast<std::uint16_t>(std::min(what.second, 65535u));
  }
  return {std::move(rows), numbered};
}

std::vector<WideRow> pack_wide(const Weights& weights, std::size_t rows) {
  const auto order = by_importance(weights);
  std::vector<WideRow> table(std::max<std::size_t>(std::min(rows, order.size() * 5 / 4), 8));
  const float scale = 127 / high_value(weights, 20000);
  for (std::size_t rank = 0; rank < std::min(order.size(), table.size() * 9 / 10); ++rank) {
    const std::uint64_t key = weights.keys[order[rank]];
    std::size_t place = place_of(key, table.size());
    for (std::size_t probe = 0; probe < WideTable::kProbes; ++probe) {
      WideRow& row = table[place];
      if (row.check == check_of(key)) break;  // two keys that look the same: the heavier one wins
      if (row.check == 0) {
        row.check = check_of(key);
        const auto values = weights.row(order[rank]);
        for (std::size_t c = 0; c < values.size(); ++c) {
          row.weights[c] = static_cast<std::int8_t>(std::lround(std::clamp(values[c] * scale, -127.0f, 127.0f)));
        }
        break;
      }
      place = place + 1 == table.size() ? 0 : place + 1;
    }
  }
  return table;
}

float narrow_scale(const Weights& weights) { return 8191 / high_value(weights, 100000); }

std::vector<NarrowRow> pack_narrow(const Weights& weights, std::size_t features) {
  const auto order = by_importance(weights);
  // seven of a row's eight slots: one feature in eleven finds its row full, and it is one of the lightest
  std::vector<NarrowRow> table(std::max<std::size_t>(std::min(features, order.size()) / 7, 8));
  const float scale = narrow_scale(weights);
  for (std::size_t rank = 0; rank < std::min(features, order.size()); ++rank) {
    const std::uint64_t key = weights.keys[order[rank]];
    NarrowRow& row = table[place_of(key, table.size())];
    if (NarrowTable::slot_of(row, check_of(key)) != 8) continue;
    const std::size_t slot = NarrowTable::slot_of(row, 0);
    if (slot == 8) continue;
    row.checks[slot] = check_of(key);
    const auto values = weights.row(order[rank]);
    for (std::size_t c = 0; c < values.size(); ++c) {
      row.weights[slot][c] = static_cast<std::int16_t>(std::lround(std::clamp(values[c] * scale, -32767.0f, 32767.0f)));
    }
  }
  return table;
}

std::vector<const Example*> all_examples(const Treebank& treebank) {
  std::vector<const Example*> out;
  for (const auto& example : treebank.examples) out.push_back(example.get());
  return out;
}

}  // namespace warta::syntax
