// A row of `occurrence`, with the title of the article that told of it first. Tests: tests/query/query_test.cc
#pragma once
#include "cells.h"
#include "query/answers.h"

namespace warta::query {

// Of `occurrence` as o and `article` as a; read_happening takes them in this order.
inline constexpr const char* kHappeningColumns =
    "o.id, o.event, o.cameo, o.quad, o.goldstein, o.source_code, o.source_name, o.target_code, o.target_name, o.date, "
    "o.place_name, o.place_country, o.place_admin1, o.place_latitude, o.place_longitude, o.killed_low, o.killed_high, "
    "o.injured_low, o.injured_high, o.arrested_low, o.arrested_high, o.displaced_low, o.displaced_high, "
    "o.participants_low, o.participants_high, o.statuses, o.events, o.articles, a.title";

Happening read_happening(Cells& cells);
Place read_place(Cells& cells);  // name, country, admin1, latitude, longitude

}  // namespace warta::query
