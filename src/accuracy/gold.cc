#include "accuracy/gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "gold_event.h"

namespace warta::accuracy {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kArticle = ".gold.json";

tl::unexpected<Error> bad(Error error, const std::string& path, std::uint64_t record) {
  error.file = path;
  error.record = record;
  return tl::unexpected<Error>(std::move(error));
}

tl::unexpected<Error> bad(std::string note, const std::string& path, std::uint64_t record) {
  return bad(Error{Why::bad_format, std::move(note), {}, 0, 0}, path, record);
}

Result<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (file) bytes << file.rdbuf();
  if (!file || fs::is_directory(path))
    return tl::unexpected<Error>(Error{Why::cannot_open, std::strerror(errno), path, 0, 0});
  return std::move(bytes).str();
}

std::vector<std::string_view> filled_lines(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) out.push_back(line);
  }
  return out;
}

Result<std::vector<GoldEvent>> events_of(const JsonObject& object) {
  const auto list = WARTA_TRY(array_of(object, "events"));
  if (!list) return fail(Why::bad_format, "no field \"events\"; a text without events has an empty list");
  std::vector<GoldEvent> out;
  for (const simdjson::dom::element value : *list) {
    JsonObject event;
    if (value.get(event) != simdjson::SUCCESS) return fail(Why::bad_format, "an item of \"events\" is no object");
    out.push_back(WARTA_TRY(parse_gold_event(event)));
  }
  return out;
}

// An article's text as `warta code` reads it: the file beside the gold.
Result<ingest::Record> record_beside(const std::string& path) {
  ingest::Reader reader({path});
  auto record = reader.next();
  if (!record) return tl::unexpected<Error>(Error{Why::missing_text, "an empty file", path, 0, 0});
  return std::move(*record);
}

Result<GoldText> read_article(const std::string& path) {
  const std::string json = WARTA_TRY(bytes_of(path));
  simdjson::dom::parser parser;
  const auto object = parse_object(parser, json);
  if (!object) return bad(object.error(), path, 0);
  auto events = events_of(*object);
  if (!events) return bad(std::move(events.error()), path, 0);
  const std::string stem = path.substr(0, path.size() - kArticle.size());
  return GoldText{fs::path(stem).filename().string(), GoldKind::article, record_beside(stem + ".txt"),
                  std::move(*events)};
}

// The records of {"doc", "type": "article" | "event"} lines; their texts stand beside the file as DOC.txt.
Result<std::vector<GoldText>> read_records(const std::string& path, const std::vector<std::string_view>& lines) {
  std::vector<GoldText> out;
  simdjson::dom::parser parser;
  const fs::path folder = fs::path(path).parent_path();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto object = parse_object(parser, lines[i]);
    if (!object) return bad(object.error(), path, i + 1);
    const auto doc = text_of(*object, "doc"), type = text_of(*object, "type");
    if (!doc || !type) return bad("\"doc\" or \"type\" is no string", path, i + 1);
    if (*doc && (out.empty() || out.back().id != **doc))
      out.push_back({**doc, GoldKind::article, record_beside((folder / (**doc + ".txt")).string()), {}});
    if (*type != "event") continue;
    if (out.empty()) return bad("an event before the first \"doc\"", path, i + 1);
    auto event = parse_gold_event(*object);
    if (!event) return bad(std::move(event.error()), path, i + 1);
    out.back().events.push_back(std::move(*event));
  }
  return out;
}

Result<std::vector<GoldText>> read_sentences(const std::string& path, const std::vector<std::string_view>& lines) {
  std::vector<GoldText> out;
  simdjson::dom::parser parser;
  std::set<std::string> seen;
  ingest::Reader reader({path});  // gives a record for each of these lines, in their order
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto object = parse_object(parser, lines[i]);
    if (!object) return bad(object.error(), path, i + 1);
    auto id = id_of(*object, "id");
    if (!id || !*id) return bad("no field \"id\"", path, i + 1);
    if (!seen.insert(**id).second) return bad("the id \"" + **id + "\" stands twice", path, i + 1);
    auto events = events_of(*object);
    if (!events) return bad(std::move(events.error()), path, i + 1);
    auto record = reader.next();
    if (!record) return bad("the file changed while it was read", path, i + 1);
    out.push_back({**id, GoldKind::sentence, std::move(*record), std::move(*events)});
  }
  return out;
}

Result<std::vector<GoldText>> read_lines(const std::string& path) {
  const std::string bytes = WARTA_TRY(bytes_of(path));
  const auto lines = filled_lines(bytes);
  if (lines.empty()) return bad("no gold: the file is empty", path, 0);
  simdjson::dom::parser parser;
  const auto first = parse_object(parser, lines.front());
  if (!first) return bad(first.error(), path, 1);
  return has(*first, "doc") && has(*first, "type") ? read_records(path, lines) : read_sentences(path, lines);
}

Result<std::vector<std::string>> articles_in(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(folder, problem))
    if (entry.path().string().ends_with(kArticle)) out.push_back(entry.path().string());
  if (out.empty()) return bad("no NAME.gold.json in this folder", folder, 0);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Result<std::vector<GoldText>> read_gold(const std::vector<std::string>& paths) {
  std::vector<GoldText> out;
  for (const std::string& path : paths) {
    std::vector<std::string> files{path};
    if (fs::is_directory(path)) files = WARTA_TRY(articles_in(path));
    for (const std::string& file : files) {
      if (file.ends_with(kArticle)) {
        out.push_back(WARTA_TRY(read_article(file)));
        continue;
      }
      for (GoldText& text : WARTA_TRY(read_lines(file))) out.push_back(std::move(text));
    }
  }
  return out;
}

Result<void> read_constructions(const std::string& path, Constructions& into) {
  const std::string bytes = WARTA_TRY(bytes_of(path));
  const auto lines = filled_lines(bytes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return bad("no tab between id and constructions", path, i + 1);
    std::string_view names = line.substr(tab + 1);
    if (i == 0 && line.substr(0, tab) == "id") continue;
    auto& list = into[std::string(line.substr(0, tab))];
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(','));
      names.remove_prefix(std::min(name.size() + 1, names.size()));
      if (!name.empty()) list.emplace_back(name);
    }
  }
  return {};
}

}  // namespace warta::accuracy
