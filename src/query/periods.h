// Days, weeks, months, quarters and years as periods without a gap. Tests: tests/query/periods_test.cc
#pragma once
#include "query/answers.h"

namespace warta::query {

Interval period_of(Day day, By by);
std::string period_name(const Interval& period, By by);  // weeks as ISO 8601 counts them: "2024-W20"

}  // namespace warta::query
