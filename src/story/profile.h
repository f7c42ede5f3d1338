// What the mentions of one happening say together: in one article, or in all that tell of it.
// Tests: tests/story/cases/occurrences.txt
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "story/report.h"

namespace warta::story {

// Acts that are told, denied, alleged or remembered are one happening if all else fits, and so is what was planned for
// their day. A wish, a condition and a plan without a day are none that could be the same as something done.
enum class Sort : std::uint8_t { act, dated_plan, plan, request, condition, memory };
Sort sort_of(const Happening& happening);

struct Dyad {
  Side source, target;
};

struct Profile {
  codebook::Root root{};
  Sort sort{};
  std::vector<std::string> cameos;   // distinct; the first is the first told
  std::vector<Dyad> dyads;           // distinct; once one names both sides, only such
  std::optional<Interval> told;      // days that every mention with a date of its own allows
  std::optional<Interval> possible;  // days on which it may have been, of mentions without a date
  bool dateless = false;             // a mention to which not even the day of publication applies
  std::optional<Interval> published;
  std::optional<event::EventPlace> place;                           // the most exact one
  std::array<std::optional<event::Bounds>, event::kCounts> counts;  // the latest
  std::vector<Words> evidence;
};

Profile profile_of(const Happening& happening, std::optional<Day> published);

// Takes in what the other says; they fit.
void absorb(Profile& profile, const Profile& other);

bool names_both(const Dyad& dyad);
bool unnamed(const Side& side);
bool told_itself(const event::EventDate& date);  // by the text, not by the day of publication alone

}  // namespace warta::story
