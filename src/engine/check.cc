#include "check.h"

#include <algorithm>

namespace warta::engine {
namespace {

constexpr std::string_view kExampleDay = "2024-05-15";  // docs/formats/frames.md

std::string dash(std::string text) { return text.empty() ? "-" : std::move(text); }

std::string line(const codebook::ExpectedEvent& e) {
  return dash(e.source) + " | " + e.root + " " + e.cameo + " | " + dash(e.target) + " | " + e.status;
}

std::string line(const event::Row& row) {
  const auto code = [](const std::optional<event::RowActor>& actor) { return dash(actor ? actor->code.text() : ""); };
  return code(row.source) + " | " + std::string(codebook::name(row.code->root)) + " " + row.code->code + " | " +
         code(row.target) + " | " + std::string(event::name(row.status));
}

ingest::Record record_of(const codebook::Example& example, const std::string& language) {
  ingest::Record record;
  record.file = example.file;
  record.id = "example";
  record.text = example.text;
  record.language = language;
  record.date = std::string(kExampleDay);
  return record;
}

Result<void> has_examples(const Books& books) {
  if (books.options.examples == codebook::Examples::kept) return {};
  return fail(Why::bad_usage, "the codebook was loaded without its examples");
}

}  // namespace

Result<CheckReport> check_examples(const Books& books, std::string_view only) {
  WARTA_CHECK(has_examples(books));
  CheckReport report;
  Worker worker(books);
  Ledger ledger;
  for (const std::string& name : books.codebook.languages()) {
    if (!only.empty() && only != name) continue;
    const codebook::Language* language = WARTA_TRY(books.codebook.language(name));
    for (const codebook::Frame& frame : language->frames.frames()) {
      ++report.frames;
      for (const codebook::Example& example : frame.examples) {
        ++report.examples;
        const Outcome outcome = worker.code(record_of(example, name), ledger);
        FailedExample result{example.file, example.line, name + "/" + frame.name, example.text, {}, {}};
        for (const codebook::ExpectedEvent& e : example.events) result.expected.push_back(line(e));
        for (const event::Row& row : outcome.rows) result.found.push_back(line(row));
        std::sort(result.expected.begin(), result.expected.end());
        std::sort(result.found.begin(), result.found.end());
        if (outcome.refused) result.found.push_back(outcome.refused->message());
        if (result.expected == result.found) continue;
        if (example.open)
          ++report.open;
        else
          report.failed.push_back(std::move(result));
      }
    }
  }
  return report;
}

Result<std::vector<event::RankerExample>> pairs_of_examples(const Books& books, std::string_view name) {
  WARTA_CHECK(has_examples(books));
  std::vector<event::RankerExample> out;
  Worker worker(books);
  Ledger ledger;
  const codebook::Language* language = WARTA_TRY(books.codebook.language(name));
  for (const codebook::Frame& frame : language->frames.frames()) {
    for (const codebook::Example& example : frame.examples) {
      const Outcome outcome = worker.code(record_of(example, std::string(name)), ledger);
      for (const event::Row& row : outcome.rows) {
        const bool told = std::any_of(example.events.begin(), example.events.end(),
                                      [&](const codebook::ExpectedEvent& e) { return line(e) == line(row); });
        if (!told || !row.source || !row.target || row.target->words.span.empty()) continue;
        const event::Pair pair{row.source->words.span, row.target->words.span};
        out.push_back({WARTA_TRY(worker.features_of_pair(name, example.text, pair)), row.code->root, 1});
      }
    }
  }
  return out;
}

}  // namespace warta::engine
