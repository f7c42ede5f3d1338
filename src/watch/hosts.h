// Politeness: what may be asked of which host, and when. One request at a time a host, a pause behind each, longer
// where its robots.txt or a Retry-After asks for it; nothing that its robots.txt forbids, and nothing before that is
// known. Values in, values out: the loop tells the time and does the fetching. Tests: tests/watch/hosts_test.cc
#pragma once
#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "ingest/feed.h"
#include "net.h"
#include "watch/robots.h"

namespace warta::watch {

using Key = std::uint64_t;

// An item on its way: what the feed says of it, and the keys by which it will be known.
struct Item {
  ingest::FeedItem told;
  std::vector<Key> keys;
};

struct Job {
  enum class What : std::uint8_t { robots, feed, page } what = What::feed;
  ingest::Url url;
  unsigned hops = 0;           // redirects so far
  unsigned tries = 0;          // asked to come back so often
  std::size_t feed = 0;        // of feed and page: which feed
  std::unique_ptr<Item> item;  // of page
  std::string origin;          // of robots: whose rules they are, also behind a redirect
};

// Why a job ends: its Error, and whether it is worth another try at the next poll.
struct Refusal {
  Error error;
  bool passing = false;
};

struct Turn {
  Job job;
  std::optional<Refusal> refusal;  // not to be fetched, and why
};

inline constexpr auto kPatience = std::chrono::minutes(5);  // hosts that are away for longer are not waited for

struct Politeness {
  std::string agent;                                            // product token in robots.txt: "warta"
  std::chrono::milliseconds delay = std::chrono::seconds(1);    // between two requests to one host
  std::chrono::milliseconds longest = std::chrono::minutes(2);  // Crawl-delay beyond it counts as it
  std::size_t at_once = 16;                                     // requests under way, all hosts together
};

class Hosts {
 public:
  explicit Hosts(Politeness politeness) : politeness_(std::move(politeness)) {}

  void add(Job job);        // behind all that waits for its host
  void add_first(Job job);  // before
  // A job whose turn it is; its host is busy until done(). Nothing: none before soonest().
  std::optional<Turn> next(Time now);
  // Its answer is there; `well`: nothing speaks against asking at the usual pace again.
  void done(const ingest::Url& url, Time now, bool well);
  // The host asks to be left alone; its pauses grow.
  void rest(const ingest::Url& url, Time until);

  // What the robots.txt of an origin says, or why it cannot be had: then nothing of it is fetched (RFC 9309, 2.3.1.4).
  void set_rules(const std::string& origin, Robots rules, Time now);
  void set_unreachable(const std::string& origin, Refusal why, Time now);

  Time soonest(Time now) const;  // later than now; Time::max(): not before something is done
  bool idle() const { return waiting_ == 0 && busy_ == 0; }
  std::size_t waiting() const { return waiting_; }

 private:
  struct Rules {
    bool asked = false;
    std::optional<Robots> robots;
    std::optional<Refusal> unreachable;
    Time until{};  // known so long
  };
  struct Host {
    std::deque<Job> jobs;
    bool busy = false;
    Time free_at{};
    Time closed_until{};
    std::chrono::milliseconds extra{0};  // what its answers made us add to the pause
    std::chrono::milliseconds crawl_delay{0};
  };
  std::optional<Turn> turn(Host& host, Time now);
  Turn taken(Host& host, std::size_t at, std::optional<Refusal> refusal);
  Rules* rules_of(const std::string& origin, Time now);

  Politeness politeness_;
  std::map<std::string, Host> hosts_;
  std::string last_;                    // whose turn it was
  std::map<std::string, Rules> rules_;  // by origin
  std::size_t waiting_ = 0, busy_ = 0;
};

}  // namespace warta::watch
