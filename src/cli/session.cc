#include "session.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "visible.h"

namespace warta::cli {
namespace {

// WARTA_DATA, else a folder `data` where the program stands or is installed, else that of the source tree.
std::string shipped_data() {
  if (const char* named = std::getenv("WARTA_DATA")) return named;
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const char* place : {"data", "../share/warta/data"}) {
    const auto folder = program / place;
    if (std::filesystem::exists(folder / "ontology", ignored)) return folder.string();
  }
  return WARTA_DATA_DIR;
}

}  // namespace

void Common::add_codebook(CLI::App& app) {
  app.add_option("--codebook", codebooks, "a folder of data that lies over the shipped one, file by file")
      ->type_name("DIR")
      ->allow_extra_args(false);  // one folder an option: what follows is an input
}

void Common::add_reading(CLI::App& app) {
  app.add_option("INPUT", inputs, "files, folders, globs, or - for standard input");
  add_coding(app);
}

void Common::add_coding(CLI::App& app) {
  app.add_option("--language", language, "believe this language (id, en) and do not guess")->type_name("L");
  app.add_option("--date", date, "publication date of inputs that have none")->type_name("YYYY-MM-DD");
  app.add_option("--threads", threads, "worker threads (default: all cores)")->type_name("N");
  app.add_option("--out", out, "write here instead of standard output")->type_name("PATH");
  app.add_flag("--quiet", quiet, "no summary and no progress on standard error");
  add_codebook(app);
}

void StoreArguments::add_to(CLI::App& app) {
  app.add_option("STORE", path, "a DuckDB file")->required();
  app.add_option("--wait", wait_seconds, "wait so long for another program that holds the store (default: 10)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86'400.0));
}

std::chrono::milliseconds StoreArguments::wait() const {
  return std::chrono::milliseconds(static_cast<std::int64_t>(wait_seconds * 1000));
}

std::vector<std::string> data_folders(const std::vector<std::string>& codebooks) {
  std::vector<std::string> folders{shipped_data()};
  folders.insert(folders.end(), codebooks.begin(), codebooks.end());
  return folders;
}

Result<engine::Options> engine_options(const Common& common) {
  engine::Options options;
  options.extract.latest = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  if (!common.language.empty()) options.extract.language = common.language;
  if (!common.date.empty()) {
    const auto day = parse_iso_day(common.date);
    if (!day) return fail(Why::bad_usage, "--date wants YYYY-MM-DD and got '" + common.date + "'");
    options.extract.published = extract::Published{common.date, *day};
  }
  options.threads = common.threads != 0 ? common.threads : std::max(1u, std::thread::hardware_concurrency());
  return options;
}

Result<engine::Engine> load_engine(const Common& common, codebook::Examples examples) {
  auto options = WARTA_TRY(engine_options(common));
  options.examples = examples;
  auto engine = WARTA_TRY(engine::Engine::load(data_folders(common.codebooks), options));
  // Kept to the end of the process: taking a hundred thousand names apart takes longer than coding a page.
  static auto* const kept = new std::vector<engine::Engine>;
  kept->push_back(engine);
  return engine;
}

void say(std::string_view line) {
  const std::string shown = visible(line) + "\n";
  std::fwrite(shown.data(), 1, shown.size(), stderr);
}

int report(const Error& error) {
  say("warta: " + error.message());
  return error.why == Why::bad_usage ? kUsage : kFailed;
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty()) return Output(stdout);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return fail(Why::cannot_open, "cannot write '" + path + "': " + std::strerror(errno));
  return Output(file);
}

Output::Output(Output&& other) noexcept : file_(other.file_), failed_(other.failed_), broken_pipe_(other.broken_pipe_) {
  other.file_ = nullptr;
}

Output::~Output() {
  if (file_ && file_ != stdout) std::fclose(file_);
}

bool Output::write(std::string_view bytes) {
  if (failed_) return false;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size() && std::fflush(file_) == 0) return true;
  failed_ = true;
  broken_pipe_ = errno == EPIPE;
  if (!broken_pipe_) say(std::string("warta: cannot write the output: ") + std::strerror(errno));
  return false;
}

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  const std::string part = path + ".part";
  {
    Output output = WARTA_TRY(Output::open(part));
    if (!output.write(bytes)) return fail(Why::cannot_open, "cannot write '" + part + "'");
  }
  std::error_code problem;
  std::filesystem::rename(part, path, problem);
  if (problem) return fail(Why::cannot_open, "cannot write '" + path + "': " + problem.message());
  return {};
}

bool Output::terminal() const { return isatty(fileno(file_)) == 1; }

bool is_passed_over(Why why) { return why == Why::not_served || why == Why::other_media; }

int exit_code(const Ledger& ledger) {
  const std::uint64_t passed_over = ledger.of(Why::not_served) + ledger.of(Why::other_media);
  return ledger.inputs_refused() > passed_over ? kRefused : kDone;
}

int show_stages(const Common& common, const std::function<std::string(const engine::Stages&)>& shown) {
  const auto engine = load_engine(common);
  if (!engine) return report(engine.error());
  auto output = Output::open(common.out);
  if (!output) return report(output.error());
  ingest::Reader reader(common.inputs.empty() ? std::vector<std::string>{"-"} : common.inputs);
  int code = kDone;
  while (auto record = reader.next()) {
    const auto done = !*record ? Result<void>(tl::unexpected<Error>(record->error()))
                               : engine->inspect(std::move(**record),
                                                 [&](const engine::Stages& stages) { output->write(shown(stages)); });
    if (!done) {
      report(done.error());
      if (!is_passed_over(done.error().why)) code = kRefused;
    }
    if (output->broken_pipe()) return kDone;
    if (output->failed()) return kFailed;
  }
  return code;
}

}  // namespace warta::cli
