#include "hosts.h"

#include <fmt/format.h>

#include <algorithm>

namespace warta::watch {
namespace {

constexpr auto kRulesKept = std::chrono::hours(24);         // RFC 9309, 2.4: at most a day
constexpr auto kUnreachableKept = std::chrono::minutes(5);  // then robots.txt is asked for again

Refusal forbidden(const ingest::Url& url) { return {Error{Why::forbidden_by_robots, {}, url.text(), 0, 0}, false}; }

Refusal closed(const ingest::Url& url) {
  return {Error{Why::fetch_failed, "the host asks to come back later", url.text(), 0, 0}, true};
}

}  // namespace

void Hosts::add(Job job) {
  ++waiting_;
  hosts_[job.url.host].jobs.push_back(std::move(job));
}

void Hosts::add_first(Job job) {
  ++waiting_;
  hosts_[job.url.host].jobs.push_front(std::move(job));
}

Turn Hosts::taken(Host& host, std::size_t at, std::optional<Refusal> refusal) {
  Turn turn{std::move(host.jobs[at]), std::move(refusal)};
  host.jobs.erase(host.jobs.begin() + static_cast<std::ptrdiff_t>(at));
  --waiting_;
  if (turn.refusal) return turn;
  host.busy = true;
  ++busy_;
  return turn;
}

// The rules of an origin, empty ones where they must be asked for (again).
Hosts::Rules* Hosts::rules_of(const std::string& origin, Time now) {
  Rules& rules = rules_[origin];
  if (!rules.asked && rules.until <= now) rules = {};
  return &rules;
}

// The first job that can be decided on. Those of an origin whose rules are asked for wait, which can hold up a few
// only, since a host has hardly more than two origins.
std::optional<Turn> Hosts::turn(Host& host, Time now) {
  const bool away = host.closed_until > now + kPatience;
  for (std::size_t i = 0; i < host.jobs.size(); ++i) {
    Job& job = host.jobs[i];
    if (away) return taken(host, i, closed(job.url));
    if (job.what == Job::What::robots) {
      if (host.busy || host.free_at > now || busy_ >= politeness_.at_once) continue;
      return taken(host, i, std::nullopt);
    }
    Rules* rules = rules_of(job.url.origin(), now);
    if (rules->asked) continue;
    if (rules->unreachable) {
      Refusal refusal = *rules->unreachable;
      refusal.error.file = job.url.text();
      return taken(host, i, std::move(refusal));
    }
    if (rules->robots && !rules->robots->allows(job.url.target())) return taken(host, i, forbidden(job.url));
    if (host.busy || host.free_at > now || busy_ >= politeness_.at_once) return std::nullopt;
    if (rules->robots) return taken(host, i, std::nullopt);
    rules->asked = true;
    Job robots;
    robots.what = Job::What::robots;
    robots.origin = job.url.origin();
    robots.url = job.url;
    robots.url.path = "/robots.txt";
    robots.url.query.clear();
    host.jobs.push_front(std::move(robots));
    ++waiting_;
    return taken(host, 0, std::nullopt);
  }
  return std::nullopt;
}

// In turn, from behind the host that had the last one: else those first in the alphabet could keep all requests busy.
std::optional<Turn> Hosts::next(Time now) {
  auto at = hosts_.upper_bound(last_);
  for (std::size_t i = 0; i < hosts_.size(); ++i, ++at) {
    if (at == hosts_.end()) at = hosts_.begin();
    if (at->second.jobs.empty()) continue;
    if (auto found = turn(at->second, now)) {
      last_ = at->first;
      return found;
    }
  }
  return std::nullopt;
}

void Hosts::done(const ingest::Url& url, Time now, bool well) {
  Host& host = hosts_[url.host];
  host.busy = false;
  --busy_;
  if (well) host.extra /= 2;
  host.free_at = std::max(host.closed_until, now + std::max(politeness_.delay, host.crawl_delay) + host.extra);
}

void Hosts::rest(const ingest::Url& url, Time until) {
  Host& host = hosts_[url.host];
  host.extra = std::min(politeness_.longest, std::max<std::chrono::milliseconds>(host.extra * 2, politeness_.delay));
  host.closed_until = std::max(host.closed_until, until);
  host.free_at = std::max(host.free_at, until);
}

void Hosts::set_rules(const std::string& origin, Robots robots, Time now) {
  if (const auto url = ingest::parse_url(origin); url && robots.crawl_delay())
    hosts_[url->host].crawl_delay = std::min(*robots.crawl_delay(), politeness_.longest);
  rules_[origin] = {false, std::move(robots), std::nullopt, now + kRulesKept};
}

void Hosts::set_unreachable(const std::string& origin, Refusal why, Time now) {
  rules_[origin] = {false, std::nullopt, std::move(why), now + kUnreachableKept};
}

// What could have begun by now waits for an answer, not for the clock.
Time Hosts::soonest(Time now) const {
  Time out = Time::max();
  for (const auto& [name, host] : hosts_)
    if (!host.jobs.empty() && !host.busy && host.free_at > now) out = std::min(out, host.free_at);
  return out;
}

}  // namespace warta::watch
