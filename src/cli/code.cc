// warta code: events of texts, as a table for people or rows for programs.
#include <memory>

#include "exchange/exchange.h"
#include "progress.h"
#include "session.h"
#include "story/story.h"
#include "table.h"

namespace warta::cli {
namespace {

struct Arguments {
  Common common;
  std::string format;
  double min_confidence = 0;  // rows below it are left out, and counted
};

class Printer {
 public:
  Printer(Output& output, const std::string& format)
      : output_(output), format_(exchange::parse_format(format)), table_(terminal_columns()) {
    output_.write(format_ ? std::string(exchange::header(*format_)) : table_.header());
  }
  bool print(const std::vector<event::Row>& rows) {
    buffer_.clear();
    for (const event::Row& row : rows) {
      if (format_)
        exchange::write(*format_, row, buffer_);
      else
        buffer_ += table_.line(row);
    }
    return buffer_.empty() || output_.write(buffer_);
  }

 private:
  Output& output_;
  std::optional<exchange::Format> format_;  // nullopt: a table
  Table table_;
  std::string buffer_;
};

std::string summary(const Ledger& ledger, std::uint64_t unsure) {
  std::string out = ledger.summary();
  if (unsure > 0) out += "  " + std::to_string(unsure) + " of these left out: less sure than --min-confidence\n";
  return out;
}

int code_inputs(const Arguments& arguments) {
  if (arguments.common.inputs.empty())
    return report(Error{Why::bad_usage, "name an INPUT: a file, a folder, a glob, or - for standard input", {}, 0, 0});
  const auto engine = load_engine(arguments.common);
  if (!engine) return report(engine.error());
  auto output = Output::open(arguments.common.out);
  if (!output) return report(output.error());
  const bool table = arguments.format == "table" || (arguments.format.empty() && output->terminal());
  Printer printer(*output, table ? "table" : arguments.format.empty() ? "jsonl" : arguments.format);

  ingest::Reader reader(arguments.common.inputs);
  Progress progress(!arguments.common.quiet && !table);
  const auto total = reader.bytes_total();  // once: it looks at every file
  std::uint64_t records = 0, unsure = 0;
  story::Window window;
  std::optional<Error> broken;  // of the codebook: nothing more can be coded
  const Ledger ledger = engine->run(reader, [&](engine::Outcome&& outcome) {
    if (outcome.refused && outcome.refused->why == Why::bad_format) broken = std::move(outcome.refused);
    if (broken) return false;
    if (outcome.refused) {
      progress.clear();
      say("warta: " + outcome.refused->message());
    }
    progress.show(++records, reader.bytes_read(), total);
    if (outcome.coded) story::stamp(window.add(outcome.coded->report), outcome.rows);
    unsure +=
        std::erase_if(outcome.rows, [&](const event::Row& row) { return row.confidence < arguments.min_confidence; });
    return printer.print(outcome.rows);
  });
  progress.clear();
  if (broken) return report(*broken);
  if (!arguments.common.quiet && !output->broken_pipe()) std::fputs(summary(ledger, unsure).c_str(), stderr);
  if (output->failed()) return kFailed;
  return ledger.inputs_refused() > 0 ? kRefused : kDone;
}

}  // namespace

void add_code(CLI::App& app, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("code", "events of news texts: a table on a terminal, JSON Lines in a pipe");
  arguments->common.add_reading(*command);
  command->add_option("--format", arguments->format, "table, jsonl, csv or plover")
      ->check(CLI::IsMember({"table", "jsonl", "csv", "plover"}));
  command->add_option("--min-confidence", arguments->min_confidence, "leave out rows that are less sure (default: 0)")
      ->check(CLI::Range(0.0, 1.0));
  command->footer("Examples:\n  warta code examples/\n  warta code --format csv news.jsonl.gz > events.csv");
  command->callback([arguments, &code] { code = code_inputs(*arguments); });
}

}  // namespace warta::cli
