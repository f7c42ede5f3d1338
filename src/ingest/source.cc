#include "source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/utf8.h"
#include "sniff.h"
#include "unpack.h"

namespace warta::ingest {
namespace {

class File final : public Source {
 public:
  File(int descriptor, std::atomic<std::uint64_t>& counter) : descriptor_(descriptor), counter_(counter) {}
  ~File() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  Result<std::size_t> read(std::span<char> room) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, room.data(), room.size());
      if (got >= 0) {
        counter_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR) return fail(Why::read_failed, std::string("cannot read on: ") + std::strerror(errno));
    }
  }

 private:
  int descriptor_;
  std::atomic<std::uint64_t>& counter_;
};

// UTF-16 of either order, byte order mark already taken.
class Utf16 final : public Source {
 public:
  Utf16(std::unique_ptr<Buffered> below, bool big_endian) : below_(std::move(below)), big_endian_(big_endian) {}

  Result<std::size_t> read(std::span<char> room) override {
    while (out_at_ == out_.size()) {
      if (!WARTA_TRY(refill())) return 0;
    }
    const std::size_t gave = std::min(room.size(), out_.size() - out_at_);
    std::memcpy(room.data(), out_.data() + out_at_, gave);
    out_at_ += gave;
    return gave;
  }

 private:
  // Decodes what is there up to a whole character; a high surrogate or odd byte at the end waits for what follows.
  Result<bool> refill() {
    const bool more = WARTA_TRY(below_->more());
    const std::string_view in = below_->held();
    if (in.empty()) return false;
    std::size_t whole = in.size() & ~std::size_t{1};
    if (whole >= 2) {
      const unsigned high = static_cast<unsigned char>(in[whole - (big_endian_ ? 2 : 1)]);
      if (high >= 0xd8 && high <= 0xdb) whole -= 2;
    }
    if (!more) whole = in.size();
    auto text = utf8::from_utf16(in.substr(0, whole), big_endian_);
    if (!text) return fail(Why::bad_encoding, "not valid UTF-16", given_);
    below_->take(whole);
    given_ += text->size();
    out_ = std::move(*text);
    out_at_ = 0;
    return true;
  }

  std::unique_ptr<Buffered> below_;
  bool big_endian_;
  std::string out_;
  std::size_t out_at_ = 0;
  std::uint64_t given_ = 0;
};

constexpr std::size_t kPackedChunk = std::size_t{1} << 20;  // most members of an archive lie whole in one

}  // namespace

void Buffered::make_room() {
  if (begin_ == end_) begin_ = end_ = 0;
  if (capacity_ - end_ >= chunk_) return;
  const std::size_t size = end_ - begin_;
  if (size + chunk_ > capacity_ || begin_ < capacity_ / 2) {
    capacity_ = std::max(size + chunk_, capacity_ * 2);
    auto wider = std::make_unique_for_overwrite<char[]>(capacity_);
    if (size != 0) std::memcpy(wider.get(), buffer_.get() + begin_, size);
    buffer_ = std::move(wider);
  } else {
    std::memmove(buffer_.get(), buffer_.get() + begin_, size);
  }
  begin_ = 0;
  end_ = size;
}

Result<bool> Buffered::more() {
  if (failed_) return tl::unexpected<Error>(*std::exchange(failed_, std::nullopt));
  make_room();
  const std::size_t got = WARTA_TRY(below_->read({buffer_.get() + end_, chunk_}));
  end_ += got;
  return got != 0;
}

Result<std::string_view> Buffered::peek(std::size_t bytes) {
  while (held().size() < bytes)
    if (!WARTA_TRY(more())) break;
  return held();
}

Result<std::string_view> Buffered::look(std::size_t bytes) {
  while (held().size() < bytes && !failed_) {
    auto got = more();
    if (!got && held().empty()) return tl::unexpected<Error>(std::move(got.error()));
    if (!got) failed_ = std::move(got.error());
    if (got && !*got) break;
  }
  return held();
}

Result<std::size_t> Buffered::read(std::span<char> room) {
  if (failed_ && held().empty()) return tl::unexpected<Error>(*std::exchange(failed_, std::nullopt));
  if (held().empty()) return below_->read(room);
  const std::size_t gave = std::min(room.size(), held().size());
  std::memcpy(room.data(), held().data(), gave);
  take(gave);
  return gave;
}

Result<bool> Buffered::resume() {
  take(held().size());
  failed_.reset();
  return below_->resume();
}

Result<std::size_t> Memory::read(std::span<char> room) {
  const std::size_t gave = std::min(room.size(), bytes_.size());
  if (gave != 0) std::memcpy(room.data(), bytes_.data(), gave);
  bytes_.remove_prefix(gave);
  return gave;
}

Result<Opened> decoded(std::unique_ptr<Source> stored, const Limits& limits) {
  auto bytes = std::make_unique<Buffered>(std::move(stored), kPackedChunk);
  const Packing packing = packing_of(WARTA_TRY(bytes->look(kMagic)));
  if (packing != Packing::none) bytes = std::make_unique<Buffered>(unpack(packing, std::move(bytes), limits.expansion));
  Kind kind = WARTA_TRY(sniff(*bytes));
  if (kind == Kind::page) return Opened{std::move(bytes), kind};
  const std::string_view begin = bytes->held();
  const bool big_endian = begin.starts_with("\xfe\xff");
  if (big_endian || begin.starts_with("\xff\xfe")) {  // offsets count decoded bytes
    bytes->take(2);
    bytes = std::make_unique<Buffered>(std::make_unique<Utf16>(std::move(bytes), big_endian));
    kind = WARTA_TRY(sniff(*bytes));
  } else if (begin.starts_with("\xef\xbb\xbf")) {
    bytes->take(3);
  }
  return Opened{std::move(bytes), kind};
}

Result<Opened> open(const std::string& name, const Limits& limits, std::atomic<std::uint64_t>& counter) {
  int descriptor = STDIN_FILENO;
  if (name != "-") {
    descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(Why::cannot_open, std::strerror(errno));
  }
  return decoded(std::make_unique<File>(descriptor, counter), limits);
}

}  // namespace warta::ingest
