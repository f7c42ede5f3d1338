// Which language a text is in, by its script, its function words and the shapes of its words. Tables:
// data/lang/languages/, docs/formats/languages.md. Test set: tests/extract/cases/languages.tsv
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "extract/extract.h"
#include "tables.h"

namespace warta::extract {

struct LanguageWeight {
  std::uint16_t language;
  float points;
};

class Languages {
 public:
  static Result<Languages> load(const std::vector<std::string>& data_folders);

  LanguageGuess guess(std::string_view text, const std::vector<Span>& parts) const;
  bool is_function_word(std::uint64_t hash) const { return words_.find(hash) != nullptr; }
  std::string name_of(std::string_view code) const;  // "Malay (ms)"
  // "id" of "id-ID", "ind", "Indonesian", "in"; "" if nobody knows it.
  std::string code_of(std::string_view named) const;

 private:
  struct Script {
    char32_t first, last;
    std::uint16_t language;
  };
  Result<void> read(const std::string& path);
  Result<void> add(const TableRow& row, std::uint16_t language);
  Result<void> add_script(const std::string& range, std::uint16_t of);
  std::uint16_t language(const std::string& code);
  static std::size_t choose(const std::vector<float>& scores);
  void score_word(std::string_view text, const Word& word, std::vector<float>& scores) const;
  void score_affixes(std::string_view letters, bool name, std::vector<float>& scores) const;
  void score_letters(const std::string& letters, bool upper, std::vector<float>& scores) const;

  std::vector<std::string> codes_, names_;
  std::unordered_map<std::string, std::string> aliases_;
  HashTable<std::vector<LanguageWeight>> words_, letters_, prefixes_, suffixes_;
  std::vector<std::string> endings_;  // without which a word is looked up again
  std::vector<Script> scripts_;
};

}  // namespace warta::extract
