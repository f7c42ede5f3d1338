// The steps of coding, in their order.
#include <algorithm>

#include "acts.h"
#include "domain.h"
#include "emit.h"
#include "inherit.h"

namespace warta::event {
namespace {

constexpr std::array<std::string_view, 7> kStatuses{"reported",  "alleged",      "denied",    "planned",
                                                    "requested", "hypothetical", "historical"};
constexpr std::array<std::string_view, 5> kBases{"", "text", "relative", "dateline", "publication"};
constexpr std::array<std::string_view, kCounts> kCountNames{"killed", "injured", "arrested", "displaced",
                                                            "participants"};

}  // namespace

std::string_view name(Status status) { return kStatuses[static_cast<std::size_t>(status)]; }
std::string_view name(DateBasis basis) { return kBases[static_cast<std::size_t>(basis)]; }
std::string_view name(Count count) { return kCountNames[static_cast<std::size_t>(count)]; }

std::optional<Status> parse_status(std::string_view word) {
  for (std::size_t i = 0; i < kStatuses.size(); ++i)
    if (kStatuses[i] == word) return static_cast<Status>(i);
  return std::nullopt;
}

std::vector<Event> find_events(const extract::Article& article, const syntax::Document& document,
                               const mention::Mentions& mentions, const codebook::Codebook& codebook,
                               const codebook::Language& language, Arena& arena, Ledger& ledger, Trace* trace) {
  const Text text(article, document, mentions, codebook, language, arena);
  const FoundActs found = find_acts(text);
  const Acts acts = found.all();
  const auto& list = found.list;
  const auto standings = standings_of(text, acts);
  const auto coded = code_acts(text, acts, standings);
  const auto dates = find_dates(text);
  const auto foreign = foreign_domains(text);
  Emitter emitter(text, acts, standings, coded, dates, ledger, trace);
  const auto denials = bare_denials(text, acts.at);
  const auto has_own_act = [&](std::uint32_t token) {
    return std::any_of(standings.begin(), standings.end(),
                       [&](const Standing& s) { return s.denied && s.denier == token; });
  };
  auto denial = denials.begin();
  const auto deny_before = [&](std::uint32_t token) {
    for (; denial != denials.end() && *denial < token; ++denial)
      if (!has_own_act(*denial)) emitter.emit_denial(*denial);
  };
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    deny_before(list[i].predicate->first);
    emitter.emit(i, foreign[list[i].predicate->sentence]);
  }
  deny_before(kNone);
  std::vector<Event> events = emitter.take();
  ledger.keep_event(events.size());
  inherit_dates(events);
  return events;
}

}  // namespace warta::event
