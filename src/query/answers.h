// What a store answers. Values that own their bytes; absent is nullopt. Part of the door.
// A happening is an occurrence (docs/formats/store.md): counted once, however many reports tell of it.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace warta::query {

enum class By : std::uint8_t { day, week, month, quarter, year };  // weeks run Monday to Sunday

struct Tally {  // of happenings
  std::int64_t occurrences = 0;
  std::int64_t events = 0;          // their reports
  std::optional<double> goldstein;  // mean of the happenings, -10..10; nullopt of none
};

struct Period {
  std::string name;  // "2024-05-16", "2024-W20", "2024-05", "2024-Q2", "2024"
  Interval days;
  Tally tally;
};

struct Timeline {
  By by = By::month;
  std::vector<Period> periods;  // without a gap, from the first (or since) to the last (or until)
  // Left out, since they stand in no one period: without a date, and with one that is wider ("2024" by month).
  std::int64_t undated = 0, wider = 0;
};

struct Pair {
  std::string source, target;
  Tally tally;
  std::array<std::int64_t, 4> quads{};  // verbal and material cooperation, verbal and material conflict
  double net = 0;                       // sum of Goldstein: above 0 cooperation outweighs (Goldstein 1992)
};

struct Pairs {
  std::vector<Pair> pairs;   // the most happenings first
  std::int64_t of = 0;       // pairs there are
  std::int64_t unknown = 0;  // happenings left out, since no list knows one side or none is told
};

struct Actor {
  std::optional<std::string> code, name, text;
};

struct Place {
  std::optional<std::string> name, country, admin1;
  std::optional<double> latitude, longitude;
};

struct Range {
  std::string what;  // "killed"
  std::optional<std::int64_t> low, high;
};

struct Happening {
  std::string id, root, cameo;
  std::int64_t quad = 0;
  double goldstein = 0;
  Actor source, target;
  std::optional<std::string> date;
  Place place;
  std::vector<Range> counts;  // those that are told
  std::vector<std::string> statuses;
  std::int64_t events = 0, articles = 0;
  std::optional<std::string> title;  // of the article that told of it first
};

struct Happenings {
  std::vector<Happening> found;  // ranked
  std::int64_t of = 0;           // how many there are
};

struct Report {  // an event, and the article that tells of it
  std::string event, root, cameo, status, rule;
  double confidence = 0;
  Actor source, target;
  std::optional<Actor> speaker;  // who says so; nullopt: the article itself
  std::optional<std::string> date;
  Place place;
  std::string article;  // the record's own id
  std::optional<std::string> url, outlet, title, published;
  std::string language;
  // The evidence with the words around it, as far as the store keeps texts; ranges in it.
  std::string passage;
  Span evidence, trigger;
};

struct Statement {  // "denied by PRK and RUS"
  std::string status;
  std::vector<std::string> speakers;  // codes, else words, in order of publication, each once
  std::vector<std::string> outlets;   // that say so themselves
};

struct Card {
  Happening happening;
  std::vector<Statement> statements;  // in the order of the statuses in docs/formats/row.md
  std::vector<Report> reports;        // in order of publication
};

struct Run {
  std::int64_t id = 0;
  std::string command, version, codebook, began, ended;
  bool finished = false;
  std::int64_t articles = 0, revisions = 0, known = 0, events = 0, refused = 0;
  double coding_seconds = 0, storing_seconds = 0;
};

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

struct Stats {
  std::int64_t schema_version = 0;
  std::optional<std::string> codebook;
  std::int64_t bytes = 0;                          // of the file
  Counts rows;                                     // articles, texts that are kept, events, ...
  std::optional<std::string> first_day, last_day;  // of events
  Counts languages, roots, statuses, refusals;     // articles, events, events, refusals; the most frequent first
  std::vector<Run> runs;                           // the last ones, in order
  std::optional<double> bytes_per_event() const;
};

}  // namespace warta::query
