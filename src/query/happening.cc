#include "happening.h"

#include "event/event.h"

namespace warta::query {

Actor read_actor(Cells& cells) {
  Actor actor;
  actor.code = cells.maybe_text();
  actor.name = cells.maybe_text();
  return actor;
}

Place read_place(Cells& cells) {
  Place place;
  place.name = cells.maybe_text();
  place.country = cells.maybe_text();
  place.admin1 = cells.maybe_text();
  place.latitude = cells.maybe_number();
  place.longitude = cells.maybe_number();
  return place;
}

Happening read_happening(Cells& cells) {
  Happening out;
  out.id = cells.text();
  out.root = cells.text();
  out.cameo = cells.text();
  out.quad = cells.integer();
  out.goldstein = cells.number();
  out.source = read_actor(cells);
  out.target = read_actor(cells);
  out.date = cells.maybe_text();
  out.place = read_place(cells);
  for (int i = 0; i < event::kCounts; ++i) {
    const auto low = cells.maybe_integer(), high = cells.maybe_integer();
    if (low || high) out.counts.push_back({std::string(event::name(static_cast<event::Count>(i))), low, high});
  }
  for (const store::Value& status : cells.next().list()) out.statuses.emplace_back(status.text());
  out.events = cells.integer();
  out.articles = cells.integer();
  return out;
}

}  // namespace warta::query
