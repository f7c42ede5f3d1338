// Sources: the bytes of one input, unpacked and decoded on the way. They stack: a file, gzip or zstd over it, UTF-16
// over that; open() stacks what the first bytes ask for. Nothing reads ahead of what it is asked for by more than one
// chunk, and a read returns what is there, so an endless pipe streams. Tests: tests/ingest/source_test.cc
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace warta::ingest {

class Source {
 public:
  virtual ~Source() = default;
  virtual Result<std::size_t> read(std::span<char> room) = 0;  // 0 at the end only; room is not empty
  // After a failure: goes to the next place from which reading may go on, a later member of a packed file. What was
  // being read is lost. False: there is none.
  virtual Result<bool> resume() { return false; }
};

inline constexpr std::size_t kChunk = std::size_t{1} << 16;

// A source with a buffer in front, for those who must look before they take.
class Buffered final : public Source {
 public:
  explicit Buffered(std::unique_ptr<Source> below, std::size_t chunk = kChunk)
      : below_(std::move(below)), chunk_(chunk) {}

  Result<std::string_view> peek(std::size_t bytes);  // at least so many, fewer only at the end
  // The same to tell what the bytes are: a failure behind some of them is told by whoever reads on.
  Result<std::string_view> look(std::size_t bytes);
  Result<bool> more();  // reads one chunk more behind what is there; false at the end
  std::string_view held() const { return {buffer_.get() + begin_, end_ - begin_}; }
  void take(std::size_t bytes) { begin_ += bytes, taken_ += bytes; }  // at most held().size()
  std::uint64_t offset() const { return taken_; }                     // of held(), from the start of the source
  Result<std::size_t> read(std::span<char> room) override;
  Result<bool> resume() override;  // forgets what is held

 private:
  void make_room();

  std::unique_ptr<Source> below_;
  std::size_t chunk_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
  std::uint64_t taken_ = 0;
  std::optional<Error> failed_;  // met by look
};

// Bytes that somebody else keeps.
class Memory final : public Source {
 public:
  explicit Memory(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(std::span<char> room) override;

 private:
  std::string_view bytes_;
};

enum class Kind : std::uint8_t;  // sniff.h

struct Opened {
  std::unique_ptr<Buffered> bytes;  // behind a byte order mark, but for a page
  Kind kind{};
};

// "-" is standard input. Bytes read as stored are added to `counter`, which must outlive the source.
Result<Opened> open(const std::string& name, const Limits& limits, std::atomic<std::uint64_t>& counter);

// The same over any bytes: unpacks, and decodes what is no page: its charset is extract's to find.
Result<Opened> decoded(std::unique_ptr<Source> stored, const Limits& limits);

}  // namespace warta::ingest
