// Lines of a text with what can be seen of each: words, how it ends, which furniture phrases it holds.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language.h"
#include "tables.h"

namespace warta::extract {

enum class End : std::uint8_t { none, stop, question, colon, comma };

inline constexpr std::size_t kLineWords = 48;  // only the first words of a line are looked at

struct Line {
  Span span;                        // without white space at both ends
  std::size_t first = 0, last = 0;  // its words in LinedText::words
  std::uint32_t word_count = 0;     // of the whole line; beyond kLineWords an estimate from its bytes
  std::uint32_t functions = 0;      // function words of any language among them
  std::uint32_t capitals = 0;       // words that begin with a capital or a digit
  bool blank_before = false;
  bool quoted = false;  // begins with a quotation mark
  bool bullet = false;
  End end = End::none;
  Kinds starts = 0;               // kinds whose phrase begins the line
  Kinds holds = 0;                // kinds whose phrase stands anywhere in it
  std::uint32_t label_words = 0;  // words of the longest starting phrase of kind link, end, sponsor, note
  Kind label = Kind::count_;
  bool label_colon = false;
  bool label_inside = false;  // a phrase inside the line speaks for the whole
  bool covered = false;       // nothing but words of menus, share bars and advertisements
  bool bar = false;           // items parted by bars or dots
  int promo = 0;              // sum of its points
};

struct LinedText {
  std::string_view text;
  std::vector<Line> lines;  // that are not blank
  std::vector<Word> words;
  const Furniture* furniture = nullptr;
};

LinedText read_lines(std::string_view text, std::uint32_t begin, const Furniture& furniture,
                     const Languages& languages);

// Reads one line, whose words go to the end of those of the text; the caller adds the line.
Line read_line(LinedText& page, Span span, bool blank_before, const Languages& languages);
// Adds a line of a text, as it was read, to another one over the same bytes.
void copy_line(const LinedText& from, const Line& line, LinedText& to);

// How a stretch of text ends, brackets and quotation marks behind the full stop apart.
End end_of(std::string_view text);
Span trimmed(std::string_view text, Span span);

}  // namespace warta::extract
