// The steps of coding, in their order.
#include <algorithm>

#include "arguments.h"
#include "domain.h"
#include "emit.h"
#include "triggers.h"

namespace warta::event {
namespace {

constexpr std::array<std::string_view, 7> kStatuses{"reported",  "alleged",      "denied",    "planned",
                                                    "requested", "hypothetical", "historical"};
constexpr std::array<std::string_view, 5> kBases{"", "text", "relative", "dateline", "publication"};
constexpr std::array<std::string_view, kCounts> kCountNames{"killed", "injured", "arrested", "displaced",
                                                            "participants"};

// The act that begins at a token: of several triggers there the longest whose frame holds.
std::optional<Act> act_at(const Text& text, std::uint32_t sentence, std::uint32_t token) {
  for (Predicate& predicate : triggers_at(text, sentence, token)) {
    find_arguments(text, predicate);
    const auto kept = text.arena.array<Predicate>(1);
    kept.front() = predicate;
    if (auto act = match(text, kept.front())) return act;
  }
  return std::nullopt;
}

std::pmr::vector<Act> find_acts(const Text& text) {
  std::pmr::vector<Act> acts(&text.arena);
  for (std::uint32_t s = 0; s < text.document.sentences.size(); ++s) {
    const syntax::Sentence& sentence = text.document.sentences[s];
    if (!sentence.parsed) continue;
    for (std::uint32_t t = sentence.first; t < sentence.last;) {
      const auto act = act_at(text, s, t);
      t = act ? act->predicate->last : t + 1;
      if (act) acts.push_back(*act);
    }
  }
  return acts;
}

std::span<const std::uint32_t> index(const Text& text, std::span<const Act> acts) {
  const auto at = text.arena.array<std::uint32_t>(text.document.tokens.size());
  std::fill(at.begin(), at.end(), kNone);
  for (std::uint32_t i = 0; i < acts.size(); ++i) {
    const Predicate& p = *acts[i].predicate;
    for (std::uint32_t t = p.first; t < p.last; ++t) at[t] = i;
    if (at[p.carrier] == kNone) at[p.carrier] = i;  // a light verb stands for its noun
  }
  return at;
}

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
  const auto list = find_acts(text);
  const Acts acts{list, index(text, list)};
  std::pmr::vector<Standing> standings(&arena);
  for (std::uint32_t i = 0; i < list.size(); ++i) standings.push_back(standing_of(text, acts, i));
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
  return emitter.take();
}

}  // namespace warta::event
