// watch: from feeds to records, politely, each item once.
// Takes  addresses of feeds (RSS, Atom, JSON Feed, sitemaps), what an earlier run remembers, a network.
// Gives  a Record for each new item: its page as it was served, with the feed's title and date beside it; where it
//        cannot be had, the text that the feed carries. In the order in which the answers come.
// Fails  per feed and item: the Error names the address and why; the next call goes on. Errors: bad_feed, fetch_failed,
//        forbidden_by_robots, private_address, too_large, binary, bad_encoding.
// Costs  a few requests at once, one a host; memory grows with the items that wait and those remembered.
//        A Watch belongs to one thread, but for delivered().
// Tests  tests/watch/, tests/cli/watch_test.py
#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/feed.h"
#include "ingest/ingest.h"

namespace warta::watch {

struct Options {
  std::string agent = "warta";                      // product token: what a robots.txt calls us
  std::string version = "0";                        // behind it in User-Agent
  std::optional<std::chrono::milliseconds> every;   // poll again so often; nullopt: each feed once
  std::chrono::milliseconds delay{1000};            // between two requests to one host, at least
  std::chrono::milliseconds timeout{30'000};        // of one request, all of it
  bool allow_private = false;                       // also loopback and local networks
  Limits limits;                                    // record_bytes bounds a feed and a page, unpacked
  const std::atomic<bool>* stop = nullptr;          // set by anybody: next() ends soon
  std::function<void(std::string_view)> save = {};  // called with the state now and then, between two records
};

class Net;

class Watch {
 public:
  // `state` is what an earlier state() gave; empty: nothing was read yet. Fails with bad_format for any other text.
  static Result<Watch> open(std::vector<ingest::Url> feeds, std::string_view state, Options options);
  // The same over another network and clock than the internet's (src/watch/net.h).
  static Result<Watch> open(std::vector<ingest::Url> feeds, std::string_view state, Options options,
                            std::unique_ptr<Net> net);
  Watch(Watch&&) noexcept;
  Watch& operator=(Watch&&) noexcept;
  ~Watch();

  // The next record or what is wrong with one, waiting for it; nullopt: everything is read, or `stop` is set.
  std::optional<Result<ingest::Record>> next();

  // What next() gave longest ago has been dealt with for good: only then is it remembered as read. From any thread.
  void delivered();

  std::string state();

 private:
  Watch();
  class Loop;
  std::unique_ptr<Loop> loop_;
};

// What a command line names: addresses, files of OPML, and plain lists. Problems carry the file's name; a file that
// cannot be read is one of them.
ingest::FeedList feeds_of(const std::vector<std::string>& names, const Limits& limits);

}  // namespace warta::watch
