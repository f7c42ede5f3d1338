// Sources: the bytes of one input, unpacked and decoded on the way. They stack: a file, gzip or zstd over it, UTF-16
// over that; open() stacks what the first bytes ask for. Nothing reads ahead of what it is asked for by more than one
// chunk, and a read returns what is there, so an endless pipe streams. Tests: tests/ingest/source_test.cc
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
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
};

inline constexpr std::size_t kChunk = std::size_t{1} << 16;

// A source with a buffer in front, for those who must look before they take.
class Buffered final : public Source {
 public:
  explicit Buffered(std::unique_ptr<Source> below) : below_(std::move(below)) {}

  Result<std::string_view> peek(std::size_t bytes);  // at least so many, fewer only at the end
  Result<bool> more();                               // reads one chunk more behind what is there; false at the end
  std::string_view held() const { return std::string_view(buffer_).substr(begin_); }
  void take(std::size_t bytes) { begin_ += bytes; }  // at most held().size()
  Result<std::size_t> read(std::span<char> room) override;

 private:
  std::unique_ptr<Source> below_;
  std::string buffer_;
  std::size_t begin_ = 0;
};

struct Opened {
  std::unique_ptr<Buffered> bytes;
  std::uint64_t skipped = 0;  // bytes of the unpacked file before the first given: a byte order mark
  bool page = false;          // an HTML page: its charset is not looked at
};

// "-" is standard input. Bytes read as stored are added to `counter`, which must outlive the source.
Result<Opened> open(const std::string& name, const Limits& limits, std::atomic<std::uint64_t>& counter);

// The same over any bytes: unpacks, and decodes what is no page.
Result<Opened> decoded(std::unique_ptr<Source> stored, const Limits& limits);

}  // namespace warta::ingest
