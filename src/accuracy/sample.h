// Coded events drawn for people to judge. Format of the sheet: docs/formats/sheet.md. Part of the door.
#pragma once
#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace warta::accuracy {

enum class By : std::uint8_t { none, root, status, rule };  // what makes a stratum
std::optional<By> parse_by(std::string_view name);

struct Drawing {
  std::size_t n = 200;
  By by = By::root;
  std::uint64_t seed = 1;
};

struct Sample {
  std::string csv;  // with a header
  std::size_t drawn = 0, events = 0, refused = 0;
};

// Draws without replacement from JSON Lines as `warta code` prints them. Which events are drawn depends on their ids
// and the seed, not on their order; so does the order of the sheet, which is random. Each stratum gets its share of n,
// but at least five rows where it has so many and n allows. A line that is no event is handed to `refuse` and passed
// over.
Sample draw(std::istream& events, const std::string& name, const Drawing& drawing,
            const std::function<void(const Error&)>& refuse);

}  // namespace warta::accuracy
