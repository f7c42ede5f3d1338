// extract: from a record to a clean article: one text, what of it is title and body, and what the furniture says.
// Takes  a Record, plain text or HTML page, and options for what it does not say itself.
// Gives  an Article. Every Span is bytes of Article::text. Of a plain text, menus, captions, bylines, "Baca Juga",
//        advertisements, tags and comments stay in the text (offsets are into what the user gave) but in no coded
//        block; of a page only title and body become text.
// Fails  with unsupported_language (Malay and all others, by name), no_body (also front pages and lists), too_large,
//        bad_date (an option or field that is none).
// Costs  one pass over the lines; of a page, parse and walk besides. Threads may share an Extractor.
// Tests  tests/extract/, fuzz/plain_text.cc, fuzz/page.cc. Words: data/lang/*/furniture.tsv, data/pages/
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/span.h"
#include "ingest/ingest.h"

namespace warta::extract {

struct Published {
  std::string iso;  // ISO 8601 as the page has it: "2024-01-18T08:25:00+07:00" or "2024-01-18"; never converted
  Day day;          // its civil day in its own zone
};

enum class BlockKind : std::uint8_t { title, deck, heading, paragraph, item, quote, row };

// What a record is. Plain texts are articles; of the others, only front pages and lists are never coded.
enum class ArticleKind : std::uint8_t { article, live, video, gallery, list, front, wall, count_ };
std::string_view word(ArticleKind kind);  // "article"

// A stretch of coded text, in text order: sentences never cross it. A dateline ("MOSKOW --") is left out of its block.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
};

struct Article {
  std::string id;                    // Record::id
  std::optional<std::uint64_t> key;  // Record::key
  std::string file;
  std::uint64_t record = 1;
  std::optional<std::string> url, outlet, title;
  std::string language;  // "id", "en"
  std::optional<Published> published, updated;
  ArticleKind kind = ArticleKind::article;
  // The one text. Where the title was a field of its own it stands first, followed by two newlines, and `body_begin`
  // is where the record's text starts; else body_begin is 0. A Row gives offsets relative to its part. Of a page the
  // text is its paragraphs, parted by two newlines; behind `body_end` stand captions and dateline, which are none.
  std::string text;
  std::uint32_t body_begin = 0, body_end = 0;
  std::vector<Block> blocks;
  std::optional<Span> dateline;       // the place alone: "MOSKOW"
  std::optional<std::string> agency;  // "Reuters", "Antara"
  std::vector<std::string> authors, editors;
  std::vector<Span> captions;
  std::vector<std::string> tags;              // of pages
  std::optional<std::string> section, image;  // of pages: the channel; the address of the picture
};

struct Options {
  std::optional<std::string> language;  // believe this, and do not guess
  std::optional<Published> published;   // for inputs that have no date
  std::optional<Day> latest;            // today: what a page says of later days is refused
  bool any = false;                     // also other languages, and pages that are no article
};

// The language of a text: "id", "en", "ms" or "other", with a probability.
struct LanguageGuess {
  std::string language;
  double probability = 0;
};

class Extractor {
 public:
  // Reads the furniture and language tables of the data folders; later folders lie over earlier ones.
  static Result<Extractor> load(const std::vector<std::string>& data_folders);

  Result<Article> extract(ingest::Record record, const Options& options) const;
  LanguageGuess language_of(std::string_view text) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace warta::extract
