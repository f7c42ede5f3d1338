// What a question is restricted to: as whoever asks writes it, and as it is understood. Part of the door.
// Tests: tests/query/asked_test.cc
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "codebook/actors.h"
#include "codebook/countries.h"
#include "codebook/ontology.h"
#include "event/event.h"

namespace warta::query {

struct Asked {  // an empty field asks for nothing
  // Codes ("RUS", "RUS GOV", "IGO UNO", "REB") or countries by name ("Russia", "Rusia GOV").
  std::string source, target, actor;
  std::string root, status;  // "ACCUSE", "accuse,reject"; "denied", "all"
  std::string place;         // a country, or words of a place's name
  std::string since, until;  // "2024-05-15", "2024-05", "2024"
  std::string text;          // words that reports hold, in any order
};

// An actor is told by the first words of a code: RUS is also RUS GOV. A happening is of the day on which it began.
struct Filter {
  std::optional<codebook::ActorCode> source, target;
  std::optional<codebook::ActorCode> actor;  // in either role
  std::vector<codebook::Root> roots;         // any of them; empty: all
  std::vector<event::Status> statuses;       // told by one report at least with any of them; empty: all
  std::optional<std::string> place_country, place_words;
  std::optional<Day> since, until;  // both included
  std::vector<std::string> words;
};

// Fails with bad_usage, naming what is near: no such country, code, root, status, day.
// `usual`: the statuses where none are asked for; "all" asks for every one.
Result<Filter> understand(const Asked& asked, const std::vector<codebook::Country>& countries,
                          const std::vector<event::Status>& usual = {});

// What is said to have happened, by whomsoever.
inline const std::vector<event::Status> kHappened{event::Status::reported, event::Status::alleged};

}  // namespace warta::query
