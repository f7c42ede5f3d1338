#include "language.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::size_t kSampleWords = 400;  // enough to be sure; more would only cost time
constexpr std::size_t kAffixLetters = 4;

// Points of a word's affixes count less than whole words: shapes are shared by neighbours.
std::string folded(std::string_view text, const Word& word) {
  return utf8::lower(text.substr(word.begin, word.end - word.begin));
}

}  // namespace

Result<Languages> Languages::load(const std::vector<std::string>& data_folders) {
  Languages languages;
  for (const char* code : {"id", "en"}) languages.language(code);  // ties go to the first named
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
    if (auto added = add(row, language(row.cells[0])); !added) {
      added.error().file = path;
      added.error().note = fmt::format("line {}: {}", row.line, added.error().note);
      return added;
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
  const Weight weight{of, points};
  for (std::string_view rest = row.cells[3]; !(rest = utf8::trim(rest)).empty();) {
    const std::size_t stop = std::min(rest.find(' '), rest.size());
    const std::string item = utf8::lower(rest.substr(0, stop));
    rest.remove_prefix(stop);
    if (kind == "name")
      names_[of] = std::string(rest.empty() ? item : row.cells[3]), rest = {};
    else if (kind == "alias")
      aliases_[item] = row.cells[0];
    else if (kind == "word")
      words_[hash_of(item)].push_back(weight);
    else if (kind == "prefix")
      prefixes_[item].push_back(weight);
    else if (kind == "suffix")
      suffixes_[item].push_back(weight);
    else if (kind == "letter")
      letters_[utf8::decode(item, 0).code].push_back(weight);
    else if (kind == "script") {
      unsigned first = 0, last = 0;
      const char* const end = item.data() + item.size();
      const auto [dash, problem] = std::from_chars(item.data(), end, first, 16);
      if (problem != std::errc{} || dash == end || std::from_chars(dash + 1, end, last, 16).ec != std::errc{})
        return fail(Why::bad_format, "a script is a range like 0400-04ff");
      scripts_.push_back({first, last, of});
    } else {
      return fail(Why::bad_format, "no such kind: " + kind);
    }
  }
  return {};
}

void Languages::score_word(std::string_view text, const Word& word, std::vector<float>& scores) const {
  if (const auto found = words_.find(word.hash); found != words_.end()) {
    for (const Weight& weight : found->second) scores[weight.language] += weight.points;
    return;
  }
  if (word.digit || word.end - word.begin > 64) return;
  const std::string letters = folded(text, word);
  for (std::size_t size = 2; size <= kAffixLetters && size + 2 < letters.size(); ++size) {
    if (const auto found = suffixes_.find(letters.substr(letters.size() - size)); found != suffixes_.end())
      for (const Weight& weight : found->second) scores[weight.language] += weight.points;
    if (word.upper && !word.all_upper) continue;  // names
    if (const auto found = prefixes_.find(letters.substr(0, size)); found != prefixes_.end())
      for (const Weight& weight : found->second) scores[weight.language] += weight.points;
  }
  for (std::size_t i = 0; i < letters.size();) {
    const utf8::Char c = utf8::decode(letters, i);
    if (c.code >= 0x80) {
      if (const auto found = letters_.find(c.code); found != letters_.end() && !(word.upper && i == 0))
        for (const Weight& weight : found->second) scores[weight.language] += weight.points;
      for (const Script& script : scripts_)
        if (c.code >= script.first && c.code <= script.last) scores[script.language] += 0.5f;
    }
    i += c.bytes;
  }
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
  std::size_t best = 0;
  for (std::size_t i = 1; i < scores.size(); ++i)
    if (scores[i] > scores[best]) best = i;
  // Where evidence is weak the text is what warta reads: names and quotes of other languages stand in every article.
  const std::size_t own = scores[1] > scores[0] ? 1 : 0;
  if (best > 1 && scores[best] < scores[own] * 1.15f + 1.5f) best = own;
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
  if (const auto alias = aliases_.find(key); alias != aliases_.end()) return alias->second;
  key.resize(std::min(key.find_first_of("-_"), key.size()));
  if (std::find(codes_.begin(), codes_.end(), key) != codes_.end()) return key;
  const auto alias = aliases_.find(key);
  return alias == aliases_.end() ? std::string() : alias->second;
}

}  // namespace warta::extract
