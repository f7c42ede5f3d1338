#include "loop.h"

#include <fmt/format.h>

#include <algorithm>

#include "page.h"

namespace warta::watch {
namespace {

constexpr unsigned kMostHops = 5;          // redirects: what RFC 9309, 2.3.1.2 asks for robots.txt is enough for others
constexpr unsigned kMostTries = 2;         // of one request to a host that said when to come back
constexpr std::size_t kMostSitemaps = 50;  // of an index, the newest
constexpr auto kPause = std::chrono::seconds(5);        // between two savings of the state
constexpr auto kAheadOfClock = std::chrono::hours(24);  // a date further in the future is none

Error error_at(const ingest::Url& url, Why why, std::string note) {
  return Error{why, std::move(note), url.text(), 0, 0};
}

bool is_redirect(unsigned status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Worth another try later: time-outs, too early, too many requests, trouble of the server (RFC 9110, 15.5, 15.6).
bool passes(unsigned status) { return status == 408 || status == 425 || status == 429 || status >= 500; }

Refusal refused_status(const ingest::Url& url, unsigned status) {
  return {error_at(url, Why::fetch_failed, fmt::format("HTTP status {}", status)), passes(status)};
}

Politeness politeness_of(const Options& options) {
  Politeness politeness;
  politeness.agent = options.agent;
  politeness.delay = options.delay;
  return politeness;
}

// By its address, by its id within the feed, or, with neither, by what it says.
std::vector<Key> keys_of(const ingest::FeedItem& item, const ingest::Url& feed) {
  std::vector<Key> keys;
  if (item.link) keys.push_back(key_of("link", ingest::identity(*item.link)));
  if (!item.id.empty()) keys.push_back(key_of(ingest::identity(feed), item.id));
  if (keys.empty()) keys.push_back(key_of("text", item.title.value_or("") + '\n' + item.content.value_or("")));
  return keys;
}

}  // namespace

Watch::Loop::Loop(std::vector<ingest::Url> feeds, State state, Options options, std::unique_ptr<Net> net)
    : options_(std::move(options)), net_(std::move(net)), state_(std::move(state)), hosts_(politeness_of(options_)) {
  for (ingest::Url& url : feeds) add_feed(std::move(url), false);
}

void Watch::Loop::add_feed(ingest::Url url, bool child) {
  if (!addresses_.insert(url.text()).second) return;
  Feed feed;
  feed.key = key_of("feed", url.text());
  feed.url = std::move(url);
  feed.child = child;
  feed.due = Time{};
  feeds_.push_back(std::move(feed));
}

std::optional<Result<ingest::Record>> Watch::Loop::next() {
  for (;;) {
    settle();
    if (stopped()) return std::nullopt;
    if (!ready_.empty()) {
      // Requests under way go on while what is ready is coded; nothing new is asked for meanwhile.
      if (!active_.empty())
        if (auto answer = net_->wait(net_->now())) handle(std::move(*answer));
      Ready ready = std::move(ready_.front());
      ready_.pop_front();
      handed_.push_back(std::move(ready.handed));
      return std::move(ready.result);
    }
    const Time now = net_->now();
    poll_due(now);
    while (auto turn = hosts_.next(now)) begin(std::move(*turn));
    if (!ready_.empty()) continue;
    const Time due = next_due();
    if (hosts_.idle() && active_.empty() && due == Time::max()) return std::nullopt;
    save(now);
    if (auto answer = net_->wait(std::min(due, hosts_.soonest(now)))) handle(std::move(*answer));
  }
}

void Watch::Loop::poll_due(Time now) {
  for (std::size_t i = 0; i < feeds_.size(); ++i) {
    Feed& feed = feeds_[i];
    if (feed.polling || feed.due > now) continue;
    feed.polling = true;
    feed.due = options_.every ? now + *options_.every : Time::max();
    Job job;
    job.url = feed.url;
    job.feed = i;
    hosts_.add(std::move(job));
  }
}

Time Watch::Loop::next_due() const {
  Time due = Time::max();
  for (const Feed& feed : feeds_)
    if (!feed.polling) due = std::min(due, feed.due);
  return due;
}

void Watch::Loop::begin(Turn turn) {
  if (turn.refusal) return refuse(std::move(turn.job), std::move(*turn.refusal));
  Request request;
  request.id = ++last_id_;
  request.url = turn.job.url;
  request.cut = turn.job.what == Job::What::robots;
  request.limit_bytes = request.cut ? kRobotsBytes : options_.limits.record_bytes;
  if (turn.job.what == Job::What::feed) {
    const FeedMemory& known = state_.feed(feeds_[turn.job.feed].url.text());
    request.etag = known.etag;
    request.last_modified = known.last_modified;
  }
  active_.emplace(request.id, std::move(turn.job));
  net_->start(std::move(request));
}

void Watch::Loop::handle(Answer answer) {
  const auto found = active_.find(answer.id);
  if (found == active_.end()) return;
  Job job = std::move(found->second);
  active_.erase(found);
  const Time now = net_->now();
  if (!answer.response) {
    hosts_.done(job.url, now, false);
    Error error = std::move(answer.response.error());
    error.file = job.url.text();
    return refuse(std::move(job), {error, error.why == Why::fetch_failed});
  }
  Response& response = *answer.response;
  hosts_.done(job.url, now, !passes(response.status));
  if (response.status == 429 || response.status == 503) return busy(std::move(job), response, now);
  if (is_redirect(response.status) && !response.location.empty()) return follow(std::move(job), response.location);
  switch (job.what) {
    case Job::What::robots:
      return robots_answer(job, response, now);
    case Job::What::feed:
      return feed_answer(std::move(job), std::move(response), now);
    case Job::What::page:
      return page_answer(std::move(job), std::move(response));
  }
}

// The host wants to be left alone. Where it says for how long and that is soon, the job waits for it.
void Watch::Loop::busy(Job job, const Response& response, Time now) {
  const auto until = retry_after(response.retry_after, now);
  hosts_.rest(job.url, until.value_or(now));
  if (until && *until - now <= kPatience && job.tries < kMostTries) {
    ++job.tries;
    return hosts_.add_first(std::move(job));
  }
  if (until && job.what == Job::What::feed && options_.every)
    feeds_[job.feed].due = std::max(feeds_[job.feed].due, *until);
  Refusal refusal = refused_status(job.url, response.status);
  refuse(std::move(job), std::move(refusal));
}

// Each hop is a request of its own: it waits for its host's turn and asks that host's robots.txt.
void Watch::Loop::follow(Job job, const std::string& location) {
  if (job.what == Job::What::robots && job.hops == kMostHops)
    return hosts_.set_rules(job.origin, Robots(), net_->now());  // as if there were none: RFC 9309, 2.3.1.2
  const auto target = ingest::resolve(job.url, location);
  if (!target || job.hops == kMostHops) {
    const std::string where = location.substr(0, 200);
    std::string note = target ? fmt::format("more than {} redirects", kMostHops)
                              : fmt::format("redirects to '{}', no address of http or https", where);
    Refusal refusal{error_at(job.url, Why::fetch_failed, std::move(note)), false};
    return refuse(std::move(job), std::move(refusal));
  }
  if (job.what == Job::What::page && known_elsewhere(job, *target)) return;
  ++job.hops;
  job.url = *target;
  hosts_.add_first(std::move(job));
}

// RFC 9309, 2.3.1: no such file is no rule; a server in trouble means that nothing may be fetched.
void Watch::Loop::robots_answer(const Job& job, const Response& response, Time now) {
  if (response.status >= 500)
    hosts_.set_unreachable(job.origin, refused_status(job.url, response.status), now);
  else if (response.status >= 200 && response.status < 300)
    hosts_.set_rules(job.origin, Robots::parse(response.body, options_.agent), now);
  else
    hosts_.set_rules(job.origin, Robots(), now);
}

void Watch::Loop::feed_answer(Job job, Response response, Time now) {
  Feed& feed = feeds_[job.feed];
  if (response.status == 304) {
    feed.polling = false;
    return;
  }
  if (response.status != 200) {
    if (response.status == 410) feed.due = Time::max();  // gone for good: not asked again in this run
    Refusal refusal = refused_status(job.url, response.status);
    return refuse(std::move(job), std::move(refusal));
  }
  auto parsed =
      ingest::parse_feed(response.body, {job.url, media_type(response.content_type).charset}, options_.limits);
  if (!parsed) {
    parsed.error().file = job.url.text();
    return refuse(std::move(job), {std::move(parsed.error()), false});
  }
  feed.etag = std::move(response.etag);
  feed.last_modified = std::move(response.last_modified);
  read_feed(job, std::move(*parsed), now);
}

void Watch::Loop::read_feed(const Job& job, ingest::Feed parsed, Time now) {
  for (Error& problem : parsed.problems) {
    problem.file = job.url.text();
    ready_.push_back({tl::unexpected<Error>(std::move(problem)), {}});
  }
  Feed& feed = feeds_[job.feed];
  feed.incomplete = false;
  // An index is read whole each time: what it names must be known again after a restart.
  if (parsed.kind == ingest::FeedKind::sitemap_index) feed.etag.clear(), feed.last_modified.clear();
  FeedMemory& memory = state_.feed(feed.url.text());
  memory = {{}, {}, now};
  for (ingest::FeedItem& item : parsed.items) take(std::move(item), job.feed, now);
  feed.polling = false;
  commit(feed);
  changed_ = true;
  if (feed.child) return;  // an index in an index is none (sitemaps.org)
  parsed.sitemaps.resize(std::min(parsed.sitemaps.size(), kMostSitemaps));
  for (ingest::Url& child : parsed.sitemaps) add_feed(std::move(child), true);
}

void Watch::Loop::take(ingest::FeedItem item, std::size_t index, Time now) {
  Feed& feed = feeds_[index];
  std::vector<Key> keys = keys_of(item, feed.url);
  if (std::any_of(keys.begin(), keys.end(), [&](Key key) { return state_.read(key); })) {
    for (const Key key : keys) state_.keep(key, feed.key, now);
    return;
  }
  if (std::any_of(keys.begin(), keys.end(), [&](Key key) { return pending_.contains(key); })) return;
  pending_.insert(keys.begin(), keys.end());
  ++feed.open;
  if (item.published && ingest::feed_time(*item.published) > now + kAheadOfClock) item.published.reset();
  if (!item.link) {
    ready_.push_back({*record_of(item, feed.url), {std::move(keys), index, false}});
    return;
  }
  Job job;
  job.what = Job::What::page;
  job.url = *item.link;
  job.feed = index;
  job.item = std::make_unique<Item>(Item{std::move(item), std::move(keys)});
  hosts_.add(std::move(job));
}

void Watch::Loop::page_answer(Job job, Response response) {
  if (response.status != 200) {
    Refusal refusal = refused_status(job.url, response.status);
    return refuse(std::move(job), std::move(refusal));
  }
  auto record = record_of(job.item->told, job.url, std::move(response), options_.limits);
  if (!record) {
    record.error().file = job.url.text();
    return refuse(std::move(job), {std::move(record.error()), false});
  }
  ready_.push_back({std::move(*record), {std::move(job.item->keys), job.feed, false}});
}

// A redirect may lead to an article that was read, or is being read, under its own address: then this one is done.
bool Watch::Loop::known_elsewhere(Job& job, const ingest::Url& target) {
  std::vector<Key>& keys = job.item->keys;
  const Key key = key_of("link", ingest::identity(target));
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) return false;
  if (state_.read(key) || pending_.contains(key)) {
    settle({std::move(keys), job.feed, false});
    return true;
  }
  keys.push_back(key);
  pending_.insert(key);
  return false;
}

void Watch::Loop::refuse(Job job, Refusal refusal) {
  switch (job.what) {
    case Job::What::robots:
      if (refusal.error.why != Why::private_address)
        refusal.error.note.insert(0, "robots.txt of the host cannot be had: ");
      return hosts_.set_unreachable(job.origin, std::move(refusal), net_->now());
    case Job::What::feed:
      feeds_[job.feed].polling = false;
      ready_.push_back({tl::unexpected<Error>(std::move(refusal.error)), {}});
      return;
    case Job::What::page:
      return refuse_page(std::move(job), std::move(refusal));
  }
}

// What the feed carries of the text stands in for the page.
void Watch::Loop::refuse_page(Job job, Refusal refusal) {
  Handed handed{std::move(job.item->keys), job.feed, refusal.passing};
  if (auto record = record_of(job.item->told, feeds_[job.feed].url)) {
    handed.passing = false;
    ready_.push_back({std::move(*record), std::move(handed)});
  } else {
    ready_.push_back({tl::unexpected<Error>(std::move(refusal.error)), std::move(handed)});
  }
}

void Watch::Loop::settle() {
  for (const std::uint64_t delivered = delivered_; settled_ < delivered && !handed_.empty(); ++settled_) {
    const Handed handed = std::move(handed_.front());
    handed_.pop_front();
    if (!handed.keys.empty()) settle(handed);
  }
}

void Watch::Loop::settle(const Handed& handed) {
  Feed& feed = feeds_[handed.feed];
  const Time now = net_->now();
  for (const Key key : handed.keys) {
    if (handed.passing)
      state_.failed(key, feed.key, now);
    else
      state_.keep(key, feed.key, now);
    pending_.erase(key);
  }
  // One that has failed too often counts as read.
  feed.incomplete |= !state_.read(handed.keys.front());
  --feed.open;
  changed_ = true;
  commit(feed);
}

// Nothing of the feed is open: from now on "not modified" means that there is nothing to do.
void Watch::Loop::commit(Feed& feed) {
  if (feed.open != 0 || feed.incomplete || feed.polling) return;
  FeedMemory& memory = state_.feed(feed.url.text());
  memory.etag = feed.etag;
  memory.last_modified = feed.last_modified;
}

std::string Watch::Loop::state() {
  settle();
  return state_.text(net_->now());
}

void Watch::Loop::save(Time now) {
  if (!options_.save || !changed_ || now - saved_ < kPause) return;
  changed_ = false;
  saved_ = now;
  options_.save(state_.text(now));
}

}  // namespace warta::watch
