#include "accuracy/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
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
constexpr std::size_t kId = 0, kArticle = 1, kSentence = 3, kRoot = 6, kStatus = 11, kEvidence = 15, kRule = 17;

// A field of an object within the row; empty where either is null.
Result<std::string> inner(const JsonObject& row, std::string_view object, std::string_view key) {
  const auto part = WARTA_TRY(object_of(row, object));
  if (!part) return std::string();
  return WARTA_TRY(id_of(*part, key)).value_or("");
}

Result<std::string> outer(const JsonObject& row, std::string_view key) {
  return WARTA_TRY(text_of(row, key)).value_or("");
}

Result<SampledRow> row_of(const JsonObject& row) {
  const auto sentence = WARTA_TRY(number_of(row, "sentence"));
  const auto confidence = WARTA_TRY(number_of(row, "confidence"));
  if (confidence && (*confidence < 0 || *confidence > 1))
    return fail(Why::bad_format, "\"confidence\" is not within 0..1");
  const auto evidence = WARTA_TRY(object_of(row, "evidence"));
  const auto begin = evidence ? WARTA_TRY(number_of(*evidence, "begin")) : std::nullopt;
  SampledRow out;
  out.begin = static_cast<std::uint64_t>(std::clamp(begin.value_or(0), 0.0, 1e15));
  out.cells = {WARTA_TRY(outer(row, "id")),
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
  if (out.cells[kId].empty() || out.cells[kRoot].empty())
    return fail(Why::bad_format, "no event: \"id\" or \"event\" is absent");
  return out;
}

struct Ticket {  // the lowest are drawn
  std::uint64_t number = 0;
  std::string id;
  friend bool operator<(const Ticket& a, const Ticket& b) {
    return std::tie(a.number, a.id) < std::tie(b.number, b.id);
  }
};

struct Stratum {
  std::size_t size = 0;
  std::map<Ticket, SampledRow> kept;  // the lowest n
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

std::string paragraph_at(std::string_view text, std::uint64_t begin, std::string_view words) {
  if (words.empty() || begin > text.size() || text.substr(begin, words.size()) != words) return {};
  const std::size_t before = text.rfind('\n', begin);
  const std::size_t first = before == std::string_view::npos || begin == 0 ? 0 : before + 1;
  const std::size_t last = std::min(text.find('\n', begin + words.size()), text.size());
  return std::string(utf8::trim(text.substr(first, last - first)));
}

class Drawer {
 public:
  explicit Drawer(const Drawing& drawing) : drawing_(drawing) {}

  Result<void> add(std::string_view line) {
    if (line.size() > Limits{}.record_bytes)
      return fail(Why::too_large, fmt::format("a line of {} bytes", line.size()));
    const auto object = WARTA_TRY(parse_object(parser_, line));
    SampledRow row = WARTA_TRY(row_of(object));
    Stratum& stratum = strata_[stratum_of(row)];
    ++stratum.size;
    ++events_;
    Ticket ticket{hash(row.cells[kId], drawing_.seed), row.cells[kId]};
    stratum.kept.try_emplace(std::move(ticket), std::move(row));
    if (stratum.kept.size() > drawing_.n) stratum.kept.erase(std::prev(stratum.kept.end()));
    return {};
  }

  Sample draw() {
    allocate(strata_, drawing_.n, events_);
    std::map<Ticket, SampledRow> sheet;
    for (auto& [name, stratum] : strata_) {
      auto row = stratum.kept.begin();
      for (std::size_t i = 0; i < stratum.drawn; ++i, ++row) {
        row->second.weight = static_cast<double>(stratum.size) / static_cast<double>(stratum.drawn);
        sheet.insert(*row);
      }
    }
    Sample out;
    out.events = events_;
    for (auto& [ticket, row] : sheet) out.rows.push_back(std::move(row));
    return out;
  }

 private:
  std::string stratum_of(const SampledRow& row) const {
    switch (drawing_.by) {
      case By::root:
        return row.cells[kRoot];
      case By::status:
        return row.cells[kStatus];
      case By::rule:
        return row.cells[kRule];
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

void add_passages(ingest::Reader& texts, Sample& sample) {
  sample.with_passages = true;
  std::multimap<std::string_view, SampledRow*> wanted;
  for (SampledRow& row : sample.rows) wanted.emplace(row.cells[kArticle], &row);
  while (const auto record = texts.next()) {
    if (!*record) continue;  // refused when it was coded, too
    const auto [first, last] = wanted.equal_range((*record)->id);
    for (auto i = first; i != last; ++i) {
      SampledRow& row = *i->second;
      std::string found = paragraph_at((*record)->text, row.begin, row.cells[kEvidence]);
      if (found.empty()) found = paragraph_at((*record)->title.value_or(""), row.begin, row.cells[kEvidence]);
      if (!found.empty()) row.passage = std::move(found);
    }
  }
}

std::string to_csv(const Sample& sample) {
  std::string out;
  exchange::CsvWriter csv(out);
  const auto cells = [&](const auto& values, std::string_view passage) {
    for (std::size_t c = 0; c < kColumns.size(); ++c) {
      csv.text(values[c]);
      if (c == kSentence && sample.with_passages) csv.text(passage);
    }
  };
  cells(kColumns, "text");
  csv.text("weight");
  for (const std::string_view column : kVerdicts) csv.text(column);
  csv.end();
  for (const SampledRow& row : sample.rows) {
    cells(row.cells, row.passage);
    csv.decimal(row.weight, 4);
    for (std::size_t i = 0; i < kVerdicts.size(); ++i) csv.text("");
    csv.end();
  }
  return out;
}

}  // namespace warta::accuracy
