#include <algorithm>
#include <numeric>

#include "base/hash.h"
#include "grouping.h"
#include "story/story.h"

namespace warta::story {

Window::Window(WindowSize size) : grouping_(std::make_unique<Grouping>(size)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Placed Window::add(const Report& report) {
  const auto place = grouping_->place(report, false);
  Changes unsaid;
  grouping_->take_merges(0, unsaid);
  return grouping_->ids(place);
}

// In the order of publication, whatever order they came in.
Changes Window::add(const std::vector<Report>& reports) {
  std::vector<std::size_t> order(reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto first = [&](std::size_t i) { return First{reports[i].published, reports[i].key}; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return first(a).before(first(b)); });
  const Number before = grouping_->next();
  Changes out;
  out.placed.resize(reports.size());
  for (const std::size_t i : order) out.placed[i] = grouping_->ids(grouping_->place(reports[i], true));
  grouping_->take_merges(before, out);
  return out;
}

void Window::recall(const Report& report) { grouping_->recall(report); }

void stamp(const Placed& placed, std::vector<event::Row>& rows) {
  const std::string story = hex16(placed.story);
  for (std::size_t i = 0; i < rows.size() && i < placed.occurrences.size(); ++i) {
    rows[i].article.story = story;
    rows[i].occurrence = hex16(placed.occurrences[i]);
  }
}

}  // namespace warta::story
