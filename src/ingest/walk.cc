#include "walk.h"

#include <glob.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace warta::ingest {
namespace {

namespace fs = std::filesystem;

bool has_wildcard(const std::string& name) { return name.find_first_of("*?[") != std::string::npos; }

// glob(3) would sort by the locale: we sort bytes ourselves.
std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
    for (std::size_t i = 0; i < found.gl_pathc; ++i) paths.emplace_back(found.gl_pathv[i]);
  ::globfree(&found);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Walk::Walk(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {
  std::reverse(inputs_.begin(), inputs_.end());
}

std::optional<Result<std::string>> Walk::next() {
  for (;;) {
    if (waiting_.empty()) {
      if (inputs_.empty()) return std::nullopt;
      const std::string input = std::move(inputs_.back());
      inputs_.pop_back();
      expand(input);
      continue;
    }
    Entry entry = std::move(waiting_.back());
    waiting_.pop_back();
    if (!entry.problem.empty())
      return Result<std::string>(tl::unexpected<Error>(Error{Why::cannot_open, entry.problem, entry.path, 0, 0}));
    if (!entry.folder) return Result<std::string>(std::move(entry.path));
    open_folder(entry.path);
  }
}

void Walk::expand(const std::string& input) {
  std::error_code problem;
  if (input == "-") {
    waiting_.push_back({input, false, {}});
    return;
  }
  const fs::file_status status = fs::status(input, problem);
  if (fs::exists(status)) {
    waiting_.push_back({input, fs::is_directory(status), {}});
    return;
  }
  std::vector<std::string> paths = has_wildcard(input) ? matches_of(input) : std::vector<std::string>{};
  if (paths.empty()) {
    const bool absent = status.type() == fs::file_type::not_found;
    waiting_.push_back({input, false,
                        has_wildcard(input) ? "nothing matches"
                        : absent            ? "no such file or folder"
                                            : problem.message()});
  }
  std::reverse(paths.begin(), paths.end());  // waiting_ is read from its end
  for (std::string& path : paths) {
    const bool folder = fs::is_directory(fs::status(path, problem));
    waiting_.push_back({std::move(path), folder, {}});
  }
}

// A folder sorts as its name with a slash, so that the order is that of the whole paths.
void Walk::open_folder(const std::string& path) {
  std::error_code problem;
  std::vector<Entry> entries;
  fs::directory_iterator entry(path, problem), end;
  for (; !problem && entry != end; entry.increment(problem)) {
    const std::string name = entry->path().filename().string();
    if (name.empty() || name[0] == '.') continue;
    std::error_code unreadable;
    const bool folder = entry->is_directory(unreadable);
    if (folder && entry->is_symlink(unreadable)) continue;
    if (!folder && !unreadable && !entry->is_regular_file(unreadable) && !unreadable) continue;
    entries.push_back({entry->path().string(), folder, {}});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return (a.folder   ? b.folder ? b.path + '/' < a.path + '/' : b.path < a.path + '/'
            : b.folder ? b.path + '/' < a.path
                       : b.path < a.path);
  });
  waiting_.insert(waiting_.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
  if (problem) waiting_.push_back({path, false, problem.message()});
}

std::optional<std::uint64_t> stored_bytes(const std::vector<std::string>& inputs) {
  std::uint64_t sum = 0;
  Walk walk(inputs);
  while (auto file = walk.next()) {
    if (!*file) continue;
    std::error_code problem;
    if (**file == "-" || !fs::is_regular_file(**file, problem)) return std::nullopt;
    const std::uint64_t size = fs::file_size(**file, problem);
    if (!problem) sum += size;
  }
  return sum;
}

}  // namespace warta::ingest
