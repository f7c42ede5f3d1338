// Role words (roles.tsv) and time words (time.tsv) of one language. Tests: tests/codebook/roles_test.cc
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "actors.h"
#include "inflector.h"
#include "lexicon.h"
#include "lines.h"

namespace warta::codebook {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 7> kRoleKinds{"title", "body", "people", "part", "former", "thing", "counted"};
constexpr std::array<std::string_view, 22> kTimeKinds{
    "weekday", "month", "zone", "part", "relative_day", "relative_week", "relative_month", "relative_year",
    "unit",    "ago",   "next", "last", "current",      "since",         "until",          "era",
    "in",      "early", "mid",  "late", "told_day",     "before"};

std::optional<RoleKind> parse_role_kind(std::string_view name) {
  const auto at = std::find(kRoleKinds.begin(), kRoleKinds.end(), name);
  if (at == kRoleKinds.end()) return std::nullopt;
  return static_cast<RoleKind>(at - kRoleKinds.begin());
}

bool same(const Role& a, const Role& b) { return a.kind == b.kind && a.sector == b.sector; }

// "+07:00" in minutes.
std::optional<int> zone_minutes(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = number<int>(text.substr(1, 2)), minutes = number<int>(text.substr(4, 2));
  if (!hours || !minutes || *hours < 0 || *hours > 14 || *minutes < 0 || *minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

std::optional<int> unit_days(std::string_view text) {
  if (text == "day") return 1;
  if (text == "week") return 7;
  if (text == "month") return 30;
  if (text == "year") return 365;
  return number<int>(text);
}

std::optional<int> time_value(TimeKind kind, std::string_view text) {
  if (kind == TimeKind::zone) return zone_minutes(text);
  if (kind == TimeKind::unit) return unit_days(text);
  const auto value = text.empty() ? std::optional<int>(0) : number<int>(text);
  if (!value) return std::nullopt;
  if (kind == TimeKind::weekday && (*value < 1 || *value > 7)) return std::nullopt;
  if (kind == TimeKind::month && (*value < 1 || *value > 12)) return std::nullopt;
  return value;
}

class RoleReader {
 public:
  explicit RoleReader(const Morphology& morphology) : inflector_(morphology) {}

  Result<RoleBook> run(std::string_view file) {
    Table table = WARTA_TRY(Table::open("roles.tsv", file, {"sector", "kind", "words"}, 3));
    std::vector<std::pair<std::string_view, Role>> rows;
    while (WARTA_TRY(table.next())) {
      const Role role = WARTA_TRY(read_role(table));
      for (const std::string_view phrase : split(table.cell(2), '|')) {
        WARTA_CHECK(add_written(table, phrase, role));
        rows.push_back({phrase, role});
      }
    }
    for (const auto& [phrase, role] : rows) add_forms(phrase, role);  // a word as written wins over a form of another
    return std::move(out_);
  }

 private:
  static Result<Role> read_role(const Table& table) {
    const auto kind = parse_role_kind(table.cell(1));
    if (!kind) return table.wrong(fmt::format("no kind: \"{}\"; known: {}", table.cell(1), fmt::join(kRoleKinds, " ")));
    Role role{*kind, std::nullopt};
    if (!table.cell(0).empty()) {
      role.sector = parse_sector(table.cell(0));
      if (!role.sector) return table.wrong(fmt::format("no sector: \"{}\"", table.cell(0)));
    }
    const bool bare = *kind == RoleKind::part || *kind == RoleKind::former;
    if (!bare && !role.sector) return table.wrong(fmt::format("a {} has a sector", table.cell(1)));
    if (table.cell(2).empty()) return table.wrong("a row without words");
    return role;
  }

  Result<void> add_written(const Table& table, std::string_view phrase, const Role& role) {
    bool clash = false;
    folded_.each(phrase, [&](const auto& words) {
      const std::size_t before = out_.phrases.size();
      Role& at = out_.phrases.at(words, case_of(phrase));
      clash = clash || (out_.phrases.size() == before && !same(at, role));
      at = role;
    });
    if (clash) return table.wrong(fmt::format("\"{}\" stands above already, with another sector or kind", phrase));
    return {};
  }

  void add_forms(std::string_view phrase, const Role& role) {
    const Case needs = case_of(phrase);
    inflector_.each(WordClass::noun, phrase, [&](const auto& keys, Feature) {
      const std::size_t before = out_.phrases.size();
      Role& at = out_.phrases.at(keys, needs == Case::capitals ? Case::capitalised : needs);  // "MPs"
      if (out_.phrases.size() != before) at = role;
    });
  }

  Inflector inflector_;
  RoleBook out_;
  Folded folded_;
};

}  // namespace

Result<RoleBook> RoleBook::read(std::string_view file, const Morphology& morphology) {
  return RoleReader(morphology).run(file);
}

std::optional<TimeKind> parse_time_kind(std::string_view name) {
  const auto at = std::find(kTimeKinds.begin(), kTimeKinds.end(), name);
  if (at == kTimeKinds.end()) return std::nullopt;
  return static_cast<TimeKind>(at - kTimeKinds.begin());
}

Result<TimeWords> TimeWords::read(std::string_view file) {
  Table table = WARTA_TRY(Table::open("time.tsv", file, {"kind", "value", "words"}, 3));
  TimeWords out;
  Folded folded;
  while (WARTA_TRY(table.next())) {
    const auto kind = parse_time_kind(table.cell(0));
    if (!kind) return table.wrong(fmt::format("no kind of time word: \"{}\"", table.cell(0)));
    const auto value = time_value(*kind, table.cell(1));
    if (!value) return table.wrong(fmt::format("no value for {}: \"{}\"", table.cell(0), table.cell(1)));
    if (table.cell(2).empty()) return table.wrong("a row without words");
    for (const std::string_view phrase : split(table.cell(2), '|')) {
      folded.each(phrase, [&](const auto& lemmas) {
        out.words.at(lemmas, case_of(phrase)).push_back({*kind, *value});
      });
    }
  }
  return out;
}

}  // namespace warta::codebook
