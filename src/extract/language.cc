#include "language.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "base/hash.h"
#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::size_t kSampleWords = 400;  // enough to be sure; more would only cost time
constexpr std::size_t kAffixLetters = 4;
constexpr std::uint32_t kLetters = 96;  // bytes looked at of a word; in scripts without blanks a clause is one
constexpr std::size_t kIndonesian = 0, kEnglish = 1, kMalay = 2;  // in the order of load()

std::string folded(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) >= 0x80) return utf8::lower(word);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

tl::unexpected<Error> at_line(Error error, std::uint64_t line, const std::string& path) {
  error.file = path;
  error.note = fmt::format("line {}: {}", line, error.note);
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace

Result<Languages> Languages::load(const std::vector<std::string>& data_folders) {
  Languages languages;
  for (const char* code : {"id", "en", "ms"}) languages.language(code);  // ties go to the first named
  bool any = false;
  for (const std::string& folder : data_folders) {
    const std::string path = folder + "/lang/languages/words.tsv";
    std::error_code absent;
    if (!std::filesystem::exists(path, absent)) continue;
    WARTA_CHECK(languages.read(path));
    any = true;
  }
  if (!any) return fail(Why::cannot_open, "no lang/languages/words.tsv in the data folders");
  return languages;
}

std::uint16_t Languages::language(const std::string& code) {
  const auto at = std::find(codes_.begin(), codes_.end(), code);
  if (at != codes_.end()) return static_cast<std::uint16_t>(at - codes_.begin());
  codes_.push_back(code);
  names_.push_back(code);
  return static_cast<std::uint16_t>(codes_.size() - 1);
}

Result<void> Languages::read(const std::string& path) {
  for (const TableRow& row : WARTA_TRY(read_table(path, 4)))
    for (std::string_view rest = row.cells[0]; !rest.empty();) {  // "id,ms": both alike
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const auto added = add(row, language(std::string(rest.substr(0, comma))));
      if (!added) return at_line(added.error(), row.line, path);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  return {};
}

// language, kind, points, words
Result<void> Languages::add(const TableRow& row, std::uint16_t of) {
  const std::string& kind = row.cells[1];
  float points = 0;
  const std::string& cell = row.cells[2];
  if (std::from_chars(cell.data(), cell.data() + cell.size(), points).ec != std::errc{})
    return fail(Why::bad_format, "points are no number");
  const LanguageWeight weight{of, points};
  for (std::string_view rest = row.cells[3]; !(rest = utf8::trim(rest)).empty();) {
    const std::size_t stop = std::min(rest.find(' '), rest.size());
    const std::string item = utf8::lower(rest.substr(0, stop));
    rest.remove_prefix(stop);
    if (kind == "name")
      names_[of] = row.cells[3], rest = {};
    else if (kind == "alias")
      aliases_[item] = codes_[of];
    else if (kind == "word")
      words_[hash_of(item)].push_back(weight);
    else if (kind == "prefix")
      prefixes_[hash(item)].push_back(weight);
    else if (kind == "suffix")
      suffixes_[hash(item)].push_back(weight);
    else if (kind == "ending")
      endings_.push_back(item);
    else if (kind == "letter")
      letters_[utf8::decode(item, 0).code].push_back(weight);
    else if (kind == "script")
      WARTA_CHECK(add_script(item, of));
    else
      return fail(Why::bad_format, "no such kind: " + kind);
  }
  return {};
}

// "0400-04ff"
Result<void> Languages::add_script(const std::string& range, std::uint16_t of) {
  unsigned first = 0, last = 0;
  const char* const end = range.data() + range.size();
  const auto [dash, problem] = std::from_chars(range.data(), end, first, 16);
  if (problem != std::errc{} || dash == end || std::from_chars(dash + 1, end, last, 16).ec != std::errc{})
    return fail(Why::bad_format, "a script is a range like 0400-04ff");
  scripts_.push_back({first, last, of});
  return {};
}

namespace {

void add_points(const std::vector<LanguageWeight>& weights, std::vector<float>& scores) {
  for (const LanguageWeight& weight : weights) scores[weight.language] += weight.points;
}

}  // namespace

void Languages::score_word(std::string_view text, const Word& word, std::vector<float>& scores) const {
  if (const auto* found = words_.find(word.hash)) return add_points(*found, scores);
  if (word.digit) return;
  const std::string letters = folded(text.substr(word.begin, std::min(word.end - word.begin, kLetters)));
  for (const std::string& ending : endings_)
    if (letters.size() > ending.size() + 3 && letters.ends_with(ending))
      if (const auto* found = words_.find(hash_of(letters.substr(0, letters.size() - ending.size()))))
        return add_points(*found, scores);
  score_affixes(letters, word.upper && !word.all_upper, scores);
  score_letters(letters, word.upper, scores);
}

// Points of a word's affixes count less than whole words: shapes are shared by neighbours.
void Languages::score_affixes(std::string_view letters, bool name, std::vector<float>& scores) const {
  for (std::size_t size = 2; size <= kAffixLetters && size + 2 < letters.size(); ++size) {
    if (const auto* found = suffixes_.find(hash(letters.substr(letters.size() - size)))) add_points(*found, scores);
    if (name) continue;
    if (const auto* found = prefixes_.find(hash(letters.substr(0, size)))) add_points(*found, scores);
  }
}

void Languages::score_letters(const std::string& letters, bool upper, std::vector<float>& scores) const {
  for (std::size_t i = 0; i < letters.size();) {
    if (static_cast<unsigned char>(letters[i]) < 0x80) {
      ++i;
      continue;
    }
    const utf8::Char c = utf8::decode(letters, i);
    if (const auto* found = letters_.find(c.code); found && !(upper && i == 0)) add_points(*found, scores);
    for (const Script& script : scripts_)
      if (c.code >= script.first && c.code <= script.last) scores[script.language] += 0.5f;
    i += c.bytes;
  }
}

// Where evidence is weak the text is what warta reads: names and quotes of other languages stand in every article. Of
// Malay's words most are Indonesian's too and count for both: what is left is what tells them apart.
std::size_t Languages::choose(const std::vector<float>& scores) {
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  if (best == kIndonesian || best == kEnglish) return best;
  const std::size_t own = scores[kEnglish] > scores[kIndonesian] ? kEnglish : kIndonesian;
  const float shared = best == kMalay && own == kIndonesian ? 0 : 0.15f * scores[own];
  return scores[best] < scores[own] + shared + 1.5f ? own : best;
}

LanguageGuess Languages::guess(std::string_view text, const std::vector<Span>& parts) const {
  std::vector<float> scores(codes_.size(), 0);
  std::vector<Word> words;
  std::size_t seen = 0;
  for (const Span part : parts) {
    if (seen >= kSampleWords) break;
    words.clear();
    find_words(text, part.begin, part.end, kSampleWords - seen, words);
    seen += words.size();
    for (const Word& word : words) score_word(text, word, scores);
  }
  const std::size_t best = choose(scores);
  double sum = 0;
  for (const float score : scores) sum += std::exp(static_cast<double>(score - scores[best]));
  return {codes_[best], 1.0 / sum};
}

std::string Languages::name_of(std::string_view code) const {
  const auto at = std::find(codes_.begin(), codes_.end(), code);
  return at == codes_.end() ? std::string(code)
                            : fmt::format("{} ({})", names_[static_cast<std::size_t>(at - codes_.begin())], code);
}

std::string Languages::code_of(std::string_view named) const {
  std::string key = utf8::lower(utf8::trim(named));
  std::replace(key.begin(), key.end(), ' ', '-');  // a name of two words is one item of the table
  if (const auto alias = aliases_.find(key); alias != aliases_.end()) return alias->second;
  key.resize(std::min(key.find_first_of("-_"), key.size()));
  if (std::find(codes_.begin(), codes_.end(), key) != codes_.end()) return key;
  const auto alias = aliases_.find(key);
  return alias == aliases_.end() ? std::string() : alias->second;
}

}  // namespace warta::extract
