// A row of `occurrence`. Tests: tests/query/query_test.cc
#pragma once
#include "cells.h"
#include "query/answers.h"

namespace warta::query {

// Of `occurrence` as o. read_happening takes them in this order, and leaves texts and title to who knows the first
// report.
inline constexpr const char* kHappeningColumns =
    "o.id, o.event, o.cameo, o.quad, o.goldstein, o.source_code, o.source_name, o.target_code, o.target_name, o.date, "
    "o.place_name, o.place_country, o.place_admin1, o.place_latitude, o.place_longitude, o.killed_low, o.killed_high, "
    "o.injured_low, o.injured_high, o.arrested_low, o.arrested_high, o.displaced_low, o.displaced_high, "
    "o.participants_low, o.participants_high, o.statuses, o.events, o.articles";

Happening read_happening(Cells& cells);
Actor read_actor(Cells& cells);  // code, name
Place read_place(Cells& cells);  // name, country, admin1, latitude, longitude

}  // namespace warta::query
