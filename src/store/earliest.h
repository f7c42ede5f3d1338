// The earliest of some days, so that a statement passes over the rows of all days before it without reading them.
#pragma once
#include <algorithm>
#include <optional>

#include "base/date.h"
#include "store/connection.h"

namespace warta::store {

class Earliest {
 public:
  // nullopt: a day that nobody knows, so that no day is too early.
  void add(std::optional<Day> day) { day_ = std::min(day_, day.value_or(Day::min())); }
  void add(const Earliest& other) { day_ = std::min(day_, other.day_); }

  // For a parameter of SQL that is cast to DATE.
  Value value() const {
    if (day_ == Day::min()) return "-infinity";
    return day_ == Day::max() ? Value("infinity") : Value(iso(day_));
  }

 private:
  Day day_ = Day::max();
};

}  // namespace warta::store
