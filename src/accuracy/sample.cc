#include "accuracy/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/hash.h"
#include "base/limits.h"
#include "exchange/csv_writer.h"
#include "json_object.h"

namespace warta::accuracy {
namespace {

constexpr std::size_t kFewest = 5;  // rows of a stratum: fewer say nothing of it
constexpr std::array<std::string_view, 19> kColumns{"id",          "article", "language",    "sentence",  "source",
                                                    "source_code", "root",    "cameo",       "mode",      "target",
                                                    "target_code", "status",  "attribution", "date",      "place",
                                                    "evidence",    "trigger", "rule",        "confidence"};
constexpr std::array<std::string_view, 6> kVerdicts{"right_root",   "right_source", "right_target",
                                                    "right_status", "cause",        "note"};
constexpr std::size_t kId = 0, kRoot = 6, kStatus = 11, kRule = 17;

using Cells = std::array<std::string, kColumns.size()>;

// A field of an object within the row; empty where either is null.
Result<std::string> inner(const JsonObject& row, std::string_view object, std::string_view key) {
  const auto part = WARTA_TRY(object_of(row, object));
  if (!part) return std::string();
  return WARTA_TRY(id_of(*part, key)).value_or("");
}

Result<std::string> outer(const JsonObject& row, std::string_view key) {
  return WARTA_TRY(text_of(row, key)).value_or("");
}

Result<Cells> cells_of(const JsonObject& row) {
  const auto sentence = WARTA_TRY(number_of(row, "sentence"));
  const auto confidence = WARTA_TRY(number_of(row, "confidence"));
  Cells cells{WARTA_TRY(outer(row, "id")),
              WARTA_TRY(inner(row, "article", "id")),
              WARTA_TRY(inner(row, "article", "language")),
              sentence ? fmt::format("{:.0f}", *sentence) : "",
              WARTA_TRY(inner(row, "source", "text")),
              WARTA_TRY(inner(row, "source", "code")),
              WARTA_TRY(outer(row, "event")),
              WARTA_TRY(outer(row, "cameo")),
              WARTA_TRY(outer(row, "mode")),
              WARTA_TRY(inner(row, "target", "text")),
              WARTA_TRY(inner(row, "target", "code")),
              WARTA_TRY(outer(row, "status")),
              WARTA_TRY(inner(row, "attribution", "text")),
              WARTA_TRY(outer(row, "date")),
              WARTA_TRY(inner(row, "place", "text")),
              WARTA_TRY(inner(row, "evidence", "text")),
              WARTA_TRY(inner(row, "trigger", "text")),
              WARTA_TRY(outer(row, "rule")),
              confidence ? fmt::format("{:.2f}", *confidence) : ""};
  if (cells[kId].empty() || cells[kRoot].empty())
    return fail(Why::bad_format, "no event: \"id\" or \"event\" is absent");
  return cells;
}

struct Ticket {  // the lowest are drawn
  std::uint64_t number = 0;
  std::string id;
  friend auto operator<=>(const Ticket&, const Ticket&) = default;
};

struct Stratum {
  std::size_t size = 0;
  std::map<Ticket, Cells> kept;  // the lowest n
  std::size_t drawn = 0;
};

// Rows go one by one to the stratum that is furthest below its share, once each has its least.
void allocate(std::map<std::string, Stratum>& strata, std::size_t n, std::size_t events) {
  const std::size_t least = std::min(kFewest, n / std::max<std::size_t>(strata.size(), 1));
  std::size_t left = n;
  for (auto& [name, stratum] : strata) {
    stratum.drawn = std::min(least, stratum.kept.size());
    left -= stratum.drawn;
  }
  const auto lack = [&](const Stratum& stratum) {
    return static_cast<double>(n) * static_cast<double>(stratum.size) / static_cast<double>(events) -
           static_cast<double>(stratum.drawn);
  };
  for (; left > 0; --left) {
    Stratum* neediest = nullptr;
    for (auto& [name, stratum] : strata)
      if (stratum.drawn < stratum.kept.size() && (!neediest || lack(stratum) > lack(*neediest))) neediest = &stratum;
    if (!neediest) return;
    ++neediest->drawn;
  }
}

std::string header() {
  std::string out;
  exchange::CsvWriter csv(out);
  for (const std::string_view column : kColumns) csv.text(column);
  csv.text("weight");
  for (const std::string_view column : kVerdicts) csv.text(column);
  csv.end();
  return out;
}

void write(const Cells& cells, double weight, std::string& out) {
  exchange::CsvWriter csv(out);
  for (const std::string& cell : cells) csv.text(cell);
  csv.decimal(weight, 4);
  for (std::size_t i = 0; i < kVerdicts.size(); ++i) csv.text("");
  csv.end();
}

class Drawer {
 public:
  explicit Drawer(const Drawing& drawing) : drawing_(drawing) {}

  Result<void> add(std::string_view line) {
    if (line.size() > Limits{}.record_bytes)
      return fail(Why::too_large, fmt::format("a line of {} bytes", line.size()));
    const auto object = WARTA_TRY(parse_object(parser_, line));
    Cells cells = WARTA_TRY(cells_of(object));
    Stratum& stratum = strata_[stratum_of(cells)];
    ++stratum.size;
    ++events_;
    Ticket ticket{hash(cells[kId], drawing_.seed), cells[kId]};
    stratum.kept.try_emplace(std::move(ticket), std::move(cells));
    if (stratum.kept.size() > drawing_.n) stratum.kept.erase(std::prev(stratum.kept.end()));
    return {};
  }

  Sample draw() {
    allocate(strata_, drawing_.n, events_);
    std::map<Ticket, std::pair<const Cells*, double>> sheet;
    for (const auto& [name, stratum] : strata_) {
      const double weight =
          static_cast<double>(stratum.size) / static_cast<double>(std::max<std::size_t>(stratum.drawn, 1));
      auto row = stratum.kept.begin();
      for (std::size_t i = 0; i < stratum.drawn; ++i, ++row) sheet[row->first] = {&row->second, weight};
    }
    Sample out{header(), sheet.size(), events_, 0};
    for (const auto& [ticket, row] : sheet) write(*row.first, row.second, out.csv);
    return out;
  }

 private:
  std::string stratum_of(const Cells& cells) const {
    switch (drawing_.by) {
      case By::root:
        return cells[kRoot];
      case By::status:
        return cells[kStatus];
      case By::rule:
        return cells[kRule];
      case By::none:
        break;
    }
    return {};
  }

  Drawing drawing_;
  simdjson::dom::parser parser_;
  std::map<std::string, Stratum> strata_;
  std::size_t events_ = 0;
};

}  // namespace

std::optional<By> parse_by(std::string_view name) {
  if (name == "none") return By::none;
  if (name == "root") return By::root;
  if (name == "status") return By::status;
  if (name == "rule") return By::rule;
  return std::nullopt;
}

Sample draw(std::istream& events, const std::string& name, const Drawing& drawing,
            const std::function<void(const Error&)>& refuse) {
  Drawer drawer(drawing);
  std::size_t refused = 0;
  std::uint64_t record = 0;
  for (std::string line; std::getline(events, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    ++record;
    if (auto added = drawer.add(line); !added) {
      added.error().file = name;
      added.error().record = record;
      refuse(added.error());
      ++refused;
    }
  }
  Sample out = drawer.draw();
  out.refused = refused;
  return out;
}

}  // namespace warta::accuracy
