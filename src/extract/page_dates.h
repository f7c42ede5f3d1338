// Dates of a page: when its article was published and last changed, of all that say so: JSON-LD, meta elements,
// itemprops, <time>, the lines around the article, the address.
// Takes  candidates, each with where it was found. Gives  one Moment of each kind, or none.
// The rules, and why they stand in this order: docs/formats/metadata.md. Tests: tests/extract/cases/page_dates.txt
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language.h"
#include "moment.h"
#include "tables.h"

namespace warta::extract {

struct DateClaim {
  Moment moment;
  float confidence = 0;
  bool visible = false;  // a reader sees it; else it is for machines
  bool updated = false;  // it says when the article was changed
};

struct PageDates {
  std::optional<DateClaim> published, updated;
};

struct DateReader {
  const Furniture& furniture;
  const Languages& languages;
  std::string_view language;  // of the article: order of day and month
  std::optional<Day> latest;  // the day the page was fetched: dates behind it are refused

  // A value of a page, in any form: ISO 8601, RFC 5322, an epoch in seconds or milliseconds, what readers see.
  std::optional<Moment> read(std::string_view value) const;
  bool plausible(Day day) const;  // from 1990 to the day after `latest`: zones lie up to 14 hours apart
};

// `zone`: minutes east of UTC of clocks without a zone, where the page's outlet is known to use one.
PageDates settle_dates(std::vector<DateClaim> claims, std::optional<int> zone);

// The day that an address names: "/2024/01/18/", "/2024-01-18/", "/20240118"; with the time where it goes on with one,
// as "/read/2015/11/04/21040031/" does.
std::optional<Moment> date_in_address(std::string_view url);

}  // namespace warta::extract
