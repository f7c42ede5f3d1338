// The event row: what every door of warta gives of one event. Self-contained: no view, no range into anything else.
// Offsets are UTF-8 bytes into the article's text; where the title is a field of its own, sentence 0 counts within it.
// Absent is nullopt, never an empty string. Fields and their order: docs/formats/row.md
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event/event.h"

namespace warta::event {

struct Piece {  // words of the text, and where they stand
  std::string text;
  Span span;
};

struct RowActor {
  Piece words;
  codebook::ActorCode code;
  std::optional<std::string> country, name;
  mention::Kind kind{};
};

struct RowArticle {
  std::string id, language;
  std::optional<std::string> url, outlet, title, published, story;
};

struct RowAttribution {
  Piece words;
  codebook::ActorCode code;
};

struct RowPlace {
  std::string text;
  EventPlace where;
};

struct Row {
  std::string id;  // 16 hex digits
  RowArticle article;
  std::uint32_t sentence = 0;
  std::optional<RowActor> source, target;
  const codebook::CameoCode* code = nullptr;  // of the codebook, which outlives the row
  std::optional<std::string> mode;
  std::vector<std::string> contexts;
  Status status{};
  std::optional<RowAttribution> attribution;
  std::optional<EventDate> date;
  std::optional<RowPlace> place;
  std::array<std::optional<Bounds>, kCounts> counts;
  Piece evidence, trigger;
  std::string rule;
  double confidence = 0;
  std::optional<std::string> occurrence;
  std::string codebook, version;
};

// The key of an article: the one it has, else a hash of its canonical URL, else outlet and record id, with the text.
std::uint64_t article_key(const extract::Article& article);

// What a row says of its article; its story is not known yet.
RowArticle row_article(const extract::Article& article);

// `fingerprint` and `version` are stamped on each row.
std::vector<Row> make_rows(const extract::Article& article, const std::vector<Event>& events,
                           std::string_view fingerprint, std::string_view version);

}  // namespace warta::event
