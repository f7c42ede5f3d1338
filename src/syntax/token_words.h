// The word lists of the tokenizer: data/lang/LANGUAGE/tokens.tsv, described in docs/formats/models.md.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace warta::syntax {

class TokenWords {
 public:
  enum Kind : std::uint16_t {
    kAbbreviation = 1,   // keeps its period; no sentence ends there ("Prof.")
    kMayEnd = 2,         // keeps its period; a sentence may end there ("Inc.")
    kWhole = 4,          // looks as if it ended in a clitic and does not ("hanya")
    kHost = 8,           // words that take any clitic ("apa" + "kah")
    kCurrency = 16,      // stands before a number without a space ("Rp5.000")
    kHyphenPrefix = 32,  // stays with what follows its hyphen where hyphens part words ("non-")
    kStarter = 64,       // a word that, capitalised after an abbreviation, begins a sentence ("The")
    kHyphenSuffix = 128  // the same for what follows a hyphen ("-an", "-elect")
  };
  struct Clitic {
    std::string text;  // in lower case, with straight apostrophes
    bool free = true;  // any host; otherwise only hosts that are listed or that the models know
  };
  struct Parts {
    std::string word;  // in lower case
    std::size_t cut = 0;
  };

  static Result<TokenWords> parse(std::string_view file);
  static Result<TokenWords> read(const std::string& path);

  bool is(std::string_view lower, Kind kind) const;
  const std::vector<Clitic>& clitics() const { return clitics_; }
  std::size_t cut(std::string_view lower) const;        // where a word like "cannot" is cut; 0: nowhere
  std::uint64_t checksum() const { return checksum_; }  // of the file
  bool hyphens_part() const { return hyphens_part_; }

 private:
  struct Row {
    std::uint64_t key = 0;
    std::uint16_t kinds = 0;
  };
  Result<void> line(std::string_view text, std::uint64_t number);
  void add(std::string_view word, Kind kind);
  void index();

  std::vector<Row> rows_;  // as read, then an open-addressing table
  std::vector<Clitic> clitics_;
  std::vector<Parts> parts_;
  bool hyphens_part_ = false;
  std::uint64_t checksum_ = 0;
};

}  // namespace warta::syntax
