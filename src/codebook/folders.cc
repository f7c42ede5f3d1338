#include "folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <thread>

#include "base/hash.h"
#include "base/utf8.h"
#include "lines.h"

namespace warta::codebook {
namespace {

namespace fs = std::filesystem;
using Paths = std::map<std::string, std::string>;  // name -> path

constexpr std::array<std::string_view, 5> kOntology{"roots.tsv", "modes.tsv", "cameo.tsv", "compose.tsv",
                                                    "contexts.tsv"};
constexpr std::array<std::string_view, 5> kActors{"countries.tsv", "organisations.tsv", "groups.tsv", "companies.tsv",
                                                  "persons.tsv"};
constexpr std::array<std::string_view, 6> kLanguage{"lexicon.txt", "classes.txt", "morphology.tsv",
                                                    "time.tsv",    "roles.tsv",   "contexts.tsv"};
constexpr std::array<std::string_view, 4> kRequired{"ontology/roots.tsv", "ontology/modes.tsv", "ontology/cameo.tsv",
                                                    "actors/countries.tsv"};

tl::unexpected<Error> cannot(Why why, std::string note, const std::string& path) {
  return tl::unexpected<Error>(Error{why, std::move(note), path, 0, 0});
}

// Names in a folder; a folder that is not there has none.
Result<std::vector<std::string>> names_in(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) return out;
  fs::directory_iterator at(folder, problem);
  for (; !problem && at != fs::directory_iterator(); at.increment(problem))
    out.push_back(at->path().filename().string());
  if (problem) return cannot(Why::cannot_open, problem.message(), folder.string());
  return out;
}

bool ends_with(std::string_view name, std::string_view end) {
  return name.size() > end.size() && name.substr(name.size() - end.size()) == end && name[0] != '.';
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// All .tsv files of a folder; where the names are settled, another one is a slip of the pen.
template <std::size_t N>
Result<void> add_tables(const fs::path& root, std::string_view folder, const std::array<std::string_view, N>& known,
                        Paths& out) {
  for (const std::string& name : WARTA_TRY(names_in(root / folder))) {
    if (!ends_with(name, ".tsv")) continue;
    if (N != 0 && !one_of(known, name))
      return cannot(Why::bad_format,
                    fmt::format("no file of that name is read; {}/ may hold {}", folder, fmt::join(known, " ")),
                    (root / folder / name).string());
    out[fmt::format("{}/{}", folder, name)] = (root / folder / name).string();
  }
  return {};
}

Result<void> add_languages(const fs::path& root, Paths& out) {
  for (const std::string& language : WARTA_TRY(names_in(root / "lang"))) {
    const fs::path folder = root / "lang" / language;
    for (const std::string& name : WARTA_TRY(names_in(folder)))
      if (one_of(kLanguage, name)) out[fmt::format("lang/{}/{}", language, name)] = (folder / name).string();
    for (const std::string& name : WARTA_TRY(names_in(folder / "frames")))
      if (ends_with(name, ".txt"))
        out[fmt::format("lang/{}/frames/{}", language, name)] = (folder / "frames" / name).string();
  }
  return {};
}

Result<void> add_folder(const std::string& folder, Paths& out) {
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) return cannot(Why::cannot_open, "no such folder of data", folder);
  WARTA_CHECK(add_tables(folder, "ontology", kOntology, out));
  WARTA_CHECK(add_tables(folder, "actors", kActors, out));
  WARTA_CHECK(add_tables(folder, "places", std::array<std::string_view, 0>{}, out));
  return add_languages(folder, out);
}

Result<void> check_utf8(std::string_view text, const std::string& path) {
  const auto bad = utf8::first_invalid(text);
  if (!bad) return {};
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
  return wrong(path, static_cast<std::uint64_t>(line), "not UTF-8");
}

// All of them, two at a time; of several failures the first one in the order of the names.
Result<void> read_all(std::vector<DataFiles::File>& files) {
  std::vector<std::optional<Error>> errors(files.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      auto text = read_data_file(files[i].path);
      if (text)
        files[i].text = std::move(*text);
      else
        errors[i] = std::move(text.error());
    }
  };
  {
    const std::jthread other(work);
    work();
  }
  for (auto& error : errors)
    if (error) return tl::unexpected<Error>(std::move(*error));
  return {};
}

}  // namespace

Result<std::string> read_data_file(const std::string& path) {
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return cannot(Why::cannot_open, "", path);
  std::error_code problem;
  const auto size = fs::file_size(path, problem);
  if (problem) return cannot(Why::read_failed, problem.message(), path);
  std::string text(size, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  if (std::ferror(file.get()) != 0) return cannot(Why::read_failed, "", path);
  WARTA_CHECK(check_utf8(text, path));
  return text;
}

Result<DataFiles> DataFiles::read(const std::vector<std::string>& folders) {
  Paths paths;
  for (const std::string& folder : folders) WARTA_CHECK(add_folder(folder, paths));
  DataFiles out;
  out.files_.reserve(paths.size());
  for (const auto& [name, path] : paths) out.files_.push_back(File{name, path, {}});
  WARTA_CHECK(read_all(out.files_));
  for (const std::string_view name : kRequired)
    if (!out.has(name))
      return cannot(Why::cannot_open, fmt::format("no folder of data has {}", name),
                    folders.empty() ? "" : folders.front());
  if (out.languages().empty())
    return cannot(Why::cannot_open, "no folder of data has a language (lang/LANGUAGE/lexicon.txt)", folders.front());
  return out;
}

const DataFiles::File* DataFiles::find(std::string_view name) const {
  const auto at = std::lower_bound(files_.begin(), files_.end(), name,
                                   [](const File& file, std::string_view n) { return file.name < n; });
  return at != files_.end() && at->name == name ? &*at : nullptr;
}

std::string_view DataFiles::text(std::string_view name) const {
  const File* file = find(name);
  return file ? std::string_view(file->text) : std::string_view{};
}

std::vector<DataFiles::File*> DataFiles::in(std::string_view folder) {
  std::vector<File*> out;
  for (File& file : files_)
    if (file.name.size() > folder.size() && std::string_view(file.name).substr(0, folder.size()) == folder)
      out.push_back(&file);
  return out;
}

std::vector<std::string> DataFiles::languages() const {
  std::vector<std::string> out;
  constexpr std::string_view kBefore = "lang/", kAfter = "/lexicon.txt";
  for (const File& file : files_)
    if (file.name.substr(0, kBefore.size()) == kBefore && ends_with(file.name, kAfter))
      out.push_back(file.name.substr(kBefore.size(), file.name.size() - kBefore.size() - kAfter.size()));
  return out;
}

std::uint64_t DataFiles::fingerprint() const {
  Hasher hasher;
  for (const File& file : files_) hasher.add(file.name).add(file.text);
  return hasher.value();
}

Error DataFiles::located(Error error, std::string_view folder) const {
  if (const File* file = find(fmt::format("{}{}", folder, error.file))) error.file = file->path;
  return error;
}

}  // namespace warta::codebook
