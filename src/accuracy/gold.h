// Gold: texts with the events that a careful reader found in them. Format: docs/formats/gold.md. Part of the door.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/event.h"
#include "ingest/ingest.h"

namespace warta::accuracy {

struct GoldActor {
  std::string text, code;  // empty: not named in the text; an actor that no list knows
};

// Another reading that counts as right: what differs from the event.
struct Alternative {
  std::optional<codebook::Root> root;
  std::optional<std::string> source, target;  // codes; empty: nobody
};

struct GoldEvent {
  GoldActor source, target;  // both parts empty: nobody
  codebook::Root root{};
  std::string cameo;
  event::Status status{};
  std::optional<std::string> speaker, date, mode, group, evidence;
  std::optional<std::string> place;
  bool place_asked = false;  // the gold speaks of the place, if only to say that there is none
  std::array<std::optional<event::Bounds>, event::kCounts> counts;
  bool core = true;  // else defensible but optional: neither for nor against
  std::optional<Alternative> alternative;
};

// Sentences are scored event by event. An article tells one event many times, which is no error: see pairing.h.
enum class GoldKind : std::uint8_t { sentence, article };

struct GoldText {
  std::string id;
  GoldKind kind{};
  Result<ingest::Record> record;  // as `warta code` would read it
  std::vector<GoldEvent> events;
};

// JSON Lines of sentences, NAME.gold.json beside NAME.txt, a folder of those, or JSON Lines of an article and its
// events beside DOC.txt. Fails with bad_json, bad_format, cannot_open, naming file, record and field.
Result<std::vector<GoldText>> read_gold(const std::vector<std::string>& paths);

// What each text tests: text id -> names, from a table with the columns id and constructions.
using Constructions = std::map<std::string, std::vector<std::string>>;
Result<void> read_constructions(const std::string& path, Constructions& into);

}  // namespace warta::accuracy
