#include "state.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/hash.h"

namespace warta::watch {
namespace {

constexpr std::string_view kHead = "warta-watch\t1";
constexpr auto kSecond = std::chrono::seconds(1);

template <class Number>
bool number(std::string_view text, Number& value, int base = 10) {
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return !text.empty() && problem == std::errc{} && stop == text.data() + text.size();
}

std::int64_t seconds(Time time) { return time.time_since_epoch() / kSecond; }
bool time_of(std::string_view text, Time& time) {
  std::int64_t value = 0;
  if (!number(text, value) || value < 0 || value > std::int64_t{1} << 36) return false;
  time = Time(std::chrono::seconds(value));
  return true;
}

// Exactly `Count` cells between tabs.
template <std::size_t Count>
bool cells_of(std::string_view line, std::array<std::string_view, Count>& cells) {
  for (std::size_t i = 0; i < Count; ++i) {
    const std::size_t end = line.find('\t');
    if ((end == std::string_view::npos) != (i + 1 == Count)) return false;
    cells[i] = line.substr(0, end);
    if (i + 1 < Count) line.remove_prefix(end + 1);
  }
  return true;
}

bool clean(std::string_view text) {
  return text.size() <= 1024 && std::none_of(text.begin(), text.end(),
                                             [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

Key key_of(std::string_view kind, std::string_view name) { return Hasher().add(kind).add(name).value(); }

Result<State> State::parse(std::string_view text) {
  State state;
  std::uint64_t line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++line_number;
    bool good = false;
    if (line_number == 1) {
      good = line == kHead;
    } else if (std::array<std::string_view, 5> cells; cells_of(line, cells)) {
      Key key = 0;
      Item item;
      if (cells[0] == "feed") {
        FeedMemory& feed = state.feeds_[std::string(cells[1])];
        feed = {std::string(cells[3]), std::string(cells[4]), {}};
        good = time_of(cells[2], feed.listed);
      } else if (cells[0] == "item") {
        good = number(cells[1], key, 16) && number(cells[2], item.feed, 16) && time_of(cells[3], item.listed) &&
               number(cells[4], item.failures);
        state.items_[key] = item;
      }
    }
    if (!good) return fail(Why::bad_format, fmt::format("no state of warta watch: line {}", line_number));
  }
  return state;
}

std::string State::text(Time now) const {
  // An item is as old as its feed's last full reading says: a feed that answers "not modified" for months still lists
  // it.
  std::unordered_map<Key, Time> listed;
  std::string out(kHead);
  out += '\n';
  for (const auto& [url, feed] : feeds_) {
    if (feed.listed == Time{} || now - feed.listed > 12 * kKept) continue;
    listed[key_of("feed", url)] = feed.listed;
    const bool sound = clean(feed.etag) && clean(feed.last_modified);
    out += fmt::format("feed\t{}\t{}\t{}\t{}\n", url, seconds(feed.listed), sound ? feed.etag : "",
                       sound ? feed.last_modified : "");
  }
  std::vector<std::pair<Key, Item>> kept;
  for (const auto& [key, item] : items_) {
    const auto feed = listed.find(item.feed);
    if ((feed == listed.end() ? now : feed->second) - item.listed <= kKept) kept.emplace_back(key, item);
  }
  if (kept.size() > kMostKept) {
    std::nth_element(kept.begin(), kept.begin() + kMostKept, kept.end(),
                     [](const auto& a, const auto& b) { return a.second.listed > b.second.listed; });
    kept.resize(kMostKept);
  }
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [key, item] : kept)
    out += fmt::format("item\t{:016x}\t{:016x}\t{}\t{}\n", key, item.feed, seconds(item.listed), item.failures);
  return out;
}

bool State::read(Key key) const {
  const auto item = items_.find(key);
  return item != items_.end() && (item->second.failures == 0 || item->second.failures >= kMostFailures);
}

void State::list(Key key, Key feed, Time now) {
  const auto item = items_.find(key);
  if (item != items_.end()) item->second = {feed, now, item->second.failures};
}

void State::keep(Key key, Key feed, Time now) { items_[key] = {feed, now, 0}; }

void State::failed(Key key, Key feed, Time now) {
  Item& item = items_[key];
  item = {feed, now, item.failures + 1};
}

}  // namespace warta::watch
