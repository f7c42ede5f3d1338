#include "accuracy/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/limits.h"
#include "drawer.h"
#include "exchange/csv_writer.h"
#include "json_object.h"

namespace warta::accuracy {
namespace {

// A column of the sheet and where an event has its text: in a field of its own, or in one of an object within it.
struct Column {
  std::string_view name, object, field;
};
constexpr std::array<Column, 19> kColumns{{{"id", "", "id"},
                                           {"article", "article", "id"},
                                           {"language", "article", "language"},
                                           {"sentence", "", ""},  // a number
                                           {"source", "source", "text"},
                                           {"source_code", "source", "code"},
                                           {"root", "", "event"},
                                           {"cameo", "", "cameo"},
                                           {"mode", "", "mode"},
                                           {"target", "target", "text"},
                                           {"target_code", "target", "code"},
                                           {"status", "", "status"},
                                           {"attribution", "attribution", "text"},
                                           {"date", "", "date"},
                                           {"place", "place", "text"},
                                           {"evidence", "evidence", "text"},
                                           {"trigger", "trigger", "text"},
                                           {"rule", "", "rule"},
                                           {"confidence", "", ""}}};  // a number
constexpr std::array<std::string_view, 6> kVerdicts{"right_root",   "right_source", "right_target",
                                                    "right_status", "cause",        "note"};

// The text of a column; empty where the event has none.
Result<std::string> text_at(const JsonObject& row, const Column& column) {
  if (column.field.empty()) return std::string();
  if (column.object.empty()) {
    auto text = WARTA_TRY(text_of(row, column.field));
    return std::move(text).value_or("");
  }
  const auto part = WARTA_TRY(object_of(row, column.object));
  if (!part) return std::string();
  auto text = WARTA_TRY(id_of(*part, column.field));
  return std::move(text).value_or("");
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
  for (const Column& column : kColumns) out.cells.push_back(WARTA_TRY(text_at(row, column)));
  if (sentence) out.cells[kSentence] = fmt::format("{:.0f}", *sentence);
  if (confidence) out.cells[kConfidence] = fmt::format("{:.2f}", *confidence);
  if (out.cells[kId].empty() || out.cells[kRoot].empty())
    return fail(Why::bad_format, "no event: \"id\" or \"event\" is absent");
  return out;
}

// Lines of JSON, each an event.
class Lines {
 public:
  explicit Lines(const Drawing& drawing) : drawer_(drawing) {}

  Result<void> add(std::string_view line) {
    if (line.size() > Limits{}.record_bytes)
      return fail(Why::too_large, fmt::format("a line of {} bytes", line.size()));
    const auto object = WARTA_TRY(parse_object(parser_, line));
    drawer_.add(WARTA_TRY(row_of(object)));
    return {};
  }
  Sample draw() { return drawer_.draw(); }

 private:
  simdjson::dom::parser parser_;
  Drawer drawer_;
};

}  // namespace

Sample draw(std::istream& events, const std::string& name, const Drawing& drawing,
            const std::function<void(const Error&)>& refuse) {
  Lines lines(drawing);
  std::size_t refused = 0;
  std::uint64_t record = 0;
  for (std::string line; std::getline(events, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    ++record;
    if (auto added = lines.add(line); !added) {
      added.error().file = name;
      added.error().record = record;
      refuse(added.error());
      ++refused;
    }
  }
  Sample out = lines.draw();
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
  std::vector<std::string_view> names;
  names.reserve(kColumns.size());
  for (const Column& column : kColumns) names.push_back(column.name);
  cells(names, "text");
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
