#include "countries.h"

#include <algorithm>
#include <filesystem>

#include "folders.h"
#include "lines.h"

namespace warta::codebook {
namespace {

constexpr std::string_view kFile = "actors/countries.tsv";

// The columns of the header: the code, then those of names ("en", "id"), then all others.
std::vector<std::string_view> columns_of(std::string_view text) {
  std::vector<std::string_view> columns;
  Lines lines(kFile, text);
  while (lines.next() && columns.empty())
    if (!lines.line().empty() && lines.line()[0] != '#') columns = split(lines.line(), '\t');
  const auto rank = [](std::string_view column) { return column == "code" ? 0 : column.size() == 2 ? 1 : 2; };
  std::stable_sort(columns.begin(), columns.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
  return columns;
}

}  // namespace

Result<std::vector<Country>> parse_countries(std::string_view file) {
  const std::vector<std::string_view> columns = columns_of(file);
  Table table = WARTA_TRY(Table::open(kFile, file, columns, 1));
  std::vector<Country> countries;
  while (WARTA_TRY(table.next())) {
    const std::string_view code = table.cell(0);
    auto country =
        std::find_if(countries.begin(), countries.end(), [&](const Country& known) { return known.code == code; });
    if (country == countries.end()) country = countries.insert(country, Country{std::string(code), {}});
    for (std::size_t i = 1; i < columns.size() && columns[i].size() == 2; ++i)
      for (const std::string_view name : split(table.cell(i), '|')) country->names.emplace_back(name);
  }
  return countries;
}

Result<std::vector<Country>> read_countries(const std::vector<std::string>& data_folders) {
  std::string path;
  std::error_code ignored;
  for (const std::string& folder : data_folders)
    if (const auto file = std::filesystem::path(folder) / kFile; std::filesystem::exists(file, ignored) || path.empty())
      path = file.string();
  const std::string text = WARTA_TRY(read_data_file(path));
  auto countries = parse_countries(text);
  if (!countries) countries.error().file = path;
  return countries;
}

}  // namespace warta::codebook
