#include "workers.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace warta::engine {
namespace {

constexpr std::size_t kAhead = 8;  // records under way a thread: enough to keep it busy while the sink writes

Ledger run_here(const Books& books, const Records& records, const std::function<bool(Outcome&&)>& sink,
                const Known& known) {
  Ledger ledger;
  Worker worker(books, known);
  while (auto record = records())
    if (!sink(worker.code(std::move(*record), ledger))) break;
  return ledger;
}

// A window of records: those waiting, those being coded, those done but not yet at their turn.
class Window {
 public:
  Window(const Books& books, const Known& known, std::size_t size) : books_(books), known_(known), size_(size) {}

  // Waits while the window is full; false: nobody wants more.
  bool add(Result<ingest::Record> record) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || jobs_.size() < size_; });
    if (stopped_) return false;
    jobs_.emplace_back(std::move(record));
    changed_.notify_all();
    return true;
  }

  void work(Ledger& ledger) {
    Worker worker(books_, known_);
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return closed_ || stopped_ || next_ < jobs_.size(); });
      if (stopped_ || next_ >= jobs_.size()) return;
      Job& job = jobs_[next_++];  // a deque's elements stay where they are while others come and go at its ends
      lock.unlock();
      Outcome outcome = worker.code(std::move(job.record), ledger);
      lock.lock();
      job.outcome = std::move(outcome);
      job.done = true;
      changed_.notify_all();
    }
  }

  // Hands outcomes to the sink in order until there are no more or it wants no more.
  void drain(const std::function<bool(Outcome&&)>& sink) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return jobs_.empty() ? closed_ : jobs_.front().done; });
      if (jobs_.empty()) return;
      Outcome outcome = std::move(jobs_.front().outcome);
      jobs_.pop_front();
      --next_;
      changed_.notify_all();
      lock.unlock();
      const bool more = sink(std::move(outcome));
      lock.lock();
      if (more) continue;
      stopped_ = true;
      changed_.notify_all();
      return;
    }
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  struct Job {
    explicit Job(Result<ingest::Record> r) : record(std::move(r)) {}
    Result<ingest::Record> record;
    Outcome outcome;
    bool done = false;
  };
  const Books& books_;
  const Known& known_;
  std::size_t size_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  std::size_t next_ = 0;  // the first job that no worker has begun
  bool closed_ = false;   // no more records come
  bool stopped_ = false;  // no more outcomes are wanted
};

}  // namespace

// This thread reads, so that an outcome leaves as soon as it is ready even while the input is silent.
Ledger run_workers(const Books& books, const Records& records, unsigned threads,
                   const std::function<bool(Outcome&&)>& sink, const Known& known) {
  if (threads <= 1) return run_here(books, records, sink, known);
  std::vector<Ledger> ledgers(threads);
  Window window(books, known, kAhead * threads);
  {
    std::vector<std::jthread> crew;
    crew.reserve(threads + 1);
    for (unsigned i = 0; i < threads; ++i) crew.emplace_back([&window, &ledger = ledgers[i]] { window.work(ledger); });
    crew.emplace_back([&window, &sink] { window.drain(sink); });
    for (bool wanted = true; wanted;) {
      auto record = records();
      if (!record) break;
      wanted = window.add(std::move(*record));
    }
    window.close();
  }
  Ledger sum;
  for (const Ledger& ledger : ledgers) sum += ledger;
  return sum;
}

}  // namespace warta::engine
