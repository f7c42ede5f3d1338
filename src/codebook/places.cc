#include "places.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lines.h"

namespace warta::codebook {
namespace {

constexpr std::array<std::string_view, 6> kKinds{"city", "region", "country", "water", "island", "landmark"};
constexpr std::size_t kBytesPerPlace = 64, kBytesPerName = 24;  // of a file, roughly

std::optional<PlaceKind> parse_kind(std::string_view name) {
  const auto at = std::find(kKinds.begin(), kKinds.end(), name);
  if (at == kKinds.end()) return std::nullopt;
  return static_cast<PlaceKind>(at - kKinds.begin());
}

bool is_country_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A name in two letters or more, all of them capitals, asks for capitals; every other one for a capital at its start.
Case needs_of(std::string_view name) {
  for (const char c : name)
    if (c >= 'a' && c <= 'z') return Case::capitalised;
  return case_of(name) == Case::capitals ? Case::capitals : Case::capitalised;
}

enum Column : std::size_t { kKind, kName, kCountry, kLatitude, kLongitude, kAliases, kAdmin1, kGeonames, kPopulation };
const std::vector<std::string_view>& columns() {
  static const std::vector<std::string_view> names{"kind",    "name",   "country",     "latitude",  "longitude",
                                                   "aliases", "admin1", "geonames_id", "population"};
  return names;
}

// "-6.2146": digits with at most one point, few enough that whole number and power of ten are exact, so that their
// quotient is the nearest double. Sixty thousand of them are read at every start, four times as fast as any notation.
std::optional<double> degrees(std::string_view text, double limit) {
  constexpr double kPowers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  std::uint64_t digits = 0;
  std::size_t seen = 0, after_point = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
    ++seen;
    after_point += point;
  }
  if (seen == 0 || seen > 12 || after_point > 9) return std::nullopt;
  const double value = static_cast<double>(digits) / kPowers[after_point];
  if (value > limit) return std::nullopt;
  return negative ? -value : value;
}

Result<std::uint32_t> count(const Table& table, Column column) {
  if (table.cell(column).empty()) return 0u;
  const auto value = number<std::uint32_t>(table.cell(column));
  if (!value)
    return table.wrong(fmt::format("{} is a whole number, not \"{}\"", columns()[column], table.cell(column)));
  return *value;
}

Result<Place> read_place(const Table& table) {
  Place place;
  const auto kind = parse_kind(table.cell(kKind));
  if (!kind) return table.wrong(fmt::format("no kind: \"{}\"; known: {}", table.cell(kKind), fmt::join(kKinds, " ")));
  place.kind = *kind;
  place.name = table.cell(kName);
  if (place.name.empty()) return table.wrong("a place without a name");
  place.country = table.cell(kCountry);
  if (!place.country.empty() && !is_country_code(place.country))
    return table.wrong(fmt::format("a country's code is ISO 3166-1 alpha-3, not \"{}\"", place.country));
  place.admin1 = table.cell(kAdmin1);
  const auto latitude = degrees(table.cell(kLatitude), 90), longitude = degrees(table.cell(kLongitude), 180);
  if (!latitude || !longitude)
    return table.wrong(
        fmt::format("no point on the globe: \"{}\" \"{}\"", table.cell(kLatitude), table.cell(kLongitude)));
  place.latitude = *latitude;
  place.longitude = *longitude;
  place.geonames_id = WARTA_TRY(count(table, kGeonames));
  place.population = WARTA_TRY(count(table, kPopulation));
  return place;
}

// Names with the places that bear them, gathered as lists that are linked through one array. First the hashes of all
// names, then the table: a hundred thousand look-ups in a table beyond the cache are slow unless they are announced.
class Gatherer {
 public:
  explicit Gatherer(std::size_t bytes) {
    names_.reserve(bytes / kBytesPerName);
    found_.reserve(bytes / kBytesPerName);
    keys_.reserve(bytes / kBytesPerName * 2);
  }

  void add(std::string_view name, std::uint32_t place) {
    const Case needs = needs_of(name);
    folded_.each(name, [&](const auto& words) {
      std::uint64_t key = 0;
      for (const std::string_view word : words) keys_.push_back(key = chain(key, word));
      found_.push_back({place, static_cast<std::uint32_t>(words.size()), needs});
    });
  }

  // The places of each name into one array, each name to its part of it.
  template <class Less>
  Phrases<Places::Candidates> finish(std::vector<std::uint32_t>& out, Less&& less) {
    link();
    out.reserve(links_.size());  // views into it are handed out: it must not move
    return std::move(names_).map([&](std::uint32_t last) {
      const std::size_t begin = out.size();
      for (; last != 0; last = links_[last - 1].before) out.push_back(links_[last - 1].place);
      std::sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), less);
      return Places::Candidates(out.data() + begin, out.size() - begin);
    });
  }

 private:
  struct Found {
    std::uint32_t place, words;
    Case needs;
  };
  struct Link {
    std::uint32_t place, before;  // before: 1 + the index of the name's link before this one; 0: none
  };

  void link() {
    constexpr std::size_t kAhead = 16;
    links_.reserve(found_.size());
    const std::uint64_t* keys = keys_.data();
    const std::uint64_t* const end = keys + keys_.size();
    for (const Found& found : found_) {
      if (keys + kAhead < end) names_.prefetch(keys[kAhead]);
      std::uint32_t& last = names_.at_keys(keys, found.words, found.needs);
      keys += found.words;
      if (last != 0 && links_[last - 1].place == found.place) continue;  // an alias that differs in case alone
      links_.push_back({found.place, last});
      last = static_cast<std::uint32_t>(links_.size());
    }
  }

  std::vector<Found> found_;
  std::vector<std::uint64_t> keys_;
  Phrases<std::uint32_t> names_;
  std::vector<Link> links_;
  Folded folded_;
};

}  // namespace

Result<Places> Places::read(std::vector<File> files) {
  Places out;
  out.files_ = std::move(files);
  std::size_t bytes = 0;
  for (const File& file : out.files_) bytes += file.text.size();
  out.places_.reserve(bytes / kBytesPerPlace);
  Gatherer gatherer(bytes);
  for (const File& file : out.files_) {
    Table table = WARTA_TRY(Table::open(file.name, file.text, columns(), kAliases));
    while (WARTA_TRY(table.next())) {
      const auto index = static_cast<std::uint32_t>(out.places_.size());
      out.places_.push_back(WARTA_TRY(read_place(table)));
      gatherer.add(out.places_.back().name, index);
      for (std::string_view rest = table.cell(kAliases); !rest.empty();) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        gatherer.add(rest.substr(0, end), index);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }
  const std::vector<Place>& places = out.places_;
  out.phrases_ = gatherer.finish(out.candidates_, [&](std::uint32_t a, std::uint32_t b) {
    return places[a].population != places[b].population ? places[a].population > places[b].population : a < b;
  });
  return out;
}

}  // namespace warta::codebook
