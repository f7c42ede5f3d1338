// Dates: the date expressions of a text and the days they mean, reckoned from the day of publication.
// "Selasa (16/1)", "18 January 2024", "Jan. 16", "kemarin", "next week", "three days ago", "pada 1948", "the 1980s".
// A bare weekday or a date without a year is the latest one not after publication, in a plan the next one
// (knowledge: CODEBOOK.md, dates). Tests: tests/event/cases/dates.txt
#pragma once
#include "text.h"

namespace warta::event {

struct DateMention {
  std::uint32_t sentence = 0, first = 0, last = 0;  // tokens
  Interval past;                                    // its days where the sentence tells what has been
  Interval coming;                                  // and where it tells what is to come
  DateBasis basis = DateBasis::text;
  bool old = false;  // ends more than a quarter of a year before publication, or in an earlier year
};

std::pmr::vector<DateMention> find_dates(const Text& text);

}  // namespace warta::event
