// The loop: which feed is due, what an answer means, and what becomes of an item. It holds one request's answer at a
// time and never sleeps itself: the network tells the time (net.h). Tests: tests/watch/watch_test.cc
#pragma once
#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "hosts.h"
#include "net.h"
#include "state.h"
#include "watch/watch.h"

namespace warta::watch {

class Watch::Loop {
 public:
  Loop(std::vector<ingest::Url> feeds, State state, Options options, std::unique_ptr<Net> net);

  std::optional<Result<ingest::Record>> next();
  void delivered() { ++delivered_; }
  std::string state();

 private:
  struct Feed {
    ingest::Url url;
    Key key = 0;
    Time due{};                       // of the next poll; Time::max(): none
    bool polling = false;             // under way, or waiting for its host
    bool child = false;               // named by an index of sitemaps
    std::size_t open = 0;             // its items that are not settled
    bool incomplete = false;          // an item must be tried again: the feed must be read whole again
    std::string etag, last_modified;  // of the last full answer, kept once nothing is open
  };
  // What is handed out, and what it settles once it is delivered; without keys nothing.
  struct Handed {
    std::vector<Key> keys;
    std::size_t feed = 0;
    bool passing = false;
  };
  struct Ready {
    Result<ingest::Record> result;
    Handed handed;
  };

  void add_feed(ingest::Url url, bool child);
  void poll_due(Time now);
  Time next_due() const;
  void begin(Turn turn);
  void handle(Answer answer);
  void busy(Job job, const Response& response, Time now);
  void follow(Job job, const std::string& location);
  void robots_answer(const Job& job, const Response& response, Time now);
  void feed_answer(Job job, Response response, Time now);
  void read_feed(const Job& job, ingest::Feed parsed, Time now);
  void take(ingest::FeedItem item, std::size_t feed, Time now);
  void page_answer(Job job, Response response);
  bool known_elsewhere(Job& job, const ingest::Url& target);
  void refuse(Job job, Refusal refusal);
  void refuse_page(Job job, Refusal refusal);
  void settle();
  void settle(const Handed& handed);
  void commit(Feed& feed);
  void save(Time now);
  bool stopped() const { return options_.stop && options_.stop->load(); }

  Options options_;
  std::unique_ptr<Net> net_;
  State state_;
  Hosts hosts_;
  std::vector<Feed> feeds_;
  std::unordered_set<std::string> addresses_;  // of feeds_
  std::unordered_map<std::uint64_t, Job> active_;
  std::uint64_t last_id_ = 0;
  std::unordered_set<Key> pending_;  // of items that are open
  std::deque<Ready> ready_;
  std::deque<Handed> handed_;
  std::atomic<std::uint64_t> delivered_ = 0;
  std::uint64_t settled_ = 0;
  bool changed_ = false;  // since the state was saved
  Time saved_{};
};

}  // namespace warta::watch
