#include "inherit.h"

namespace warta::event {
namespace {

constexpr std::size_t kMostEvents = 400;  // of one article; a longer list is no report

bool own(const Event& e) {
  return e.date && (e.date->basis == DateBasis::text || e.date->basis == DateBasis::relative);
}

const codebook::ActorCode* target_of(const Event& e) { return e.target ? &e.target->code : nullptr; }

// Between the same two, in either order; a headline may leave out the office that the text tells.
bool same_two(const Event& a, const Event& b) {
  const auto *at = target_of(a), *bt = target_of(b);
  if (!a.has_source || !b.has_source || !at != !bt) return false;
  if (!at) return a.source.code == b.source.code;
  if (a.source.code.from() == at->from())  // at home the country tells nobody apart
    return a.source.code == b.source.code && *at == *bt;
  const auto is = [](const codebook::ActorCode& x, const codebook::ActorCode& y) { return x.from() == y.from(); };
  return (is(a.source.code, b.source.code) && is(*at, *bt)) || (is(a.source.code, *bt) && is(*at, b.source.code));
}

// A reproach and a summons are two: the third digit of a CAMEO code tells kinds of act apart, unless it is 0.
bool one_kind(const Event& a, const Event& b) {
  const char x = a.code->code[2], y = b.code->code[2];
  return x == y || x == '0' || y == '0';
}

// The same act, told with a date of its own.
const Event* dated_like(const std::vector<Event>& events, const Event& e) {
  for (const Event& other : events)
    if (own(other) && other.status == e.status && other.code->root == e.code->root && one_kind(e, other) &&
        same_two(e, other))
      return &other;
  return nullptr;
}

}  // namespace

void inherit_dates(std::vector<Event>& events) {
  if (events.size() > kMostEvents) return;
  std::vector<std::pair<std::size_t, EventDate>> found;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool open = !events[i].date || events[i].date->basis == DateBasis::publication;
    if (!open || events[i].status != Status::reported) continue;
    if (const Event* like = dated_like(events, events[i])) found.push_back({i, *like->date});
  }
  for (const auto& [i, date] : found) events[i].date = date;
}

}  // namespace warta::event
