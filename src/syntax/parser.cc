#include "parser.h"

#include <fmt/format.h>

#include "marks.h"

namespace warta::syntax {

Result<RelationList> RelationList::parse(std::string_view lines) {
  RelationList list;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const auto relation = parse_relation(lines.substr(0, end));
    if (!relation) return fail(Why::bad_model, fmt::format("'{}' is no relation", lines.substr(0, end)));
    list.relations.push_back(*relation);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  if (list.relations.empty() || list.relations.size() > kWideClasses)
    return fail(Why::bad_model, "no or too many relations");
  return list;
}

std::string RelationList::lines() const {
  std::string out;
  for (const Relation relation : relations) out.append(name(relation)).push_back('\n');
  return out;
}

void ParseWords::fill(std::span<const TaggedWord> sentence, const Lexicon& lexicon) {
  words.clear();
  origin.clear();
  bool any = false;
  for (const TaggedWord& token : sentence) any |= token.upos != Upos::PUNCT;
  std::uint16_t verbs = 0, marks = 0;
  std::uint64_t before = 0;
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    const TaggedWord& from = sentence[i];
    if (any && from.upos == Upos::PUNCT) {
      before = before == 0 ? mark_key(*from.word) : feature(6, before, mark_key(*from.word));
      if (!words.empty()) words.back().post = before;
      ++marks;
      continue;
    }
    ParseWord to;
    const bool known = lexicon.find(from.word->key).check != 0;
    to.form = known ? from.word->key
                    : feature(1, from.word->suffix[2], from.word->shape & (kUpperFirst | kAllUpper | kDigit | kHyphen));
    to.lemma = known || from.lemma.empty() ? text_key(from.lemma) : feature(5, text_key(from.lemma));
    to.tag = from.tag;
    to.upos = static_cast<std::uint64_t>(from.upos) + 1;
    to.both = feature(2, to.form, to.tag);
    to.pre = before;
    to.verbs = verbs;
    to.marks = marks;
    verbs = static_cast<std::uint16_t>(verbs + (from.upos == Upos::VERB));
    before = 0;
    words.push_back(to);
    origin.push_back(i);
  }
  for (std::size_t i = 0; i < kParsePadding; ++i) {
    const std::uint64_t key = feature(3, i == 0 ? 1 : 2);
    words.push_back(
        {key, key, key, i == 0 ? 30u : 31u, key, i == 0 ? 254u : 255u, i == 0 ? before : 0, 0, verbs, marks});
  }
}

TreeView::TreeView(std::span<const ParseWord> words, std::span<const std::uint32_t> heads,
                   std::pmr::memory_resource* memory)
    : words_(words), heads_(heads), size_(static_cast<std::uint32_t>(heads.size())), nodes_(size_ + 2, memory) {
  const std::uint32_t none = size_ + 1;
  for (Node& node : nodes_) node.first = node.last = node.previous = node.next = none;
  for (std::uint32_t i = 0; i < size_; ++i) {
    Node& head = nodes_[heads[i]];
    if (head.first == none) head.first = i;
    nodes_[i].previous = head.last;
    if (head.last != none) nodes_[head.last].next = i;
    head.last = i;
    head.kinds |= 1u << words[i].upos;
    ++(i < heads[i] ? head.lefts : head.rights);
  }
}

void TreeView::features(std::uint32_t i, ParseFeatures& out, std::span<const std::uint8_t> labels) const {
  const std::uint32_t h = heads_[i], none = size_ + 1;
  const Node &node = nodes_[i], &up = nodes_[h];
  const auto word = [&](std::uint32_t at) -> const ParseWord& { return words_[at < size_ ? at : none]; };
  const ParseWord &w = words_[i], &head = words_[h];
  const ParseWord &before = word(i - 1), &next = word(i + 1), &head_before = word(h - 1), &head_next = words_[h + 1];
  const ParseWord &first = word(node.first), &last = word(node.last), &previous = word(node.previous),
                  &follows = word(node.next);
  const std::uint32_t second_at = node.first < size_ ? nodes_[node.first].next : none;
  const ParseWord &second = word(second_at), &grand = h < size_ ? words_[heads_[h]] : words_[none];
  const ParseWord &head_first = word(up.first), &head_last = word(up.last);
  const bool left = i < h;
  const std::uint32_t gap = left ? h - i : i - h;
  const std::uint64_t where = (left ? 16u : 0u) + (gap < 6 ? gap : gap < 12 ? 6 : 7);
  const std::uint64_t side = left ? 1 : 2;
  const std::uint64_t sibling = node.previous < size_ ? labels[node.previous] + 2u : 1u;
  const std::uint64_t same_side = node.previous < size_ && (node.previous < h) == left ? 1 : 0;
  const std::uint64_t children = std::min<unsigned>(up.lefts, 3) * 4 + std::min<unsigned>(up.rights, 3);
  // relations that the head has given already
  std::uint64_t given = 0;
  for (std::uint32_t s = node.previous; s < size_; s = nodes_[s].previous) given |= std::uint64_t{1} << labels[s];

  out.count = 0;
  std::uint64_t kind = 300;
  const auto f1 = [&](std::uint64_t x) { out.push(feature(kind++, x, side)); };
  const auto f2 = [&](std::uint64_t x, std::uint64_t y) { out.push(feature(kind++, x, y, side)); };
  const auto f3 = [&](std::uint64_t x, std::uint64_t y, std::uint64_t z) { out.push(feature(kind++, x, y, z, side)); };
  f1(0), f1(w.form), f1(w.tag), f1(w.both), f1(w.lemma), f1(head.form), f1(head.tag), f1(head.both), f1(head.lemma),
      f1(where);
  f2(w.both, head.both), f2(w.both, head.tag), f2(w.tag, head.both), f2(w.tag, head.tag), f2(w.lemma, head.lemma),
      f2(w.upos, head.lemma);
  f2(w.upos, head.upos), f3(w.tag, head.tag, where), f2(w.form, where), f2(head.form, where);
  f3(w.tag, head.tag, before.tag), f3(w.tag, head.tag, next.tag), f3(w.tag, head.tag, head_next.tag),
      f3(w.tag, head.tag, head_before.tag);
  f2(w.form, before.form), f2(w.form, next.form), f2(w.tag, before.form), f2(w.tag, next.form);
  f2(w.tag, first.form), f2(w.form, first.form), f3(w.tag, first.form, head.tag), f3(w.tag, first.tag, head.tag),
      f3(w.tag, first.form, head.form);
  f2(head.lemma, first.form), f3(w.tag, last.tag, head.tag), f2(w.tag, last.form), f3(w.tag, first.form, second.form),
      f3(w.tag, first.tag, second.tag);
  f2(w.tag, node.kinds), f3(w.upos, head.upos, node.kinds), f3(w.upos, head.upos, up.kinds), f2(w.tag, up.kinds);
  f3(w.tag, head.tag, previous.tag), f3(w.tag, head.tag, follows.tag), f2(w.tag, previous.form),
      f2(w.tag, follows.form);
  f3(w.tag, head.tag, sibling * 2 + same_side), f2(w.form, sibling), f2(head.form, sibling),
      f3(w.tag, sibling, first.form);
  f3(w.tag, head.tag, grand.tag), f2(w.tag, grand.form), f2(w.form, grand.tag), f3(head.tag, w.upos, children),
      f2(head.form, children);
  f3(w.tag, head_first.form, head.tag), f3(w.tag, head_last.form, head.tag), f3(w.upos, head.tag, given),
      f3(w.tag, head.both, previous.tag);
  f1(w.super), f2(w.super, head.super), f2(w.super, head.tag), f2(w.super, w.form), f2(w.super, where),
      f2(w.tag, head.super);
  f3(w.tag, head.tag, w.pre), f3(w.tag, head.tag, w.post), f2(w.form, w.pre), f3(w.tag, head.tag, first.pre),
      f3(w.tag, head.tag, last.post);
  f3(w.upos, head.upos, head.post), f3(w.upos, head.upos, head.pre);
  f2(w.tag, std::min<unsigned>(node.lefts, 3) * 4 + std::min<unsigned>(node.rights, 3));
}

void ActionScorer::score(std::span<const ParseWord> words, std::span<const Cell> cells,
                         const State<std::int32_t>& state, std::array<std::int32_t, kActions>& scores) {
  parse_features(words, cells, state.stack, state.front, features_);
  std::size_t missed = 0;
  std::array<std::int32_t, kActions> sum{};
  // whether a feature is kept cannot be foreseen, so nothing branches on it
  for (std::size_t kind = 0; kind < features_.count; ++kind) {
    const std::uint64_t key = features_.keys[kind];
    const Kept& kept = kept_[kind * kWays + (key >> 60) % kWays];
    const std::int32_t mask = kept.key == key ? -1 : 0;
    for (std::size_t c = 0; c < kActions; ++c) sum[c] += kept.weights[c] & mask;
    missed_[missed] = static_cast<std::uint8_t>(kind);
    missed += static_cast<std::size_t>(1 + mask);
  }
  for (std::size_t i = 0; i < missed; ++i) table_.prefetch(features_.keys[missed_[i]]);
  for (std::size_t i = 0; i < missed; ++i) {
    const std::uint64_t key = features_.keys[missed_[i]];
    Kept& kept = kept_[missed_[i] * kWays + (key >> 60) % kWays];
    kept = {key, table_.find(key)};
    for (std::size_t c = 0; c < kActions; ++c) sum[c] += kept.weights[c];
  }
  for (std::size_t c = 0; c < kActions; ++c) scores[c] += sum[c];
}

Result<Parser> Parser::open(ModelFile file) {
  Parser parser;
  parser.relations_ = WARTA_TRY(RelationList::parse(file.text("relations")));
  parser.file_ = std::move(file);
  const auto actions = parser.file_.rows<NarrowRow>("actions");
  const auto labels = parser.file_.rows<WideRow>("labels");
  const auto marks = parser.file_.rows<NarrowRow>("marks");
  const auto supers = parser.file_.rows<WideRow>("supers");
  const auto classes = parser.file_.rows<std::uint32_t>("supertags");
  const auto beam = parser.file_.rows<std::uint32_t>("beam");
  if (actions.empty() || labels.empty() || marks.empty() || supers.empty() || classes.size() != 1 || classes[0] == 0 ||
      classes[0] > kWideClasses || beam.size() != 2 || beam[0] == 0 || beam[0] > 64) {
    return fail(Why::bad_model, "a parser without its weights");
  }
  parser.actions_ = NarrowTable(actions);
  parser.supertagger_ = Supertagger(classes[0], supers);
  parser.labels_ = WideTable(labels);
  parser.lexicon_ = Lexicon(parser.file_.rows<LexiconRow>("lexicon"));
  parser.marks_ = NarrowTable(marks);
  parser.beam_ = beam[0];
  parser.margin_ = static_cast<std::int32_t>(beam[1]);
  return parser;
}

void Parser::parse(std::span<const TaggedWord> sentence, Scratch& scratch, std::span<std::uint32_t> heads,
                   std::span<Relation> relations) const {
  scratch.words.fill(sentence, lexicon_);
  supertagger_.tag(scratch.words.words);
  const auto& origin = scratch.words.origin;
  const std::size_t size = origin.size();
  const auto score = [&scratch](std::span<const ParseWord> all, std::span<const Cell> cells,
                                const State<std::int32_t>& state, std::array<std::int32_t, kActions>& scores) {
    scratch.scorer.score(all, cells, state, scores);
  };
  scratch.search.start(scratch.words.words);
  for (std::size_t step = 0; step < scratch.search.actions(); ++step) scratch.search.advance(beam_, margin_, score);
  scratch.heads.resize(size);
  scratch.search.heads(scratch.heads);
  label(scratch);
  for (std::size_t i = 0; i < size; ++i) {
    heads[origin[i]] =
        scratch.heads[i] == size ? static_cast<std::uint32_t>(sentence.size()) : origin[scratch.heads[i]];
    relations[origin[i]] = scratch.relations[i];
  }
  if (size < sentence.size()) place_marks(sentence, scratch, heads, relations);
}

void Parser::place_marks(std::span<const TaggedWord> sentence, Scratch& scratch, std::span<std::uint32_t> heads,
                         std::span<Relation> relations) const {
  scratch.forms.clear();
  for (const TaggedWord& token : sentence) scratch.forms.push_back(token.word->form);
  scratch.pairs.resize(sentence.size());
  find_pairs(scratch.forms, scratch.pairs);
  const auto& origin = scratch.words.origin;
  MarkPlaces places({scratch.words.words, origin, scratch.heads, scratch.relations}, scratch.memory);
  ParseFeatures features;
  std::uint32_t before = 0;
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    if (before < origin.size() && origin[before] == i) {
      ++before;
      continue;
    }
    places.find(i, before, scratch.pairs[i]);
    std::int32_t best = INT32_MIN;
    for (std::size_t candidate = 0; candidate < places.size(); ++candidate) {
      places.features(candidate, mark_key(*sentence[i].word), i + 1 == sentence.size(), features);
      std::int32_t sum = 0;
      for (const std::uint64_t key : features.view()) sum += marks_.find(key)[0];
      if (sum <= best) continue;
      best = sum;
      heads[i] = origin[places.word(candidate)];
    }
    relations[i] = {Rel::punct, Sub::none};
  }
}

void Parser::label(Scratch& scratch) const {
  const auto& heads = scratch.heads;
  const TreeView tree(scratch.words.words, heads, scratch.memory);
  scratch.labels.assign(heads.size(), 0);
  scratch.relations.resize(heads.size());
  ParseFeatures features;
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == heads.size()) {
      scratch.labels[i] = kWideClasses;
      scratch.relations[i] = {Rel::root, Sub::none};
      continue;
    }
    tree.features(i, features, scratch.labels);
    WideTable::Sum sum{};
    labels_.add_all(features.view(), sum);
    std::size_t best = 0;
    for (std::size_t c = 1; c < relations_.relations.size(); ++c) {
      if (sum[c + 1] > sum[best + 1]) best = c;
    }
    scratch.labels[i] = static_cast<std::uint8_t>(best);
    scratch.relations[i] = relations_.relations[best];
  }
}

}  // namespace warta::syntax
