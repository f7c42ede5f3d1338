// warta eval events: what the engine makes of gold texts: precision, recall and F1 by root, by field and by
// construction, whether confidence keeps its word, and why what is missed is missed.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "accuracy/accuracy.h"
#include "eval.h"
#include "figures.h"
#include "session.h"
#include "visible.h"

namespace warta::cli {
namespace {

using accuracy::GoldKind;

struct Arguments {
  Common common;
  std::vector<std::string> gold, constructions;
  bool list = false;
};

void print_fields(const accuracy::Scores& scores) {
  for (const accuracy::FieldScore& field : scores.fields) {
    if (field.right.of == 0)
      fmt::print("{:<10} right - of 0 matched\n", field.name);
    else
      fmt::print("{:<10} right {:.3f} of {} matched{}\n", field.name, field.right.value, field.right.of,
                 field.always ? "; with the event " + line(field.tally) : "");
  }
}

// The last line is the one that counts.
void print_figures(const accuracy::Scores& scores, GoldKind kind) {
  for (const accuracy::ArticleScore& article : scores.articles)
    fmt::print("{}: {} of {} core events, {} wrong of {}\n", visible(article.id), article.found, article.core,
               article.wrong, article.coded);
  for (const accuracy::NamedTally& root : scores.roots)
    fmt::print("{:<10} {} of {}\n", root.name, line(root.tally), root.tally.wanted);
  print_fields(scores);
  if (kind == GoldKind::sentence)
    fmt::print("empty texts: {} of {} given an event\n", scores.empty_coded, scores.empty);
  else
    fmt::print("occurrences: {} of {} repeated events told as one\n", scores.joined, scores.groups);
  fmt::print("{}: {}\n", kind == GoldKind::sentence ? "events" : "articles", line(scores.all));
}

void print_constructions(const accuracy::Scores& scores) {
  if (scores.constructions.empty()) return;
  fmt::print("\nby construction, most errors first\n");
  for (const accuracy::NamedTally& one : scores.constructions)
    fmt::print("{:<28} {:>3} texts, {} of {} events, {} wrong: {}\n", visible(one.name), one.texts, one.tally.hit,
               one.tally.wanted, one.tally.found - one.tally.hit, line(one.tally));
}

void print_reasons(const accuracy::Scores& scores, bool missed) {
  std::map<std::string, std::size_t> counted;
  for (const accuracy::Finding& finding : scores.findings) counted[finding.reason] += finding.missed == missed;
  std::vector<std::pair<std::string, std::size_t>> reasons(counted.begin(), counted.end());
  std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  const auto total = std::count_if(scores.findings.begin(), scores.findings.end(),
                                   [&](const accuracy::Finding& finding) { return finding.missed == missed; });
  fmt::print("\n{} {}\n", total, missed ? "misses, by reason" : "false alarms, by reason");
  for (const auto& [reason, count] : reasons)
    if (count > 0) fmt::print("{:>4} {}\n", count, reason);
}

void print_findings(const accuracy::Scores& scores) {
  for (const accuracy::Finding& finding : scores.findings) {
    fmt::print("\n{}  {}  {}\n", finding.missed ? "MISS" : "FALSE ALARM", visible(finding.id), finding.reason);
    const auto part = [](std::string_view name, const std::string& text) {
      if (!text.empty()) fmt::print("  {:<8} {}\n", name, visible(text));
    };
    part("text", finding.sentence);
    part("expected", finding.expected);
    part("coded", finding.nearest);
    part("why", finding.detail);
  }
}

Result<void> measure(const Arguments& arguments) {
  const engine::Engine engine = WARTA_TRY(load_engine(arguments.common));
  const auto gold = WARTA_TRY(accuracy::read_gold(arguments.gold));
  accuracy::Constructions constructions;
  for (const std::string& path : arguments.constructions)
    WARTA_CHECK(accuracy::read_constructions(path, constructions));
  bool first = true;
  for (const GoldKind kind : {GoldKind::sentence, GoldKind::article}) {
    if (std::none_of(gold.begin(), gold.end(), [&](const auto& text) { return text.kind == kind; })) continue;
    const auto scores = WARTA_TRY(accuracy::score(engine, gold, kind, constructions));
    if (!std::exchange(first, false)) fmt::print("\n");
    print_figures(scores, kind);
    print_constructions(scores);
    fmt::print("\n{}", table(accuracy::reliability(scores.judged)));
    print_reasons(scores, true);
    print_reasons(scores, false);
    if (arguments.list) print_findings(scores);
  }
  return {};
}

int evaluate(const Arguments& arguments) {
  const auto done = measure(arguments);
  return done ? kDone : report(done.error());
}

}  // namespace

void add_eval_events(CLI::App& eval_command, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = eval_command.add_subcommand(
      "events", "events of gold texts: precision, recall, F1, reliability of confidence, reasons of errors");
  command
      ->add_option("GOLD", arguments->gold,
                   "JSON Lines of texts with their events, NAME.gold.json beside NAME.txt, or a folder of those "
                   "(docs/formats/gold.md)")
      ->required();
  command->add_option("--constructions", arguments->constructions, "what each text tests: a table of id, constructions")
      ->type_name("FILE.tsv")
      ->allow_extra_args(false);
  command->add_flag("--list", arguments->list, "each miss and each false alarm, with its reason");
  arguments->common.add_codebook(*command);
  command->footer("Example:\n  warta eval events examples/gold.jsonl --list");
  command->callback([arguments, &code] { code = evaluate(*arguments); });
}

}  // namespace warta::cli
