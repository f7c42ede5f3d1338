#include "lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "inflector.h"
#include "lines.h"

namespace warta::codebook {
namespace {

// How the words of a key inflect (docs/formats/lexicon.md).
enum class Inflects : std::uint8_t { not_, verb, noun };
struct Key {
  std::string_view name;
  Inflects inflects = Inflects::not_;
};

// In the order of the enum.
// clang-format off
constexpr std::array<Key, static_cast<std::size_t>(Cue::count_)> kCues{{
    {"negator"}, {"negator_false"}, {"refusal_modal"}, {"negative_subject"}, {"future"}, {"plan", Inflects::verb},
    {"possible"}, {"consider", Inflects::verb}, {"condition"}, {"obligation"}, {"hedge"},
    {"hedge_verb", Inflects::verb}, {"hedge_noun", Inflects::noun}, {"hedge_adjective"}, {"past"}, {"completed"},
    {"speech", Inflects::verb}, {"speech_noun", Inflects::noun}, {"according"}, {"deny", Inflects::verb},
    {"deny_noun", Inflects::noun}, {"claim_noun", Inflects::noun}, {"admit", Inflects::verb},
    {"fail", Inflects::verb}, {"attempt", Inflects::verb}, {"aspect", Inflects::verb}, {"light", Inflects::verb},
    {"light_passive", Inflects::verb}, {"by_phrase"}, {"from_phrase"}, {"of_phrase"}, {"between"}, {"with_phrase"},
    {"topic_phrase"}, {"place_phrase"}, {"to_phrase"}, {"reciprocal"}, {"relative"}, {"complementizer"},
    {"purpose"}, {"pronoun_we"}, {"pronoun_he"}, {"pronoun_they"}, {"pronoun_it"}, {"pronoun_self"}, {"both"},
    {"that_country"}, {"counterpart", Inflects::noun}, {"own"}, {"sports"}, {"markets"}, {"entertainment"},
    {"figurative"}, {"weather"}, {"medical"}, {"number_vague"}, {"number_at_least"}, {"number_at_most"},
    {"count_killed"}, {"count_injured"}, {"count_arrested"}, {"count_displaced"}, {"count_participants"}, {"attributive"}, {"currency"}, {"no_act", Inflects::verb},
    {"fiction", Inflects::noun}, {"naming", Inflects::verb}, {"free_relative"}, {"backing"},
}};
// clang-format on

std::string without_gap(std::string_view phrase) {
  std::string out;
  for (const std::string_view word : words_of(phrase))
    if (word != "~") out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

}  // namespace

std::optional<Cue> parse_cue(std::string_view key) {
  for (std::size_t i = 0; i < kCues.size(); ++i)
    if (kCues[i].name == key) return static_cast<Cue>(i);
  return std::nullopt;
}

WordSet::WordSet(std::vector<std::uint64_t> hashes, std::uint32_t longest) : longest_(longest) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (!hashes.empty()) parts_.push_back(std::make_shared<const std::vector<std::uint64_t>>(std::move(hashes)));
}

void WordSet::add(const WordSet& other) {
  parts_.insert(parts_.end(), other.parts_.begin(), other.parts_.end());
  longest_ = std::max(longest_, other.longest_);
}

bool WordSet::has_hash(std::uint64_t key) const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [&](const auto& part) { return std::binary_search(part->begin(), part->end(), key); });
}

namespace {

class LexiconReader {
 public:
  Result<Lexicon> run(std::string_view lexicon, std::string_view classes, std::string_view morphology) {
    out_.morphology = WARTA_TRY(Morphology::read(morphology));
    inflector_.emplace(out_.morphology);
    WARTA_CHECK(read_lexicon(lexicon));
    WARTA_CHECK(read_classes(classes));
    return std::move(out_);
  }

 private:
  Result<void> read_lexicon(std::string_view text) {
    Lines lines("lexicon.txt", text);
    while (lines.next()) {
      const KeyValue line = key_value(without_comment(lines.line()));
      if (line.key.empty()) continue;
      if (line.value.empty()) return lines.wrong(fmt::format("no words after \"{}\"", line.key));
      if (line.key == "number")
        WARTA_CHECK(read_numbers(lines, line.value));
      else if (line.key == "home")
        WARTA_CHECK(read_home(lines, line.value));
      else
        WARTA_CHECK(read_cues(lines, line));
    }
    return {};
  }

  Result<void> read_home(const Lines& lines, std::string_view value) {
    if (!out_.home.empty()) return lines.wrong("`home` stands twice");
    if (value.size() != 3 || !utf8::all_upper(value))
      return lines.wrong(fmt::format("`home` is a country's code, not \"{}\"", value));
    out_.home = value;
    return {};
  }

  Result<void> read_numbers(const Lines& lines, std::string_view value) {
    for (const std::string_view item : split(value, ',')) {
      const std::size_t mark = item.find('=');
      if (mark == std::string_view::npos)
        return lines.wrong(fmt::format("a number is written word=value, not \"{}\"", item));
      std::string_view digits = trim(item.substr(mark + 1));
      NumberWord word;
      word.times = !digits.empty() && digits[0] == '*';
      if (word.times) digits.remove_prefix(1);
      const auto parsed = number<double>(digits);
      const auto& words = folded_.words(item.substr(0, mark));
      if (!parsed || words.empty())
        return lines.wrong(fmt::format("a number is written word=value or word=*value, not \"{}\"", item));
      word.value = *parsed;
      out_.numbers.at(words, Case::any) = word;
    }
    return {};
  }

  Result<void> read_cues(const Lines& lines, const KeyValue& line) {
    const auto cue = parse_cue(line.key);
    if (!cue) return lines.wrong(fmt::format("no key \"{}\"; the keys stand in docs/formats/lexicon.md", line.key));
    const Inflects inflects = kCues[static_cast<std::size_t>(*cue)].inflects;
    for (const std::string_view item : split(line.value, ',')) {
      const std::string phrase = without_gap(item);
      if (phrase.empty()) return lines.wrong("a gap without words");
      const Case needs = case_of(phrase);
      folded_.each(phrase, [&](const auto& words) { out_.cues.at(words, needs).add(*cue); });
      if (inflects == Inflects::not_) continue;
      const WordClass word_class = inflects == Inflects::verb ? WordClass::verb : WordClass::noun;
      inflector_->each(word_class, phrase, [&](const auto& keys, Feature) { out_.cues.at(keys, needs).add(*cue); });
    }
    return {};
  }

  Result<void> read_classes(std::string_view text) {
    Lines lines("classes.txt", text);
    while (lines.next()) {
      const KeyValue line = key_value(without_comment(lines.line()));
      if (line.key.empty()) continue;
      if (line.key[0] != '@' || line.key.size() < 2)
        return lines.wrong(fmt::format("a class begins with @, not \"{}\"", line.key));
      if (line.value.empty()) return lines.wrong(fmt::format("no words after \"{}\"", line.key));
      auto words = out_.words(line.value, *inflector_);  // a class named here stands above
      if (!words) return lines.wrong(words.error().note);
      out_.classes[std::string(line.key)].add(*words);
    }
    return {};
  }

  Lexicon out_;
  std::optional<Inflector> inflector_;
  Folded folded_;
};

}  // namespace

const WordSet& Lexicon::class_named(std::string_view name) const {
  static const WordSet kNone;
  const auto at = classes.find(std::string(name));
  return at == classes.end() ? kNone : at->second;
}

Result<WordSet> Lexicon::words(std::string_view list) const {
  Inflector inflector(morphology);
  return words(list, inflector);
}

Result<WordSet> Lexicon::words(std::string_view list, Inflector& inflector) const {
  std::vector<std::uint64_t> hashes;
  std::size_t longest = 0;
  WordSet out;
  for (const std::string_view item : split(list, ',')) {
    if (item[0] == '@') {
      const auto at = classes.find(std::string(item));
      if (at == classes.end())
        return fail(Why::bad_format,
                    fmt::format("classes.txt has no class {} (a class may name those above it)", item));
      out.add(at->second);
      continue;
    }
    inflector.each(WordClass::noun, item, [&](const std::vector<std::uint64_t>& keys, Feature) {
      hashes.push_back(keys.back());
      longest = std::max(longest, keys.size());
    });
  }
  out.add(WordSet(std::move(hashes), static_cast<std::uint32_t>(longest)));
  return out;
}

Result<Lexicon> Lexicon::read(std::string_view lexicon, std::string_view classes, std::string_view morphology) {
  return LexiconReader().run(lexicon, classes, morphology);
}

}  // namespace warta::codebook
