#include "pair_features.h"

#include <algorithm>

#include "acts.h"
#include "base/hash.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Root;
using syntax::Rel;
using syntax::Upos;

struct Phrase {
  std::uint32_t first = kNone, last = kNone, head = kNone;  // tokens
  bool has(std::uint32_t t) const { return t >= first && t < last; }
};

// The tokens of some bytes; the head is the first whose own head stands outside.
Phrase phrase_of(const Text& text, Span span) {
  Phrase out;
  const auto tokens = text.document.tokens;
  const auto at =
      std::partition_point(tokens.begin(), tokens.end(), [&](const auto& t) { return t.form.end <= span.begin; });
  out.first = out.last = static_cast<std::uint32_t>(at - tokens.begin());
  while (out.last < tokens.size() && tokens[out.last].form.begin < span.end) ++out.last;
  for (std::uint32_t t = out.first; t < out.last && out.head == kNone; ++t)
    if (!out.has(text.head(t)) && text.token(t).upos != Upos::PUNCT) out.head = t;
  return out;
}

// Where a word stands, seen from the two phrases.
enum class Where : std::uint8_t { path, between, before, after };
constexpr std::array<std::string_view, 4> kWhere{"path", "between", "before", "after"};

class Extractor {
 public:
  Extractor(const Text& text, const Acts& acts, std::span<const Coded> coded, const Pair& pair)
      : text_(text),
        acts_(acts),
        coded_(coded),
        source_(phrase_of(text, pair.source)),
        target_(phrase_of(text, pair.target)) {}

  Features run() {
    add({"bias"});
    find_path();
    const std::uint32_t some = source_.head != kNone ? source_.head : target_.head != kNone ? target_.head : 0;
    if (some < text_.document.tokens.size()) {
      const std::uint32_t sentence = text_.sentence_number(some);
      add_acts(sentence);
      add_path();
      add_words(text_.document.sentences[sentence]);
    }
    add_kinds("source", source_);
    add_kinds("target", target_);
    std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return std::move(out_);
  }

 private:
  void add(std::initializer_list<std::string_view> parts) {
    Hasher hasher;
    for (const std::string_view part : parts) hasher.add(part);
    out_.push_back(hasher.value());
  }
  std::string_view lemma(std::uint32_t t) const {
    return text_.token(t).lemma.empty() ? text_.token(t).lower : text_.token(t).lemma;
  }

  // ---- the tree --------------------------------------------------------------------------------------------------

  std::vector<std::uint32_t> chain(std::uint32_t t) const {
    std::vector<std::uint32_t> out;
    for (; t != syntax::kNoHead && out.size() < 64; t = text_.head(t)) out.push_back(t);
    return out;
  }

  void find_path() {
    if (source_.head == kNone || target_.head == kNone) {  // one alone hangs on its governor
      const std::uint32_t one = source_.head != kNone ? source_.head : target_.head;
      if (one != kNone && text_.head(one) != syntax::kNoHead) top_ = text_.head(one);
      return;
    }
    const auto up = chain(source_.head), down = chain(target_.head);
    for (const std::uint32_t t : up) {
      if (std::find(down.begin(), down.end(), t) != down.end()) {
        top_ = t;
        break;
      }
    }
    if (top_ == kNone) return;
    for (const std::uint32_t t : up) {
      if (t == top_) break;
      up_.push_back(t);
    }
    for (const std::uint32_t t : down) {
      if (t == top_) break;
      down_.push_back(t);
    }
    std::reverse(up_.begin(), up_.end());
    std::reverse(down_.begin(), down_.end());
  }

  bool on_path(std::uint32_t t) const {
    if (source_.has(t) || target_.has(t)) return false;
    return t == top_ || std::find(up_.begin(), up_.end(), t) != up_.end() ||
           std::find(down_.begin(), down_.end(), t) != down_.end();
  }
  Where where(std::uint32_t t) const {
    if (on_path(t)) return Where::path;
    const std::uint32_t a = std::min(source_.first, target_.first), b = std::max(source_.first, target_.first);
    return t < a ? Where::before : t < b ? Where::between : Where::after;
  }

  static std::string label(Rel rel) { return syntax::name(syntax::Relation{rel, {}}); }

  void add_path() {
    if (top_ == kNone) return;
    std::string route;
    for (const std::uint32_t t : up_) route.append(">").append(label(text_.rel(t)));
    route += '^';
    for (const std::uint32_t t : down_) route.append("<").append(label(text_.rel(t)));
    add({"route", route});
    const std::uint32_t verb = pivot();
    if (verb != kNone) {
      add({"pivot", lemma(verb)});
      add({"pivot", lemma(verb), route});
      if (target_.head != kNone) add({"pivot-case", lemma(verb), text_.case_of(target_.head)});
      add({"pivot-form", text_.token(verb).lower});
      text_.each_child(verb, [&](std::uint32_t c) {
        if (source_.has(c) || target_.has(c)) return;
        const Rel r = text_.rel(c);
        if (r == Rel::obj || r == Rel::xcomp || r == Rel::ccomp || r == Rel::obl || r == Rel::advcl ||
            r == Rel::compound)
          add({"pivot-child", lemma(verb), label(r), lemma(c)});
      });
    }
    add_governor("source", source_);
    add_governor("target", target_);
  }

  // The verb or noun that joins the two.
  std::uint32_t pivot() const {
    if (top_ != kNone && !source_.has(top_) && !target_.has(top_)) return top_;
    for (const auto* side : {&up_, &down_})
      for (const std::uint32_t t : *side)
        if (!source_.has(t) && !target_.has(t)) return t;
    return kNone;
  }

  void add_governor(std::string_view side, const Phrase& phrase) {
    const std::uint32_t h = phrase.head == kNone ? syntax::kNoHead : text_.head(phrase.head);
    if (h == syntax::kNoHead || source_.has(h) || target_.has(h)) return;
    add({"governor", side, lemma(h)});
    add({"governor", side, lemma(h), label(text_.rel(phrase.head))});
  }

  // ---- acts ------------------------------------------------------------------------------------------------------

  bool fills(const Filler& filler, const Phrase& phrase) const {
    if (phrase.has(filler.head)) return true;
    return std::any_of(filler.mentions.begin(), filler.mentions.end(), [&](std::uint32_t m) {
      const mention::Mention& mention = text_.mentions.actors[m];
      return mention.first < phrase.last && phrase.first < mention.last;
    });
  }
  std::string_view role(const Act& act, const Phrase& phrase) const {
    const bool source = fills(act.source, phrase), target = fills(act.target, phrase);
    return source && target ? "both" : source ? "source" : target ? "target" : "none";
  }

  void add_acts(std::uint32_t sentence) {
    for (std::uint32_t i = 0; i < acts_.list.size(); ++i) {
      const Act& act = acts_.list[i];
      if (act.predicate->sentence != sentence) continue;
      const auto* code = coded_[i].code ? coded_[i].code : act.code;
      const std::string_view root = code ? codebook::name(code->root) : std::string_view("content");
      const std::string_view s = role(act, source_), t = role(act, target_);
      const std::string_view place = kWhere[static_cast<std::size_t>(where(act.predicate->token))];
      const std::string_view refused = coded_[i].refused ? word(*coded_[i].refused) : std::string_view("kept");
      add({"act", root, s, t});
      add({"act", root, s, t, refused});
      add({"act-at", root, place});
      add({"act-at", root, s, t, place});
      if (code) add({"act-code", code->code, s, t});
      add({"act-status", root, s, t, name(coded_[i].status)});
    }
    if (acts_.list.empty()) add({"no act"});
  }

  // ---- words -----------------------------------------------------------------------------------------------------

  void add_words(const syntax::Sentence& sentence) {
    std::string_view before = "^", second = "^";
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (source_.has(t) || target_.has(t)) {
        if (before != (source_.has(t) ? "<s>" : "<t>")) second = before;
        before = source_.has(t) ? "<s>" : "<t>";
        continue;
      }
      if (text_.token(t).upos == Upos::PUNCT) continue;
      const std::string_view place = kWhere[static_cast<std::size_t>(where(t))];
      add({"word", place, lemma(t)});
      add({"word", lemma(t)});
      add({"words", before, lemma(t)});
      add({"words-at", place, before, lemma(t)});
      add({"words3", second, before, lemma(t)});
      add({"form", place, text_.token(t).lower});
      second = before;
      before = lemma(t);
      add_triggers(t, place);
      for (const auto& [name, words] : text_.language.lexicon.classes)
        if (words.has(text_.token(t).lower)) add({"class", name, place});
    }
  }

  // Roots of the frames that a word could be, whether they hold or not.
  void add_triggers(std::uint32_t t, std::string_view place) {
    const auto& frames = text_.language.frames;
    const auto word = [&](std::uint32_t n) {
      return t + n < text_.document.tokens.size() ? text_.token(t + n).lower : std::string_view{};
    };
    std::uint32_t longest = 0;
    frames.each_at(word, [&](const codebook::Reading&, std::uint32_t words) { longest = std::max(longest, words); });
    frames.each_at(word, [&](const codebook::Reading& reading, std::uint32_t words) {
      if (words < longest) return;
      const codebook::Frame& frame = frames.frames()[reading.frame];
      if (frame.code) add({"could", place, codebook::name(frame.code->root)});
      if (frame.code) add({"could", place, tense(t), codebook::name(frame.code->root)});
      add({"could-frame", place, frame.name});
    });
  }

  // Whether a word's clause is negated or tells of what is to come.
  std::string_view tense(std::uint32_t t) const {
    const std::uint32_t verb = text_.governing_verb(t);
    if (verb == kNone) return "none";
    const auto has = [&](Cue cue) {
      return text_.child(verb, [&](std::uint32_t c) { return text_.cue(c, cue); }) != kNone;
    };
    const bool negated = has(Cue::negator), future = has(Cue::future) || has(Cue::plan);
    return negated ? future ? "not to come" : "not" : future ? "to come" : "is";
  }

  void add_kinds(std::string_view side, const Phrase& phrase) {
    if (phrase.head == kNone) return add({"absent", side});
    add({"head", side, lemma(phrase.head)});
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t) add({"in", side, lemma(t)});
    if (const mention::Mention* m = text_.actor(phrase.head)) {
      for (int s = 0; s < codebook::kSectors; ++s)
        if (m->code.has(static_cast<codebook::Sector>(s)))
          add({"sector", side, codebook::name(static_cast<codebook::Sector>(s))});
      add({"bare", side, m->code.has_sector() ? "sector" : "land"});
    } else {
      add({"nobody", side});
    }
  }

  const Text& text_;
  const Acts& acts_;
  std::span<const Coded> coded_;
  const Phrase source_, target_;
  std::vector<std::uint32_t> up_, down_;  // from below the top to each phrase's head
  std::uint32_t top_ = kNone;             // where the two chains meet
  Features out_;
};

}  // namespace

Features pair_features(const Text& text, const Acts& acts, std::span<const Coded> coded, const Pair& pair) {
  return Extractor(text, acts, coded, pair).run();
}

Features features_of_pair(const extract::Article& article, const syntax::Document& document,
                          const mention::Mentions& mentions, const codebook::Codebook& codebook,
                          const codebook::Language& language, Arena& arena, const Pair& pair) {
  const Text text(article, document, mentions, codebook, language, arena);
  const FoundActs found = find_acts(text);
  const Acts acts = found.all();
  return pair_features(text, acts, code_acts(text, acts, standings_of(text, acts)), pair);
}

}  // namespace warta::event
