// warta sample: coded events drawn as a sheet for people to judge; warta eval sheet: what they found.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "accuracy/sample.h"
#include "accuracy/sheet.h"
#include "eval.h"
#include "figures.h"
#include "session.h"
#include "visible.h"

namespace warta::cli {
namespace {

struct Arguments {
  std::string file, by = "root", out;
  std::vector<std::string> texts;
  accuracy::Drawing drawing;
  bool quiet = false;
};

tl::unexpected<Error> cannot_open(const std::string& path) {
  return tl::unexpected<Error>(Error{Why::cannot_open, std::strerror(errno), path, 0, 0});
}

// A DuckDB file, by its bytes: a checksum of eight, then a mark.
bool is_store(std::istream& file) {
  std::string head(12, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  file.clear();
  file.seekg(0);
  return head.substr(8) == "DUCK";
}

Result<accuracy::Sample> draw(const Arguments& arguments, const accuracy::Drawing& drawing) {
  const auto refuse = [](const Error& error) { say("warta: " + error.message()); };
  if (arguments.file == "-") return accuracy::draw(std::cin, arguments.file, drawing, refuse);
  std::ifstream file(arguments.file, std::ios::binary);
  if (!file) return cannot_open(arguments.file);
  if (!is_store(file)) return accuracy::draw(file, arguments.file, drawing, refuse);
  file.close();
  auto store = WARTA_TRY(store::Connection::open(arguments.file, store::Access::read));
  return accuracy::draw(store, drawing);
}

int draw_sheet(const Arguments& arguments) {
  accuracy::Drawing drawing = arguments.drawing;
  drawing.by = accuracy::parse_by(arguments.by).value_or(accuracy::By::root);
  auto drawn = draw(arguments, drawing);
  if (!drawn) return report(drawn.error());
  accuracy::Sample sample = std::move(*drawn);
  if (!arguments.texts.empty()) {
    ingest::Reader texts(arguments.texts);
    accuracy::add_passages(texts, sample);
  }
  auto output = Output::open(arguments.out);
  if (!output) return report(output.error());
  output->write(accuracy::to_csv(sample));
  if (output->failed()) return kFailed;
  if (!arguments.quiet && !output->broken_pipe())
    say(fmt::format("drew {} of {} events", sample.rows.size(), sample.events));
  return sample.refused > 0 ? kRefused : kDone;
}

Result<accuracy::SheetScores> scores_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return cannot_open(path);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  auto scores = accuracy::score_sheet(std::move(bytes).str());
  if (!scores) scores.error().file = path;
  return scores;
}

int judge_sheet(const std::string& path) {
  const auto scores = scores_of(path);
  if (!scores) return report(scores.error());
  fmt::print("rows {}, judged {}\n", scores->rows, scores->rows - scores->unjudged);
  for (const auto& [root, share] : scores->roots) fmt::print("{:<12} {}\n", visible(root), line(share));
  for (const auto& [verdict, share] : scores->verdicts) fmt::print("{:<12} {}\n", verdict, line(share));
  if (scores->weighted)
    fmt::print("precision of all events drawn from {:.3f} ({:.3f}-{:.3f})\n", scores->whole.value, scores->whole.low,
               scores->whole.high);
  fmt::print("precision of the sheet {}\n", line(scores->all));
  fmt::print("\nwrong ones by cause\n");
  for (const auto& [cause, count] : scores->causes) fmt::print("{:>4} {}\n", count, visible(cause));
  fmt::print("\n{}", table(accuracy::reliability(scores->judged)));
  return kDone;
}

}  // namespace

void add_sample(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("sample", "coded events drawn as a sheet to judge by hand, as CSV");
  command
      ->add_option("EVENTS", arguments->file,
                   "a store, or JSON Lines as `warta code` prints them, or - for standard input")
      ->required();
  command->add_option("--n", arguments->drawing.n, "rows to draw (default: 200)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->add_option("--by", arguments->by, "strata: root (default), status, rule or none")
      ->check(CLI::IsMember({"root", "status", "rule", "none"}));
  command->add_option("--seed", arguments->drawing.seed, "another number draws other rows (default: 1)")
      ->type_name("N");
  command
      ->add_option("--texts", arguments->texts,
                   "the texts that were coded: adds a column with the paragraph (a store has its own)")
      ->type_name("INPUT")
      ->allow_extra_args(false);
  command->add_option("--out", arguments->out, "write here instead of standard output")->type_name("PATH");
  command->add_flag("--quiet", arguments->quiet, "no summary on standard error");
  command->footer(
      "Examples:\n  warta sample news.duckdb --n 200 --by root --out sheet.csv\n"
      "  warta code news/ | warta sample - --texts news/ --out sheet.csv");
  command->callback([arguments, &code] { code = draw_sheet(*arguments); });
}

void add_eval_sheet(CLI::App& eval_command, int& code) {
  auto path = std::make_shared<std::string>();
  CLI::App* command = eval_command.add_subcommand(
      "sheet", "a sheet of `warta sample` that was judged: precision by root, causes, reliability of confidence");
  command->add_option("SHEET", *path, "CSV with verdicts in its columns (docs/formats/sheet.md)")->required();
  command->footer("Example:\n  warta eval sheet sheet.csv");
  command->callback([path, &code] { code = judge_sheet(*path); });
}

}  // namespace warta::cli
