// What every command that reads texts shares: the options that mean the same everywhere (design of the command line:
// README.md), where the data lie, and how errors are told.
#pragma once
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace warta::cli {

enum Exit : int { kDone = 0, kFailed = 1, kUsage = 2, kRefused = 3 };

struct Common {
  std::vector<std::string> inputs, codebooks;
  std::string language, date, out;
  unsigned threads = 0;  // 0: all cores
  bool quiet = false;

  void add_codebook(CLI::App& app);  // --codebook
  void add_reading(CLI::App& app);   // INPUT... and all of add_coding
  void add_coding(CLI::App& app);    // --language, --date, --codebook, --threads, --quiet, --out
};

// A store that is written: how long to wait for others that hold it.
struct StoreArguments {
  std::string path;
  double wait_seconds = 10;

  void add_to(CLI::App& app);  // STORE and --wait
  std::chrono::milliseconds wait() const;
};

// Folders of data: the shipped one and those of --codebook, in order.
std::vector<std::string> data_folders(const std::vector<std::string>& codebooks);

Result<engine::Options> engine_options(const Common& common);
// The examples of the frames are for those who code or list them.
Result<engine::Engine> load_engine(const Common& common, codebook::Examples examples = codebook::Examples::passed_over);

// Archives hold pictures, redirects and failed answers beside pages: they are passed over and counted, and nothing is
// wrong.
bool is_passed_over(Why why);
int exit_code(const Ledger& ledger);  // of a run that came to its end

int report(const Error& error);   // to standard error; gives the exit code
void say(std::string_view line);  // to standard error, made visible

// Standard output or the file of --out, written through one buffer. A broken pipe is not an error: it ends the work.
class Output {
 public:
  static Result<Output> open(const std::string& path);  // "" is standard output
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  bool write(std::string_view bytes);  // false: nobody reads any more, or the disk is full
  bool broken_pipe() const { return broken_pipe_; }
  bool failed() const { return failed_ && !broken_pipe_; }
  bool terminal() const;

 private:
  explicit Output(std::FILE* file) : file_(file) {}
  std::FILE* file_;
  bool failed_ = false, broken_pipe_ = false;
};

// Writes a file beside its place and puts it there whole: other programs may have the old one mapped.
Result<void> replace_file(const std::string& path, std::string_view bytes);

// The commands; each adds its subcommand, whose callback leaves the exit code in `code`.
void add_code(CLI::App& app, int& code);
void add_explain(CLI::App& app, int& code);
void add_extract(CLI::App& app, int& code);
void add_parse(CLI::App& app, int& code);
void add_add(CLI::App& app, int& code);
void add_remove(CLI::App& app, int& code);
void add_watch(CLI::App& app, int& code);
void add_train(CLI::App& app, int& code);
void add_eval(CLI::App& app, int& code);
void add_sample(CLI::App& app, int& code);
void add_codebook_command(CLI::App& app, int& code);

// Shows what the stages made of each record of the inputs; gives the exit code.
int show_stages(const Common& common, const std::function<std::string(const engine::Stages&)>& shown);

}  // namespace warta::cli
