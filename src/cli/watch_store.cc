// watch to a store: what is new is committed within seconds, together with the memory that it was read.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "keeping.h"
#include "watch_end.h"

namespace warta::cli {
namespace {

constexpr std::size_t kBatch = 200;                  // records at most in one transaction
constexpr auto kPause = std::chrono::seconds(2);     // and for so long at most one waits for others
constexpr auto kPatience = std::chrono::minutes(1);  // for readers: nobody is there to start it again

class StoreEnd : public WatchEnd {
 public:
  StoreEnd(store::Store store, bool quiet)
      : store_(std::move(store)), keeping_(store_), quiet_(quiet), flusher_([this] { flush_now_and_then(); }) {}
  StoreEnd(const StoreEnd&) = delete;
  StoreEnd& operator=(const StoreEnd&) = delete;
  ~StoreEnd() override { stop(); }

  Result<std::string> state() override { return store_.watch().value_or(""); }

  bool take(engine::Outcome&& outcome) override {
    const std::lock_guard lock(mutex_);
    return keeping_.take(std::move(outcome)) && (keeping_.waiting() < kBatch || flush());
  }

  // It goes into the store with the next batch.
  void save(std::string_view state) override {
    const std::lock_guard lock(mutex_);
    saved_ = state;
  }

  void settle() override {
    stop();
    if (keeping_.waiting() > 0) flush();
  }

  int finish(std::string_view state, const Ledger& ledger) override {
    saved_ = state;
    if (flush())
      if (const auto done = store_.finish(); !done) return report(done.error());
    if (keeping_.problem()) return report(*keeping_.problem());
    if (!quiet_) say(summary(store_.counts()));
    return exit_code(ledger);
  }

 private:
  bool flush() {
    const std::size_t count = keeping_.waiting();
    if (!keeping_.flush(saved_)) return false;
    saved_.reset();
    delivered(count);
    return true;
  }

  void flush_now_and_then() {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, kPause, [this] { return stopped_; }))
      if (keeping_.waiting() > 0) flush();
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_one();
    if (flusher_.joinable()) flusher_.join();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  store::Store store_;
  Keeping keeping_;
  std::optional<std::string> saved_;
  bool quiet_, stopped_ = false;
  std::thread flusher_;
};

}  // namespace

Result<std::unique_ptr<WatchEnd>> store_end(const std::string& path, const engine::Engine& engine, bool keep_text,
                                            bool quiet) {
  store::Options options = store_options(engine, "watch");
  options.keep_text = keep_text;
  options.settings.wait = kPatience;
  return std::unique_ptr<WatchEnd>(
      std::make_unique<StoreEnd>(WARTA_TRY(store::Store::open(path, std::move(options))), quiet));
}

}  // namespace warta::cli
