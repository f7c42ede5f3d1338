// Coded events drawn for people to judge. Format of the sheet: docs/formats/sheet.md. Part of the door.
#pragma once
#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/ingest.h"
#include "store/connection.h"

namespace warta::accuracy {

enum class By : std::uint8_t { none, root, status, rule };  // what makes a stratum
std::optional<By> parse_by(std::string_view name);

struct Drawing {
  std::size_t n = 200;
  By by = By::root;
  std::uint64_t seed = 1;
};

struct SampledRow {
  std::vector<std::string> cells;  // the columns of docs/formats/sheet.md up to confidence
  double weight = 1;
  std::uint64_t begin = 0;  // of the evidence in its text
  std::string passage;      // the paragraph around the evidence
  std::string key;          // of its article in a store
};

struct Sample {
  std::vector<SampledRow> rows;
  std::size_t events = 0, refused = 0;
  bool with_passages = false;
};

// Draws without replacement from JSON Lines as `warta code` prints them. Which events are drawn depends on their ids
// and the seed, not on their order; so does the order of the sheet, which is random. Each stratum gets its share of n,
// but at least five rows where it has so many and n allows. A line that is no event is handed to `refuse` and passed
// over.
Sample draw(std::istream& events, const std::string& name, const Drawing& drawing,
            const std::function<void(const Error&)>& refuse);

// The same of the events of a store, with their paragraphs as far as it keeps texts. The same events give the same
// sheet.
Result<Sample> draw(store::Connection& store, const Drawing& drawing);

// Looks up the paragraph of each row in the texts that were coded; a row whose text is not among them has none.
void add_passages(ingest::Reader& texts, Sample& sample);

std::string to_csv(const Sample& sample);  // with a header

}  // namespace warta::accuracy
