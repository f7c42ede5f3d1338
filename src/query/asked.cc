#include "asked.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/utf8.h"
#include "nearest.h"

namespace warta::query {
namespace {

using codebook::ActorCode;

constexpr int kRoots = static_cast<int>(codebook::Root::ASSAULT);
constexpr int kStatuses = static_cast<int>(event::Status::historical) + 1;
constexpr std::string_view kEverything = "all";

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  for (bool more = true; more;) {
    const std::size_t end = text.find(mark);
    more = end != std::string_view::npos;
    if (const std::string_view part = utf8::trim(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    text.remove_prefix(more ? end + 1 : text.size());
  }
  return parts;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::string advice(const std::vector<std::string>& near) {
  return near.empty() ? std::string() : fmt::format("; near it: {}", fmt::join(near, ", "));
}

// Who is meant by a country's name or an actor's code.
class Countries {
 public:
  explicit Countries(const std::vector<codebook::Country>& countries) : countries_(countries) {}

  std::optional<ActorCode> named(std::string_view name) const {
    const std::string folded = utf8::lower(name);
    for (const codebook::Country& country : countries_)
      for (const std::string& known : country.names)
        if (utf8::lower(known) == folded) return ActorCode::parse(country.code);
    return std::nullopt;
  }

  bool known(const ActorCode& code) const {
    return code.from().empty() || code.international() ||
           std::any_of(countries_.begin(), countries_.end(), [&](const auto& c) { return c.code == code.from(); });
  }

  // "RUS (Russia)", for a slip in a name or a code.
  std::vector<std::string> near(std::string_view word) const {
    std::vector<std::string> names, shown;
    for (const codebook::Country& country : countries_) {
      if (country.code.size() == 3) names.push_back(country.code);
      names.insert(names.end(), country.names.begin(), country.names.end());
    }
    for (const std::string& name : nearest(word, names)) {
      const auto of = std::find_if(countries_.begin(), countries_.end(), [&](const codebook::Country& c) {
        return c.code == name || std::find(c.names.begin(), c.names.end(), name) != c.names.end();
      });
      const std::string& other = of->code == name && !of->names.empty() ? of->names.front() : of->code;
      shown.push_back(fmt::format("{} ({})", name, other));
    }
    return shown;
  }

 private:
  const std::vector<codebook::Country>& countries_;
};

// A name may be followed by sectors: "Russia GOV".
std::optional<ActorCode> parse_actor(std::string_view text, const Countries& countries) {
  if (const auto code = ActorCode::parse(upper(text)); code && countries.known(*code)) return code;
  if (const auto code = countries.named(text)) return code;
  const std::size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto sector = codebook::parse_sector(upper(text.substr(blank + 1)));
  const auto before = sector ? parse_actor(utf8::trim(text.substr(0, blank)), countries) : std::nullopt;
  if (!before || before->has(*sector)) return std::nullopt;
  return before->with(*sector);
}

Result<std::optional<ActorCode>> actor(std::string_view option, std::string_view text, const Countries& countries) {
  text = utf8::trim(text);
  if (text.empty()) return std::optional<ActorCode>();
  if (const auto code = parse_actor(text, countries)) return code;
  return fail(Why::bad_usage, fmt::format("--{} wants a country or a code such as RUS or RUS GOV, and '{}' is none{}",
                                          option, text, advice(countries.near(text.substr(0, text.find(' '))))));
}

Result<std::vector<codebook::Root>> roots(std::string_view text) {
  std::vector<std::string> known;
  known.reserve(kRoots);
  for (int i = 1; i <= kRoots; ++i) known.emplace_back(codebook::name(static_cast<codebook::Root>(i)));
  std::vector<codebook::Root> out;
  for (const std::string& word : split(text, ',')) {
    const auto root = codebook::parse_root(upper(word));
    if (!root || *root == codebook::Root::none) {
      const auto near = nearest(word, known);
      return fail(Why::bad_usage,
                  fmt::format("--root wants a root of PLOVER, and '{}' is none; {}: {}", word,
                              near.empty() ? "there are" : "near it", fmt::join(near.empty() ? known : near, ", ")));
    }
    out.push_back(*root);
  }
  return out;
}

Result<std::vector<event::Status>> statuses(std::string_view text, const std::vector<event::Status>& usual) {
  if (utf8::lower(text) == kEverything) return std::vector<event::Status>();
  std::vector<std::string> known;
  known.reserve(kStatuses + 1);
  for (int i = 0; i < kStatuses; ++i) known.emplace_back(event::name(static_cast<event::Status>(i)));
  known.emplace_back(kEverything);
  std::vector<event::Status> out;
  for (const std::string& word : split(text, ',')) {
    const auto status = event::parse_status(utf8::lower(word));
    if (!status) return fail(Why::bad_usage, fmt::format("--status '{}' is none of {}", word, fmt::join(known, ", ")));
    out.push_back(*status);
  }
  return out.empty() ? usual : out;
}

// A day, a month or a year, of which --since means the first day and --until the last.
std::optional<Interval> days(std::string_view text) {
  if (const auto day = text.size() == 10 ? parse_iso_day(text) : std::nullopt) return single(*day);
  if (text.size() != 4 && text.size() != 7) return std::nullopt;
  const auto first = parse_iso_day(std::string(text) + (text.size() == 4 ? "-01-01" : "-01"));
  if (!first) return std::nullopt;
  const std::chrono::year_month_day date(*first);
  if (text.size() == 4) return year(static_cast<int>(date.year()));
  return month(static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
}

Result<std::optional<Interval>> days(std::string_view option, std::string_view text) {
  if (text.empty()) return std::optional<Interval>();
  const auto found = days(text);
  if (!found)
    return fail(Why::bad_usage, fmt::format("--{} wants YYYY-MM-DD, YYYY-MM or YYYY and got '{}'", option, text));
  return found;
}

}  // namespace

Result<Filter> understand(const Asked& asked, const std::vector<codebook::Country>& known,
                          const std::vector<event::Status>& usual) {
  const Countries countries(known);
  Filter filter;
  filter.source = WARTA_TRY(actor("source", asked.source, countries));
  filter.target = WARTA_TRY(actor("target", asked.target, countries));
  filter.actor = WARTA_TRY(actor("actor", asked.actor, countries));
  filter.roots = WARTA_TRY(roots(asked.root));
  filter.statuses = WARTA_TRY(statuses(asked.status, usual));
  if (const auto place = utf8::trim(asked.place); !place.empty()) {
    const auto code = parse_actor(place, countries);
    if (code && !code->has_sector() && !code->international())
      filter.place_country = code->text();
    else
      filter.place_words = utf8::lower(place);
  }
  const auto since = WARTA_TRY(days("since", asked.since));
  const auto until = WARTA_TRY(days("until", asked.until));
  if (since) filter.since = since->first;
  if (until) filter.until = until->last;
  if (filter.since && filter.until && *filter.since > *filter.until)
    return fail(Why::bad_usage, fmt::format("--since {} is after --until {}", asked.since, asked.until));
  for (const std::string& word : split(asked.text, ' ')) filter.words.push_back(utf8::lower(word));
  return filter;
}

}  // namespace warta::query
