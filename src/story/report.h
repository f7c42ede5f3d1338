// What grouping needs to know of one article and of each event that it tells. Small owned values, made in parallel
// by those who code, kept by stores (pack, unpack), compared by `story`.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "codebook/codebook.h"
#include "event/row.h"
#include "extract/extract.h"

namespace warta::story {

// Least hashes of the word shingles of a text, one for each of 64 parts of all hashes (one-permutation MinHash): the
// share of equal places estimates how many shingles two texts have in common (Jaccard).
inline constexpr std::size_t kMinima = 64;
using Signature = std::array<std::uint32_t, kMinima>;

using Words = std::vector<std::uint32_t>;  // hashes of words, ascending, each once

// One of a dyad. Nobody told: code unknown and no names.
struct Side {
  codebook::ActorCode code;
  Words names;  // capitalised words of its mention and of its canonical name that are no role and no country
};

// An event as far as it tells which happening it belongs to.
struct Happening {
  std::uint64_t id = 0;        // of its row
  std::uint32_t sentence = 0;  // as in its row
  std::uint32_t trigger = 0;   // byte at which the word that fired begins: events of one word are one happening
  codebook::Root root{};
  std::string cameo;
  event::Status status{};
  Side source, target;
  std::optional<event::EventDate> date;
  std::optional<event::EventPlace> place;  // its span is not kept
  std::array<std::optional<event::Bounds>, event::kCounts> counts;
  Words evidence;  // at most kEvidenceWords of the words that prove it
  std::optional<std::uint64_t> occurrence;
};

struct Report {
  std::uint64_t key = 0;  // event::article_key
  std::string language;
  std::optional<Day> published;
  Signature signature{};
  Words names;                        // as in Side, of the whole body
  std::vector<Happening> happenings;  // one for each row, in the order of the rows
  std::optional<std::uint64_t> story;
};

inline constexpr std::size_t kEvidenceWords = 24, kNames = 64;  // the least hashes of them

// Costs one pass over the coded blocks.
Report report_of(const extract::Article& article, const std::vector<event::Row>& rows,
                 const codebook::Language& language);

// A report as bytes, without its ids, for stores; the form is of this version of warta and begins with its number.
// unpack fails with bad_format where the bytes are cut off, damaged or of another version.
std::string pack(const Report& report);
Result<Report> unpack(std::string_view bytes);

}  // namespace warta::story
