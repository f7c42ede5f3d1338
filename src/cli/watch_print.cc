// watch to standard output: rows as they come, and a file that remembers what was read.
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "exchange/exchange.h"
#include "story/story.h"
#include "watch_end.h"

namespace warta::cli {
namespace {

class PrintingEnd : public WatchEnd {
 public:
  PrintingEnd(Output output, std::string state, bool quiet)
      : output_(std::move(output)), path_(std::move(state)), quiet_(quiet) {}

  // An absent file is an empty state: the first run.
  Result<std::string> state() override {
    std::error_code ignored;
    if (path_.empty() || !std::filesystem::exists(path_, ignored)) return std::string();
    std::ifstream in(path_, std::ios::binary);
    if (!in) return fail(Why::cannot_open, "cannot read '" + path_ + "': " + std::strerror(errno));
    return std::string(std::istreambuf_iterator<char>(in), {});
  }

  bool take(engine::Outcome&& outcome) override {
    if (outcome.refused && outcome.refused->why == Why::bad_format) {
      broken_ = std::move(outcome.refused);
      return false;
    }
    if (outcome.refused) say("warta: " + outcome.refused->message());
    if (outcome.coded) story::stamp(window_.add(outcome.coded->report), outcome.rows);
    buffer_.clear();
    for (const event::Row& row : outcome.rows) exchange::write(exchange::Format::jsonl, row, buffer_);
    if (!buffer_.empty() && !output_.write(buffer_)) return false;
    delivered(1);
    return true;
  }

  void save(std::string_view state) override {
    if (path_.empty()) return;
    const auto done = replace_file(path_, state);
    if (!done && !save_failed_) say("warta: " + done.error().message());
    save_failed_ = !done;
  }

  void settle() override {}

  int finish(std::string_view state, const Ledger& ledger) override {
    save(state);
    if (broken_) return report(*broken_);
    if (!quiet_ && !output_.broken_pipe()) std::fputs(ledger.summary().c_str(), stderr);
    if (output_.failed() || save_failed_) return kFailed;
    return exit_code(ledger);
  }

 private:
  Output output_;
  std::string path_;
  bool quiet_;
  story::Window window_;
  std::string buffer_;
  std::optional<Error> broken_;  // of the codebook: nothing more can be coded
  bool save_failed_ = false;
};

}  // namespace

std::unique_ptr<WatchEnd> printing_end(Output output, std::string state, bool quiet) {
  return std::make_unique<PrintingEnd>(std::move(output), std::move(state), quiet);
}

}  // namespace warta::cli
