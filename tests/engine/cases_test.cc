// Sentences and articles with the events they must give: tests/engine/cases/*.txt, whose README.md tells the keys.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "case_file.h"
#include "engine/engine.h"

namespace warta {
namespace {

using test::Case;

const engine::Engine& coder() {
  static const auto loaded = engine::Engine::load({WARTA_SOURCE_DIR "/data"}, {});
  if (!loaded) {
    ADD_FAILURE() << loaded.error().message();
    std::abort();
  }
  return *loaded;
}

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, begin)) {
    parts.push_back(test::strip(text.substr(begin, at - begin)));
    begin = at + 1;
  }
  parts.push_back(test::strip(text.substr(begin)));
  return parts;
}

std::string code_of(const std::optional<event::RowActor>& actor) {
  return actor && actor->code.known() ? actor->code.text() : "-";
}

std::string core_of(const event::Row& row) {
  return code_of(row.source) + " | " + std::string(codebook::name(row.code->root)) + " " + row.code->code + " | " +
         code_of(row.target) + " | " + std::string(event::name(row.status));
}

std::string counts_of(const event::Row& row) {
  std::string out;
  for (int c = 0; c < event::kCounts; ++c) {
    const auto& bounds = row.counts[static_cast<std::size_t>(c)];
    if (!bounds) continue;
    const auto bound = [](std::optional<std::int64_t> n) { return n ? std::to_string(*n) : std::string(); };
    out += (out.empty() ? "" : " ") + std::string(event::name(static_cast<event::Count>(c))) + " " +
           bound(bounds->low) + ".." + bound(bounds->high);
  }
  return out.empty() ? "-" : out;
}

// The fields that a case may ask for beyond the core: as text, "-" for absent.
std::map<std::string, std::string> fields_of(const event::Row& row) {
  return {{"by", row.attribution ? row.attribution->words.text : "-"},
          {"date", row.date && row.date->basis != event::DateBasis::publication ? iso(row.date->days) : "-"},
          {"place", row.place ? row.place->text : "-"},
          {"mode", row.mode.value_or("-")},
          {"counts", counts_of(row)},
          {"source", row.source ? row.source->words.text : "-"},
          {"target", row.target ? row.target->words.text : "-"}};
}

// "KEN | ACCUSE 111 | UGA | reported | by the army | date 2024-05-13"
bool fits(const std::string& expected, const event::Row& row) {
  const auto parts = split(expected, '|');
  if (parts.size() < 4 || core_of(row) != parts[0] + " | " + parts[1] + " | " + parts[2] + " | " + parts[3])
    return false;
  const auto fields = fields_of(row);
  return std::all_of(parts.begin() + 4, parts.end(), [&](const std::string& part) {
    const auto blank = part.find(' ');
    const auto found = fields.find(part.substr(0, blank));
    return found != fields.end() && found->second == test::strip(part.substr(blank));
  });
}

std::string told(const std::vector<event::Row>& rows) {
  std::string out;
  for (const event::Row& row : rows) {
    out += "  found     " + core_of(row);
    for (const auto& [key, value] : fields_of(row))
      if (value != "-") out += " | " + key + " " + value;
    out += "\n";
  }
  return out.empty() ? "  found nothing\n" : out;
}

ingest::Record record_of(const Case& item) {
  ingest::Record record;
  record.file = item.file;
  record.id = "case";
  for (const std::string& paragraph : item.all("text")) record.text += (record.text.empty() ? "" : "\n\n") + paragraph;
  record.language = item.get("language");
  record.date = item.get("published", "2024-05-15");
  return record;
}

// Empty when all is as the case says.
std::string check(const Case& item) {
  std::vector<event::Row> rows;
  std::string actors;
  std::vector<std::string> missing = item.all("actor");
  const auto done = coder().inspect(record_of(item), [&](const engine::Stages& stages) {
    rows = stages.rows;
    for (const mention::Mention& m : stages.mentions.actors) {
      const std::string actor =
          (m.code.known() ? m.code.text() : "-") + " | " + std::string(m.span.of(stages.article.text));
      missing.erase(std::remove(missing.begin(), missing.end(), actor), missing.end());
      actors += "  actor     " + actor + "\n";
    }
  });
  if (!done) return item.where() + "\n  refused: " + done.error().message() + "\n";
  std::vector<std::string> wanted = item.all("event");
  std::string problems;
  for (const event::Row& row : rows) {
    const auto at =
        std::find_if(wanted.begin(), wanted.end(), [&](const std::string& expected) { return fits(expected, row); });
    if (at != wanted.end())
      wanted.erase(at);
    else if (!item.all("event").empty() || !item.all("none").empty())
      problems += "  surplus   " + core_of(row) + "\n";
  }
  for (const std::string& expected : wanted) problems += "  missing   " + expected + "\n";
  for (const std::string& actor : missing) problems += "  no actor  " + actor + "\n" + actors;
  if (problems.empty()) return {};
  return item.where() + "\n  text      " + item.get("text") + "\n" + problems + told(rows);
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, GiveTheirEvents) {
  const auto cases = test::read_cases(WARTA_SOURCE_DIR "/tests/engine/cases/" + GetParam());
  ASSERT_FALSE(cases.empty()) << "no cases in " << GetParam();
  for (const Case& item : cases) {
    ASSERT_FALSE(item.get("language").empty()) << item.where() << ": no language";
    ASSERT_FALSE(item.all("event").empty() && item.all("actor").empty() && item.all("none").empty())
        << item.where() << ": asks for nothing";
    const std::string problems = check(item);
    EXPECT_TRUE(problems.empty()) << problems;
  }
}

std::vector<std::string> case_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(WARTA_SOURCE_DIR "/tests/engine/cases"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path().filename().string());
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(Engine, Cases, testing::ValuesIn(case_files()), [](const auto& param) {
  std::string name = param.param.substr(0, param.param.find('.'));
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-'; }, '_');
  return name;
});

}  // namespace
}  // namespace warta
