// Events of a store drawn as a sheet: src/accuracy/sample.h
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "drawer.h"

namespace warta::accuracy {
namespace {

// A store of any size is read page by page.
constexpr std::int64_t kPage = 20'000;
// The cells of a sheet in their order, then what leads to the paragraph.
constexpr const char* kEvents =
    "SELECT e.id, a.id, a.language, CAST(e.sentence AS VARCHAR), e.source_text, e.source_code, e.event, e.cameo, "
    "e.mode, "
    "e.target_text, e.target_code, e.status, e.attribution_text, e.date, e.place_text, e.evidence_text, "
    "e.trigger_text, "
    "e.rule, e.confidence, e.evidence_begin, e.article "
    "FROM event e JOIN article a ON a.key = e.article WHERE e.current AND e.rowid >= ? AND e.rowid < ?";
constexpr std::size_t kTexts = 18;  // columns before the confidence

SampledRow row_of(const std::vector<store::Value>& values) {
  SampledRow row;
  for (std::size_t i = 0; i < kTexts; ++i) row.cells.emplace_back(values[i].text());
  row.cells.push_back(fmt::format("{:.2f}", values[kTexts].number()));
  row.begin = static_cast<std::uint64_t>(std::max<std::int64_t>(values[kTexts + 1].integer(), 0));
  row.key = values[kTexts + 2].text();
  return row;
}

// Offsets count within a title of its own (sentence 0), else from the body (docs/formats/store.md).
Result<void> add_paragraphs(store::Connection& store, Sample& sample) {
  std::vector<std::string> keys;
  for (const SampledRow& row : sample.rows) keys.push_back(row.key);
  const store::Table table = WARTA_TRY(
      store.query("SELECT key, text, body_begin FROM article WHERE list_contains(?, key) AND text IS NOT NULL",
                  {store::Value::texts(keys)}));
  struct Text {
    std::string_view text;
    std::uint64_t body = 0;
  };
  std::map<std::string_view, Text> texts;
  for (const auto& row : table.rows)
    texts[row[0].text()] = {row[1].text(), static_cast<std::uint64_t>(std::max<std::int64_t>(row[2].integer(), 0))};
  for (SampledRow& row : sample.rows)
    if (const auto found = texts.find(row.key); found != texts.end())
      row.passage = paragraph_at(found->second.text, row.begin + (row.cells[kSentence] == "0" ? 0 : found->second.body),
                                 row.cells[kEvidence]);
  return {};
}

}  // namespace

Result<Sample> draw(store::Connection& store, const Drawing& drawing) {
  const store::Table last = WARTA_TRY(store.query("SELECT max(rowid) FROM event"));
  const std::int64_t rows = last.rows.front().front().null() ? 0 : last.rows.front().front().integer() + 1;
  Drawer drawer(drawing);
  for (std::int64_t first = 0; first < rows; first += kPage) {
    const store::Table page = WARTA_TRY(store.query(kEvents, {first, first + kPage}));
    for (const auto& row : page.rows) drawer.add(row_of(row));
  }
  Sample sample = drawer.draw();
  sample.with_passages = true;
  WARTA_CHECK(add_paragraphs(store, sample));
  return sample;
}

}  // namespace warta::accuracy
