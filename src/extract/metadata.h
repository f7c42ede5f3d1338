// Metadata of a page: what it says of its article outside the body, each with where it was found and how sure that is.
// Takes  a Page, what JSON-LD says, the body's blocks, and what is known from elsewhere (address, day of fetching).
// Gives  Metadata; absent is absent. Dates in the future or before 1990 are refused; an outlet is never an author.
// Fails  never. Costs  a few microseconds for each meta element and line around the body; JSON-LD its parse.
// The order of sources and the reasons: docs/formats/metadata.md. Tests: tests/extract/metadata_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "extract/extract.h"
#include "json_ld.h"
#include "language.h"
#include "meta_keys.h"
#include "page.h"
#include "surroundings.h"

namespace warta::extract {

// Where a fact stands on the page.
enum class Origin : std::uint8_t { json_ld, meta, element, visible, address };

struct Fact {
  std::string value;
  float confidence = 0;  // 0 to 1: how often such a source is right, not a probability of this one
  Origin origin = Origin::meta;
};

struct Metadata {
  std::optional<Fact> title, outlet, url, language, section, image, image_caption, agency;
  std::vector<Fact> authors, editors;
  std::vector<std::string> tags;
  std::optional<Published> published, updated;
  float published_confidence = 0, updated_confidence = 0;
  std::optional<std::uint32_t> title_block;  // where the headline is shown
};

struct MetadataContext {
  std::optional<std::string> url;              // from which the page was fetched
  std::optional<Day> latest;                   // the day of fetching, else today
  std::string_view language;                   // of the article's text: "id", "en"
  BlockRange body;                             // empty: not known
  std::optional<std::string> dateline_agency;  // "GENEVA (Reuters) -"
};

struct MetadataTables {
  const Furniture& furniture;
  const Languages& languages;
  const MetaKeys& keys;
};

// `lines`: the page's blocks, a line each.
Metadata metadata_of(const Page& page, const LinedText& lines, const LinkedData& linked, const MetadataContext& context,
                     const MetadataTables& tables);

}  // namespace warta::extract
