// A row of `occurrence`, with how the report that told of it first calls the two, and that article's title. Tests:
// tests/query/query_test.cc
#pragma once
#include "cells.h"
#include "query/answers.h"

namespace warta::query {

// Of `occurrence` as o, its first report in `event` as e and `article` as a; read_happening takes them in this order.
inline constexpr const char* kHappeningColumns =
    "o.id, o.event, o.cameo, o.quad, o.goldstein, o.source_code, o.source_name, e.source_text, o.target_code, "
    "o.target_name, e.target_text, o.date, "
    "o.place_name, o.place_country, o.place_admin1, o.place_latitude, o.place_longitude, o.killed_low, o.killed_high, "
    "o.injured_low, o.injured_high, o.arrested_low, o.arrested_high, o.displaced_low, o.displaced_high, "
    "o.participants_low, o.participants_high, o.statuses, o.events, o.articles, a.title";

Happening read_happening(Cells& cells);
Actor read_actor(Cells& cells);  // code, name, text
Place read_place(Cells& cells);  // name, country, admin1, latitude, longitude

}  // namespace warta::query
