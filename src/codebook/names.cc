// Reads data/actors/*.tsv into the NameBook of one language. Tests: tests/codebook/actors_test.cc
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

#include "actors.h"
#include "lines.h"

namespace warta::codebook {
namespace {

struct Dates {
  std::optional<Day> since, until;
};

Result<Dates> read_dates(const Table& table, std::size_t since, std::size_t until) {
  Dates dates;
  for (const bool first : {true, false}) {
    const std::string_view cell = table.cell(first ? since : until);
    if (cell.empty()) continue;
    const auto day = cell.size() == 10 ? parse_iso_day(cell) : std::nullopt;
    if (!day) return table.wrong(fmt::format("a day is written 2021-01-20, not \"{}\"", cell));
    (first ? dates.since : dates.until) = day;
  }
  if (dates.since && dates.until && *dates.since >= *dates.until) return table.wrong("`until` is not after `since`");
  return dates;
}

}  // namespace

class NameReader {
 public:
  explicit NameReader(std::string_view language) : language_(language) {}

  Result<void> run(const NameBook::Files& files) {
    out_.phrases_.reserve((files.countries.size() + files.organisations.size() + files.groups.size() +
                           files.companies.size() + files.persons.size()) /
                          kBytesPerName);
    WARTA_CHECK(read_countries(files.countries));
    WARTA_CHECK(read_actors("organisations.tsv", files.organisations, ActorKind::organisation));
    WARTA_CHECK(read_actors("groups.tsv", files.groups, ActorKind::group));
    WARTA_CHECK(read_actors("companies.tsv", files.companies, ActorKind::company));
    WARTA_CHECK(read_actors("persons.tsv", files.persons, ActorKind::person));
    // Seats and bynames give way to whoever bears that name himself, names of other languages to all of this one's.
    add_later();
    give_roles();
    retire();
    give_roles();
    return {};
  }
  NameBook take() { return std::move(out_); }

 private:
  static constexpr std::size_t kBytesPerName = 24;  // of a file, roughly

  struct Later {
    std::string_view names;
    NameBook::Entry entry;
    bool foreign;
  };

  Result<void> read_countries(std::string_view text) {
    // Each language has four columns; a language without columns uses the English ones.
    std::vector<std::string_view> columns{"code", "since", "until", "note"};
    constexpr std::size_t kFirst = 4, kEach = 4;
    const std::array<std::string, 8> names{
        "en",      "en_demonym",           "en_seat",           "en_epithet",
        language_, language_ + "_demonym", language_ + "_seat", language_ + "_epithet"};
    const std::size_t own = language_ == "en" ? kFirst : kFirst + kEach;
    for (std::size_t i = 0; i < (language_ == "en" ? kEach : 2 * kEach); ++i) columns.push_back(names[i]);
    const std::vector<std::string> others = other_columns(text, columns);
    for (const std::string& other : others) columns.push_back(other);
    Table table = WARTA_TRY(Table::open("countries.tsv", text, columns, 1));
    while (WARTA_TRY(table.next())) {
      const std::string_view code_text = table.cell(0);
      const auto code = ActorCode::parse(code_text);
      if (!code || code->from().empty())
        return table.wrong(fmt::format("a country's code is ISO 3166-1 alpha-3, not \"{}\"", code_text));
      countries_.emplace_back(code->from());
      const Dates dates = WARTA_TRY(read_dates(table, 1, 2));
      std::string_view own_names = table.cell(own);
      if (own_names.empty()) own_names = table.cell(kFirst);
      if (own_names.empty()) return table.wrong("a country without a name");
      const std::string_view canonical = trim(table.cell(kFirst).empty() ? own_names : table.cell(kFirst));
      const std::uint32_t actor = actor_named(canonical.substr(0, canonical.find('|')), ActorKind::country);
      roles_.push_back({actor, {*code, dates.since, dates.until}});
      add_names(own_names, {actor, ActorKind::country});
      add_names(table.cell(own + 1), {actor, ActorKind::demonym});
      const std::string_view seats = table.cell(own + 2).empty() ? table.cell(kFirst + 2) : table.cell(own + 2);
      later_.push_back({seats, {actor, ActorKind::seat}, false});
      later_.push_back({table.cell(own + 3), {actor, ActorKind::epithet}, false});
    }
    std::sort(countries_.begin(), countries_.end());
    return {};
  }

  // Columns of further languages, which this language's book passes over: "fr", "fr_seat".
  static std::vector<std::string> other_columns(std::string_view text, const std::vector<std::string_view>& known) {
    std::vector<std::string> out;
    Lines lines("", text);
    while (lines.next()) {
      if (lines.line().empty() || lines.line()[0] == '#') continue;
      for (const std::string_view cell : split(lines.line(), '\t')) {
        const std::string_view language = cell.substr(0, cell.find('_'));
        if (language.size() == 2 && std::find(known.begin(), known.end(), cell) == known.end()) out.emplace_back(cell);
      }
      break;
    }
    return out;
  }

  Result<void> read_actors(std::string_view file, std::string_view text, ActorKind kind) {
    std::vector<std::string_view> columns{"code", "name", "since", "until", "note", "any", language_};
    constexpr std::size_t kAny = 5, kOwn = 6, kOthers = 7;
    const std::vector<std::string> others = other_columns(text, columns);
    for (const std::string& other : others) columns.push_back(other);
    Table table = WARTA_TRY(Table::open(file, text, columns, 2));
    by_name_ = {};
    while (WARTA_TRY(table.next())) {
      const auto code = WARTA_TRY(read_code(table));
      const Dates dates = WARTA_TRY(read_dates(table, 2, 3));
      if (table.cell(1).empty()) return table.wrong("an actor without a name");
      const std::uint32_t actor = actor_named(table.cell(1), kind);
      roles_.push_back({actor, {code, dates.since, dates.until}});
      const NameBook::Entry entry{actor, kind};
      add_names(table.cell(1), entry);
      add_names(table.cell(kAny), entry);
      add_names(table.cell(kOwn), entry);
      for (std::size_t i = kOthers; i < columns.size(); ++i) later_.push_back({table.cell(i), entry, true});
    }
    return {};
  }

  // A thousand codes are written twenty thousand times.
  Result<ActorCode> read_code(const Table& table) {
    const auto [at, fresh] = codes_.try_emplace(table.cell(0));
    if (!fresh) return at->second;
    const auto code = ActorCode::parse(table.cell(0));
    if (!code)
      return table.wrong(
          fmt::format("no actor code: \"{}\" (a country or IGO, NGO, MNC, IMG, then sectors)", table.cell(0)));
    const bool known = code->from().empty() || code->international() ||
                       std::binary_search(countries_.begin(), countries_.end(), code->from());
    if (!known && !countries_.empty()) return table.wrong(fmt::format("countries.tsv has no country {}", code->from()));
    return at->second = *code;
  }

  std::uint32_t actor_named(std::string_view name, ActorKind kind) {
    name = trim(name);
    const std::uint64_t key = chain(0, name);
    std::uint32_t& at = by_name_.at_keys(&key, 1, Case::any);  // 1 + its index; 0: new
    if (at == 0) {
      out_.actors_.push_back({name, kind, {}});
      at = static_cast<std::uint32_t>(out_.actors_.size());
    }
    return at - 1;
  }

  void add_names(std::string_view names, NameBook::Entry entry) {
    while (!names.empty()) {
      const std::size_t end = std::min(names.find('|'), names.size());
      add_name(trim(names.substr(0, end)), entry);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }

  // The first one to bear a name keeps it: rows stand in order of weight.
  void add_name(std::string_view name, NameBook::Entry entry) {
    folded_.each(name, [&](const auto& words) {
      const std::size_t before = out_.phrases_.size();
      NameBook::Entry& at = out_.phrases_.at(words, case_of(name));
      if (out_.phrases_.size() != before) at = entry;
    });
  }

  void add_later() {
    for (const bool foreign : {false, true})
      for (const Later& later : later_) {
        if (later.foreign != foreign) continue;
        if (!foreign)
          add_names(later.names, later.entry);
        else
          for (const std::string_view name :
               split(later.names, '|'))  // a single word may be another one in this language
            if (name.find(' ') != std::string_view::npos) add_name(name, later.entry);
      }
  }

  // Who held office and holds none is of the elite (CODEBOOK.md, sectors: ELI).
  void retire() {
    for (Actor& actor : out_.actors_) {
      if (actor.kind != ActorKind::person) continue;
      const ActorRole* last = &actor.roles.front();
      bool open = false;
      for (const ActorRole& role : actor.roles) {
        open = open || !role.until;
        if (role.until && last->until && *role.until > *last->until) last = &role;
      }
      if (!open)
        roles_.push_back({static_cast<std::uint32_t>(&actor - out_.actors_.data()),
                          {last->code.only(Sector::ELI), last->until, std::nullopt}});
    }
  }

  // All roles into one array, each actor's together and in their order.
  void give_roles() {
    std::vector<std::uint32_t> first(out_.actors_.size() + 1, 0);
    for (const auto& [actor, role] : roles_) ++first[actor + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    out_.roles_.resize(roles_.size());
    for (std::size_t i = 0; i < out_.actors_.size(); ++i)
      out_.actors_[i].roles = {out_.roles_.data() + first[i], first[i + 1] - first[i]};
    for (const auto& [actor, role] : roles_) out_.roles_[first[actor]++] = role;
  }

  std::string language_;
  NameBook out_;
  std::vector<std::string> countries_;
  std::unordered_map<std::string_view, ActorCode> codes_;  // those that are read already
  Phrases<std::uint32_t> by_name_;
  std::vector<std::pair<std::uint32_t, ActorRole>> roles_;  // with the index of their actor, in the order of the files
  std::vector<Later> later_;
  Folded folded_;
};

Result<NameBook> NameBook::read(const Files& files, std::string_view language) {
  NameReader reader(language);
  WARTA_CHECK(reader.run(files));
  return reader.take();
}

}  // namespace warta::codebook
