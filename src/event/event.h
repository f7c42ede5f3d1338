// event: who did what to whom, when, where, according to whom, and whether it happened.
// Takes  an Article, its Document and Mentions, the codebook.
// Gives  events in text order; refused would-be events are counted in the ledger, and told to a Trace if there is one.
// Fails  never.
// Costs  one pass over the triggers of each sentence. Threads share nothing but the codebook.
// Tests  tests/event/. Rules: CODEBOOK.md. The steps, one file each, stand in coder.cc in their order.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ledger.h"
#include "base/span.h"
#include "codebook/codebook.h"
#include "extract/extract.h"
#include "mention/mention.h"
#include "syntax/syntax.h"

namespace warta::event {

enum class Status : std::uint8_t { reported, alleged, denied, planned, requested, hypothetical, historical };
std::string_view name(Status status);
std::optional<Status> parse_status(std::string_view name);

// Strings own their bytes: an event outlives the arena of its article.
struct Party {
  Span span;                 // empty: known from the article's context only (kind implied)
  codebook::ActorCode code;  // empty: an actor that no list knows
  std::string name;          // canonical; empty: none known
  mention::Kind kind = mention::Kind::name;
};

struct Attribution {
  Span span;
  codebook::ActorCode code;
};

enum class DateBasis : std::uint8_t { none, text, relative, dateline, publication };
std::string_view name(DateBasis basis);  // "" for none

struct EventDate {
  Interval days;
  DateBasis basis = DateBasis::none;
};

struct EventPlace {
  Span span;
  std::string name, country, admin1;
  std::optional<double> latitude, longitude;
  std::optional<std::uint32_t> geonames_id;
};

enum class Count : std::uint8_t { killed, injured, arrested, displaced, participants };
inline constexpr int kCounts = 5;
std::string_view name(Count count);

struct Bounds {
  std::optional<std::int64_t> low, high;
};

struct Event {
  std::uint32_t sentence = 0;
  Party source;  // span empty and code unknown: the text names none
  bool has_source = true;
  std::optional<Party> target;
  const codebook::CameoCode* code = nullptr;
  std::string mode;  // empty: none
  std::vector<std::string> contexts;
  Status status = Status::reported;
  std::optional<Attribution> attribution;
  std::optional<EventDate> date;
  std::optional<EventPlace> place;
  std::array<std::optional<Bounds>, kCounts> counts;
  Span evidence, trigger;
  std::string rule;       // "id/detain"
  double confidence = 0;  // 0..1
};

// What `explain` shows: each would-be event with what became of it, in text order.
struct Step {
  std::uint32_t sentence = 0;
  Span trigger;
  std::string frame;
  std::string note;  // slots, status chain
  std::optional<Why> refused;
};
using Trace = std::vector<Step>;

std::vector<Event> find_events(const extract::Article& article, const syntax::Document& document,
                               const mention::Mentions& mentions, const codebook::Codebook& codebook,
                               const codebook::Language& language, Arena& arena, Ledger& ledger,
                               Trace* trace = nullptr);

}  // namespace warta::event
