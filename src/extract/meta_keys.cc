#include "meta_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "base/utf8.h"
#include "plain_text.h"
#include "tables.h"

namespace warta::extract {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(MetaField::count_)> kFields{
    "title", "published", "updated", "author", "editor",   "outlet", "handle", "section",
    "tags",  "image",     "caption", "url",    "language", "kind",   "agency"};
constexpr std::size_t kLongestKey = 64, kFacts = 256;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

Result<MetaKeys> MetaKeys::load(const std::vector<std::string>& data_folders) {
  MetaKeys keys;
  for (const std::string& folder : data_folders) {
    const std::string path = folder + "/pages/metadata.tsv";
    std::error_code absent;
    if (std::filesystem::exists(path, absent)) WARTA_CHECK(keys.read(path));
  }
  return keys;
}

Result<void> MetaKeys::read(const std::string& path) {
  for (const TableRow& row : WARTA_TRY(read_table(path, 3))) {
    const auto wrong = [&](std::string_view note) {
      return tl::unexpected<Error>(Error{Why::bad_format, fmt::format("line {}: {}", row.line, note), path, 0, 0});
    };
    const auto field = std::find(kFields.begin(), kFields.end(), row.cells[0]);
    if (field == kFields.end()) return wrong("no such field: " + row.cells[0]);
    Entry entry{static_cast<MetaField>(field - kFields.begin()), 0};
    const std::string& number = row.cells[1];
    const auto [stop, problem] = std::from_chars(number.data(), number.data() + number.size(), entry.confidence);
    if (problem != std::errc{} || stop != number.data() + number.size() || entry.confidence > 1)
      return wrong("the confidence is no number from 0 to 1: " + number);
    for (std::string_view rest = row.cells[2]; !rest.empty();) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      const std::string key = utf8::lower(utf8::trim(rest.substr(0, bar)));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
      if (key.empty() || key == "*") return wrong("an empty key");
      if (key[0] == '*')
        endings_.emplace_back(key.substr(1), entry);
      else
        whole_.try_emplace(key, entry);
    }
  }
  return {};
}

const MetaKeys::Entry* MetaKeys::find(std::string_view key) const {
  if (key.empty() || key.size() > kLongestKey) return nullptr;
  const std::string folded = utf8::lower(key);
  if (const auto known = whole_.find(folded); known != whole_.end()) return &known->second;
  for (const auto& [ending, entry] : endings_)
    if (ends_with(folded, ending)) return &entry;
  return nullptr;
}

MetaField MetaKeys::field_of(std::string_view names) const {
  names = names.substr(0, 200);
  while (!names.empty()) {
    const std::size_t blank = std::min(names.find_first_of(" \t\n"), names.size());
    if (const Entry* entry = find(names.substr(0, blank))) return entry->field;
    names.remove_prefix(std::min(blank + 1, names.size()));
  }
  return MetaField::count_;
}

std::vector<MetaFact> MetaKeys::facts_of(const Page& page) const {
  std::vector<MetaFact> facts;
  for (const Meta& meta : page.metas) {
    const Entry* entry = find(meta.key);
    if (!entry || facts.size() >= kFacts) continue;
    if (std::string value = plain_text(meta.content); !value.empty())
      facts.push_back({entry->field, entry->confidence, std::move(value)});
  }
  std::stable_sort(facts.begin(), facts.end(),
                   [](const MetaFact& a, const MetaFact& b) { return a.confidence > b.confidence; });
  return facts;
}

}  // namespace warta::extract
