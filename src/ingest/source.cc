#include "source.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/utf8.h"
#include "sniff.h"

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

// What gzip and zstd share: a compressed source below, and the check against bombs. A megabyte is always allowed, since
// small inputs of zeros compress beyond any sensible ratio.
class Packed : public Source {
 public:
  Packed(std::unique_ptr<Buffered> below, std::size_t expansion) : below_(std::move(below)), expansion_(expansion) {}

 protected:
  Result<void> check_expansion(std::size_t took, std::size_t gave) {
    took_ += took;
    gave_ += gave;
    if (gave_ > (std::uint64_t{1} << 20) && gave_ / expansion_ > took_)
      return fail(Why::too_large, "unpacks to more than " + std::to_string(expansion_) + " times its size", gave_);
    return {};
  }
  tl::unexpected<Error> truncated() const { return fail(Why::truncated, "the compressed stream is cut off", gave_); }
  tl::unexpected<Error> damaged(std::string_view what) const {
    return fail(Why::bad_compression, "the compressed stream is damaged: " + std::string(what), gave_);
  }

  std::unique_ptr<Buffered> below_;

 private:
  std::size_t expansion_;
  std::uint64_t took_ = 0, gave_ = 0;
};

// Any number of gzip members, with zeros after the last (RFC 1952; tapes and archives of crawls have both).
class Gzip final : public Packed {
 public:
  using Packed::Packed;
  ~Gzip() override {
    if (open_) inflateEnd(&stream_);
  }

  Result<std::size_t> read(std::span<char> room) override {
    for (;;) {
      if (below_->held().empty()) {
        if (auto more = below_->more(); !more) return tl::unexpected<Error>(std::move(more.error()));
      }
      const std::string_view in = below_->held();
      if (in.empty()) {
        if (in_member_) return truncated();
        return 0;
      }
      if (!in_member_) {
        if (begun_ && in[0] == '\0') {
          below_->take(1);
          continue;
        }
        WARTA_CHECK(begin_member());
      }
      const std::size_t gave = WARTA_TRY(inflate_some(in, room));
      if (gave != 0) return gave;
    }
  }

 private:
  Result<void> begin_member() {
    const int problem = open_ ? inflateReset(&stream_) : inflateInit2(&stream_, 15 + 16);
    if (problem != Z_OK) return damaged("zlib does not start");
    open_ = begun_ = in_member_ = true;
    return {};
  }

  Result<std::size_t> inflate_some(std::string_view in, std::span<char> room) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = static_cast<uInt>(room.size());
    const int state = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t took = in.size() - stream_.avail_in, gave = room.size() - stream_.avail_out;
    below_->take(took);
    if (state == Z_STREAM_END)
      in_member_ = false;
    else if (state != Z_OK && !(state == Z_BUF_ERROR && took + gave != 0))
      return damaged(stream_.msg ? stream_.msg : "no progress");
    WARTA_CHECK(check_expansion(took, gave));
    return gave;
  }

  z_stream stream_{};
  bool open_ = false, begun_ = false, in_member_ = false;
};

class Zstd final : public Packed {
 public:
  using Packed::Packed;

  Result<std::size_t> read(std::span<char> room) override {
    if (!stream_) return damaged("zstd does not start");
    for (;;) {
      if (below_->held().empty() && !pending_) {
        if (!WARTA_TRY(below_->more())) {
          if (in_frame_) return truncated();
          return 0;
        }
      }
      const std::string_view in = below_->held();
      ZSTD_inBuffer from{in.data(), in.size(), 0};
      ZSTD_outBuffer to{room.data(), room.size(), 0};
      const std::size_t state = ZSTD_decompressStream(stream_.get(), &to, &from);
      if (ZSTD_isError(state)) return damaged(ZSTD_getErrorName(state));
      below_->take(from.pos);
      in_frame_ = state != 0;
      pending_ = in_frame_ && to.pos == to.size;  // more may wait inside although all input is taken
      WARTA_CHECK(check_expansion(from.pos, to.pos));
      if (to.pos != 0) return to.pos;
    }
  }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
  bool in_frame_ = false, pending_ = false;
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

template <class Layer, class Argument>
std::unique_ptr<Buffered> over(std::unique_ptr<Buffered> below, Argument argument) {
  return std::make_unique<Buffered>(std::make_unique<Layer>(std::move(below), argument));
}

}  // namespace

Result<bool> Buffered::more() {
  if (begin_ == buffer_.size())
    buffer_.clear(), begin_ = 0;
  else if (begin_ >= kChunk)
    buffer_.erase(0, begin_), begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const auto got = below_->read({buffer_.data() + size, kChunk});
  buffer_.resize(size + (got ? *got : 0));
  if (!got) return tl::unexpected<Error>(got.error());
  return *got != 0;
}

Result<std::string_view> Buffered::peek(std::size_t bytes) {
  while (held().size() < bytes)
    if (!WARTA_TRY(more())) break;
  return held();
}

Result<std::size_t> Buffered::read(std::span<char> room) {
  if (held().empty()) return below_->read(room);
  const std::size_t gave = std::min(room.size(), held().size());
  std::memcpy(room.data(), held().data(), gave);
  take(gave);
  return gave;
}

Result<Opened> decoded(std::unique_ptr<Source> stored, const Limits& limits) {
  auto bytes = std::make_unique<Buffered>(std::move(stored));
  const std::string_view magic = WARTA_TRY(bytes->peek(4)).substr(0, 4);
  if (magic.substr(0, 2) == "\x1f\x8b")
    bytes = over<Gzip>(std::move(bytes), limits.expansion);
  else if (magic == "\x28\xb5\x2f\xfd")
    bytes = over<Zstd>(std::move(bytes), limits.expansion);
  const std::string_view mark = WARTA_TRY(bytes->peek(kSniff));
  if (is_page(mark)) return Opened{std::move(bytes), 0, true};
  if (mark.substr(0, 3) == "\xef\xbb\xbf") {
    bytes->take(3);
    return Opened{std::move(bytes), 3, false};
  }
  const bool big_endian = mark.substr(0, 2) == "\xfe\xff";
  if (!big_endian && mark.substr(0, 2) != "\xff\xfe") return Opened{std::move(bytes), 0, false};
  bytes->take(2);
  return Opened{over<Utf16>(std::move(bytes), big_endian), 0, false};  // offsets count decoded bytes
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
