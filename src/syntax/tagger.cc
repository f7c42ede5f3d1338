#include "tagger.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace warta::syntax {
namespace {

constexpr std::uint32_t kGuessed = 2;  // in place of a check: those are odd

}  // namespace

Result<TagList> TagList::parse(std::string_view lines) {
  TagList list;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view name = lines.substr(0, end);
    if (!parse_upos(name.substr(0, name.find('|')))) return fail(Why::bad_model, fmt::format("'{}' is no tag", name));
    list.add(std::string(name));
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  if (list.names.empty() || list.names.size() > kWideClasses) {
    return fail(Why::bad_model, fmt::format("{} tags, where 1 to {} are possible", list.names.size(), kWideClasses));
  }
  return list;
}

std::string TagList::lines() const {
  std::string out;
  for (const std::string& name : names) out.append(name).push_back('\n');
  return out;
}

void TagList::add(std::string name) {
  upos.push_back(parse_upos(std::string_view(name).substr(0, name.find('|'))).value_or(Upos::X));
  keys.push_back(text_key(name));
  names.push_back(std::move(name));
}

void tag_features(std::span<const Word> sentence, std::span<const LexiconRow> known, std::size_t i, std::uint64_t tag1,
                  std::uint64_t tag2, TagFeatures& out) {
  static const Word outside{};
  const auto word = [&](std::size_t at) -> const Word& { return at < sentence.size() ? sentence[at] : outside; };
  const auto amb = [&](std::size_t at) -> std::uint64_t { return at < sentence.size() ? known[at].tags + 2u : 1u; };
  const Word &w = word(i), &p = word(i - 1), &pp = word(i - 2), &n = word(i + 1), &nn = word(i + 2);
  const std::uint64_t a = amb(i), an = amb(i + 1), ann = amb(i + 2), ap = amb(i - 1);
  FeatureKeys f(out, 1);
  // the word itself
  f(w.key), f(w.key, w.shape), f(w.shape), f(a), f(a, w.shape);
  for (const std::uint64_t suffix : w.suffix) f(suffix);
  for (const std::uint64_t prefix : w.prefix) f(prefix);
  f(w.suffix[2], w.shape), f(w.suffix[1], w.prefix[1]), f(w.suffix[2], w.prefix[2]);
  // its neighbours
  f(p.key), f(n.key), f(pp.key), f(nn.key);
  f(p.key, w.key), f(w.key, n.key), f(p.key, n.key);
  f(an, w.key), f(an, ann), f(a, an), f(a, an, ann), f(ap, a, an), f(w.suffix[2], an), f(ap, a);
  f(p.suffix[2]), f(n.suffix[2]), f(n.suffix[1], w.suffix[2]), f(p.shape), f(n.shape), f(p.shape, w.shape, n.shape);
  f(a, n.shape), f(n.prefix[2], a);
  // the tags before
  f(tag1), f(tag1, tag2), f(tag1, w.key), f(tag1, tag2, a), f(tag1, a), f(tag1, a, an), f(tag1, n.key);
  f(tag1, w.suffix[2]), f(tag1, w.suffix[1]), f(tag1, w.prefix[2]), f(tag1, w.shape), f(tag1, w.shape, an),
      f(tag2, w.key);
}

Result<Tagger> Tagger::open(ModelFile file) {
  Tagger tagger;
  tagger.tags_ = WARTA_TRY(TagList::parse(file.text("tags")));
  tagger.file_ = std::move(file);
  tagger.weights_ = WideTable(tagger.file_.rows<WideRow>("weights"));
  tagger.lexicon_ = Lexicon(tagger.file_.rows<LexiconRow>("lexicon"));
  if (tagger.file_.rows<WideRow>("weights").empty()) return fail(Why::bad_model, "a tagger without weights");
  return tagger;
}

std::optional<bool> Tagger::knows_as_name(const Word& word) const {
  const LexiconRow row = lexicon_.find(word.key);
  const auto sets = file_.rows<std::uint32_t>("sets");
  if (row.check == 0 || row.tags == 0 || row.tags > sets.size()) return std::nullopt;
  return (sets[row.tags - 1] >> static_cast<unsigned>(Upos::PROPN) & 1) != 0;
}

// What is known of a word. A guess comes as a row with the check kGuessed, whose `seen` holds the part of speech.
LexiconRow Tagger::look_up(const Word& word, const WordGuess& guess) const {
  LexiconRow row = lexicon_.find(word.key);
  if (row.check != 0 || !guess) return row;
  const auto upos = guess(word.lower);
  if (!upos || (*upos == Upos::PROPN && (word.shape & kUpperFirst) == 0)) return {};
  const auto sets = file_.rows<std::uint32_t>("sets");
  const auto set = std::find(sets.begin(), sets.end(), 1u << static_cast<unsigned>(*upos));
  row.check = kGuessed;
  row.tags = static_cast<std::uint16_t>(set == sets.end() ? 0 : set - sets.begin() + 1);
  row.seen = static_cast<std::uint16_t>(*upos);
  return row;
}

// The best tag of a part of speech, or `otherwise` where no tag is of it.
std::size_t Tagger::best_of(Upos upos, const WideTable::Sum& sum, std::size_t otherwise) const {
  std::size_t best = tags_.names.size();
  for (std::size_t c = 0; c < tags_.names.size(); ++c) {
    if (tags_.upos[c] == upos && (best == tags_.names.size() || sum[c + 1] > sum[best + 1])) best = c;
  }
  return best == tags_.names.size() ? otherwise : best;
}

void Tagger::tag(std::span<const Word> sentence, std::span<LexiconRow> known, std::span<Tag> tags,
                 const WordGuess& guess) const {
  for (std::size_t i = 0; i < sentence.size(); ++i) known[i] = look_up(sentence[i], guess);
  std::uint64_t tag1 = kTagBefore, tag2 = kTagBefore;
  TagFeatures features;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    tag_features(sentence, known, i, tag1, tag2, features);
    WideTable::Sum sum{};
    weights_.add_all(features.view(), sum);
    std::size_t best = 0;
    for (std::size_t c = 1; c < tags_.names.size(); ++c) {
      if (sum[c + 1] > sum[best + 1]) best = c;
    }
    if (known[i].check == kGuessed) best = best_of(static_cast<Upos>(known[i].seen), sum, best);
    tags[i] = static_cast<Tag>(best);
    tag2 = tag1;
    tag1 = tags_.keys[best];
  }
}

}  // namespace warta::syntax
