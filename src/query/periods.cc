#include "periods.h"

#include <fmt/format.h>

namespace warta::query {
namespace {

using std::chrono::days;

Interval quarter_of(const std::chrono::year_month_day& date) {
  const unsigned first = (static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1;
  const int year = static_cast<int>(date.year());
  return {month(year, first).first, month(year, first + 2).last};
}

// The ISO year of a week is that of its Thursday (ISO 8601, 3.1.1.23).
std::string week_name(Day monday) {
  const Day thursday = monday + days(3);
  const int of = static_cast<int>(std::chrono::year_month_day(thursday).year());
  return fmt::format("{:04}-W{:02}", of, (thursday - year(of).first).count() / 7 + 1);
}

}  // namespace

Interval period_of(Day day, By by) {
  const std::chrono::year_month_day date(day);
  const int of = static_cast<int>(date.year());
  switch (by) {
    case By::day:
      break;
    case By::week: {
      const Day monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
      return {monday, monday + days(6)};
    }
    case By::month:
      return month(of, static_cast<unsigned>(date.month()));
    case By::quarter:
      return quarter_of(date);
    case By::year:
      return year(of);
  }
  return single(day);
}

std::string period_name(const Interval& period, By by) {
  const std::chrono::year_month_day first(period.first);
  if (by == By::week) return week_name(period.first);
  if (by == By::quarter)
    return fmt::format("{:04}-Q{}", static_cast<int>(first.year()), (static_cast<unsigned>(first.month()) + 2) / 3);
  return iso(period);
}

}  // namespace warta::query
