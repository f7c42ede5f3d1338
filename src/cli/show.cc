// warta show: one happening with every report of it, and who says what.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "asking.h"
#include "query/to_json.h"
#include "session.h"
#include "visible.h"

namespace warta::cli {
namespace {

struct Arguments {
  Asking asking;
  std::string id;
};

void add_line(std::string& out, const std::string& line) { out += visible(line) + "\n"; }

// "PRK, RUS and USA"
std::string listed(const std::vector<std::string>& names) {
  if (names.size() < 2) return names.empty() ? std::string() : names.front();
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string bounds(const query::Range& range) {
  if (!range.low) return fmt::format("at most {}", range.high.value_or(0));
  if (!range.high) return fmt::format("at least {}", *range.low);
  return *range.low == *range.high ? std::to_string(*range.low) : fmt::format("{}-{}", *range.low, *range.high);
}

std::string counts(const std::vector<query::Range>& ranges) {
  std::string out;
  for (const query::Range& range : ranges)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", range.what, bounds(range));
  return out;
}

void add_happening(std::string& out, const query::Happening& happening) {
  add_line(out, fmt::format("occurrence {}  {} {}  quad class {}, Goldstein {:.1f}", happening.id, happening.root,
                            happening.cameo, happening.quad, happening.goldstein));
  add_line(out, fmt::format("{}  {} -> {}  {}", happening.date.value_or("no date"), label(happening.source),
                            label(happening.target), label(happening.place)));
  if (!happening.counts.empty()) add_line(out, counts(happening.counts));
}

// "alleged by USA, denied by PRK and RUS", each status on a line; outlets that say so themselves stand in quotes.
void add_statements(std::string& out, const std::vector<query::Statement>& statements) {
  for (const query::Statement& statement : statements) {
    std::vector<std::string> who = statement.speakers;
    for (const std::string& outlet : statement.outlets) who.push_back("\"" + outlet + "\"");
    add_line(out, statement.status + " by " + listed(who));
  }
}

// The trigger between brackets.
std::string marked(const query::Report& report) {
  const Span trigger = report.trigger;
  const std::string& text = report.passage;
  if (trigger.empty() || trigger.end > text.size()) return text;
  return text.substr(0, trigger.begin) + "[" + std::string(trigger.of(text)) + "]" + text.substr(trigger.end);
}

void add_report(std::string& out, const query::Report& report) {
  out += "\n";
  add_line(out, fmt::format("{}  {}  {}", report.published.value_or("no date"), report.outlet.value_or(report.article),
                            report.title.value_or("-")));
  if (report.url) add_line(out, "  " + *report.url);
  std::string line = "  " + report.status;
  if (report.speaker) line += " by " + report.speaker->code.value_or(report.speaker->text.value_or("?"));
  add_line(out, fmt::format("{}: {} -> {}  {} {}  {}  {}  ({}, {:.2f})", line, label(report.source),
                            label(report.target), report.root, report.cameo, report.date.value_or("no date"),
                            label(report.place), report.rule, report.confidence));
  add_line(out, "  " + marked(report));
}

std::string card_text(const query::Card& card) {
  std::string out;
  add_happening(out, card.happening);
  add_statements(out, card.statements);
  out += fmt::format("{} in {}\n", counted(static_cast<std::int64_t>(card.reports.size()), "report", "reports"),
                     counted(card.happening.articles, "article", "articles"));
  for (const query::Report& report : card.reports) add_report(out, report);
  return out;
}

Result<query::Card> ask(const Arguments& arguments) {
  auto store = WARTA_TRY(arguments.asking.open());
  return query::show(store, arguments.id);
}

int show_card(const Arguments& arguments) {
  const auto card = ask(arguments);
  if (!card) return report(card.error());
  return arguments.asking.print(arguments.asking.json ? query::to_json(*card) + "\n" : card_text(*card));
}

}  // namespace

void add_show(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("show", "an occurrence of a store: every report, who says and who denies it");
  arguments->asking.add_store(*command);
  command->add_option("ID", arguments->id, "of an occurrence or an event, or its first four digits and more")
      ->required();
  command->footer("Example:\n  warta show news.duckdb 4be1a0c93d7f5e22");
  command->callback([arguments, &code] { code = show_card(*arguments); });
}

}  // namespace warta::cli
