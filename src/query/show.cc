// One happening with its reports: src/query/query.h
#include <fmt/format.h>

#include <algorithm>

#include "event/event.h"
#include "happening.h"
#include "passage.h"
#include "query/query.h"

namespace warta::query {
namespace {

constexpr std::size_t kFewestDigits = 4, kDigits = 16;
// A longer text is not fetched: of its reports the evidence alone is shown.
constexpr const char* kReports =
    "SELECT e.id, e.event, e.cameo, e.status, e.rule, e.confidence, e.source_code, e.source_name, e.source_text, "
    "e.target_code, e.target_name, e.target_text, e.attribution_code, e.attribution_text, e.date, e.place_name, "
    "e.place_country, e.place_admin1, e.place_latitude, e.place_longitude, a.id, a.url, a.outlet, a.title, "
    "a.published, "
    "a.language, CASE WHEN strlen(a.text) <= 262144 THEN a.text END, a.body_begin, e.sentence, e.evidence_begin, "
    "e.evidence_text, e.trigger_begin, e.trigger_text "
    "FROM event e JOIN article a ON a.key = e.article WHERE e.occurrence = ? AND e.current "
    "ORDER BY a.published_day NULLS LAST, a.published, a.key, e.sentence, e.evidence_begin, e.id";

Result<std::string> occurrence_of(store::Connection& store, std::string_view id) {
  const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (id.size() < kFewestDigits || id.size() > kDigits || !std::all_of(id.begin(), id.end(), digit))
    return fail(Why::bad_usage,
                fmt::format("'{}' is no id: 16 hex digits, or {} at least of the first", id, kFewestDigits));
  const char* const same = id.size() == kDigits ? "id = ?" : "starts_with(id, ?)";
  store::Table table =
      WARTA_TRY(store.query(fmt::format("SELECT id FROM occurrence WHERE {} ORDER BY id LIMIT 4", same), {id}));
  if (table.rows.empty())
    table = WARTA_TRY(store.query(fmt::format("SELECT DISTINCT occurrence AS id FROM event WHERE {} AND current AND "
                                              "occurrence IS NOT NULL ORDER BY id LIMIT 4",
                                              same),
                                  {id}));
  if (table.rows.empty())
    return fail(Why::bad_usage,
                fmt::format("no occurrence and no event has the id {}; `warta occurrences` finds them", id));
  if (table.rows.size() == 1) return std::string(table.rows.front().front().text());
  std::string several;
  for (const auto& row : table.rows) several += fmt::format(" {}", row.front().text());
  return fail(Why::bad_usage, fmt::format("{} stands for several:{}", id, several));
}

void read_passage(Cells& cells, Report& out) {
  const std::string text = cells.text();
  const std::int64_t body = cells.integer(), sentence = cells.integer(), evidence = cells.integer();
  const std::string words = cells.text();
  const std::int64_t trigger = cells.integer();
  const std::string word = cells.text();
  // Offsets count within a title of its own, else from the body (docs/formats/row.md).
  const std::size_t shift = sentence == 0 ? 0 : static_cast<std::size_t>(std::max<std::int64_t>(body, 0));
  const auto at = [&](std::int64_t offset) {
    return shift + static_cast<std::size_t>(std::max<std::int64_t>(offset, 0));
  };
  Passage found = passage(text, at(evidence), words, at(trigger), word);
  out.passage = std::move(found.text);
  out.evidence = found.evidence;
  out.trigger = found.trigger;
}

Report read_report(const std::vector<store::Value>& row) {
  Cells cells(row);
  Report out;
  out.event = cells.text();
  out.root = cells.text();
  out.cameo = cells.text();
  out.status = cells.text();
  out.rule = cells.text();
  out.confidence = cells.number();
  for (Actor* actor : {&out.source, &out.target}) {
    *actor = read_actor(cells);
    actor->text = cells.maybe_text();
  }
  Actor speaker;
  speaker.code = cells.maybe_text();
  speaker.text = cells.maybe_text();
  if (speaker.code || speaker.text) out.speaker = std::move(speaker);
  out.date = cells.maybe_text();
  out.place = read_place(cells);
  out.article = cells.text();
  out.url = cells.maybe_text();
  out.outlet = cells.maybe_text();
  out.title = cells.maybe_text();
  out.published = cells.maybe_text();
  out.language = cells.text();
  read_passage(cells, out);
  return out;
}

// "PRK" of "PRK GOV": a state speaks with one voice; a speaker of no country by sector, one that no list knows by
// words.
std::string speaker_of(const Actor& speaker) {
  const auto code = speaker.code ? codebook::ActorCode::parse(*speaker.code) : std::nullopt;
  if (!code) return speaker.text.value_or(speaker.code.value_or(""));
  return std::string(code->from().empty() ? code->text() : code->from());
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::vector<Statement> statements(const std::vector<Report>& reports) {
  std::vector<Statement> out;
  for (int i = 0; i <= static_cast<int>(event::Status::historical); ++i) {
    Statement statement{std::string(event::name(static_cast<event::Status>(i))), {}, {}};
    for (const Report& report : reports) {
      if (report.status != statement.status) continue;
      if (report.speaker)
        add_once(statement.speakers, speaker_of(*report.speaker));
      else
        add_once(statement.outlets, report.outlet.value_or(report.article));
    }
    if (!statement.speakers.empty() || !statement.outlets.empty()) out.push_back(std::move(statement));
  }
  return out;
}

}  // namespace

Result<Card> show(store::Connection& store, std::string_view id) {
  const std::string occurrence = WARTA_TRY(occurrence_of(store, id));
  const store::Table found = WARTA_TRY(store.query(
      fmt::format("SELECT {}, o.first_event FROM occurrence o WHERE o.id = ?", kHappeningColumns), {occurrence}));
  if (found.rows.empty())
    return fail(Why::bad_store, fmt::format("occurrence {} has events, but no row of its own", occurrence));
  const store::Table rows = WARTA_TRY(store.query(kReports, {occurrence}));
  Card card;
  Cells cells(found.rows.front());
  card.happening = read_happening(cells);
  const std::string first = cells.text();
  for (const auto& row : rows.rows) {
    const Report& report = card.reports.emplace_back(read_report(row));
    if (report.event != first) continue;
    card.happening.source.text = report.source.text;
    card.happening.target.text = report.target.text;
    card.happening.title = report.title;
  }
  card.statements = statements(card.reports);
  return card;
}

}  // namespace warta::query
