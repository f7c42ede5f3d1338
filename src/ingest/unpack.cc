#include "unpack.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace warta::ingest {
namespace {

constexpr std::size_t kAlwaysAllowed = std::size_t{1} << 20;  // small inputs of zeros compress beyond any ratio
constexpr std::size_t kWholeMember = std::size_t{2} << 20;    // larger ones are streamed
constexpr std::size_t kDictionary = std::size_t{16} << 20;

// What all of them share: a compressed source below, and the check against bombs.
class Packed : public Source {
 public:
  Packed(std::unique_ptr<Buffered> below, std::size_t expansion) : below_(std::move(below)), expansion_(expansion) {}

 protected:
  struct Flow {
    std::uint64_t took = 0, gave = 0;
    bool beyond(std::size_t expansion) const { return gave > kAlwaysAllowed && gave / expansion > took; }
  };

  void begin_flow() { member_ = {}; }
  Result<void> check_expansion(std::size_t took, std::size_t gave) {
    for (Flow* flow : {&member_, &all_}) flow->took += took, flow->gave += gave;
    if (member_.beyond(expansion_) || all_.beyond(expansion_))
      return fail(Why::too_large, fmt::format("unpacks to more than {} times its size", expansion_), all_.gave);
    return {};
  }
  tl::unexpected<Error> truncated() const {
    return fail(Why::truncated, "the compressed stream is cut off", all_.gave);
  }
  // What failed is left behind, be it by one byte, so that a search for the next member does not find it again.
  tl::unexpected<Error> damaged(std::string_view what, std::size_t took = 0) {
    if (took == 0 && !below_->held().empty()) below_->take(1);
    return fail(Why::bad_compression, fmt::format("the compressed stream is damaged: {}", what), all_.gave);
  }

  // Goes on to the next byte sequence that may begin a member or frame, not the one that failed.
  Result<bool> find(std::string_view magic) {
    member_ = all_ = {};
    for (;;) {
      const std::string_view in = below_->held();
      const std::size_t at = in.find(magic);
      below_->take(at != std::string_view::npos ? at : in.size() - std::min(in.size(), magic.size() - 1));
      if (at != std::string_view::npos) return true;
      if (!WARTA_TRY(below_->more())) return false;
    }
  }

  std::unique_ptr<Buffered> below_;

 private:
  std::size_t expansion_;
  Flow member_, all_;
};

// gzip and deflate. A gzip member that lies whole in the buffer is unpacked in one go, twice as fast as zlib does it:
// archives of crawls have a member a record.
class Inflate final : public Packed {
 public:
  Inflate(std::unique_ptr<Buffered> below, std::size_t expansion, bool gzip)
      : Packed(std::move(below), expansion), gzip_(gzip) {}
  ~Inflate() override {
    if (open_) inflateEnd(&stream_);
  }
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;

  Result<std::size_t> read(std::span<char> room) override {
    for (;;) {
      if (!whole_.empty()) return give_whole(room);
      if (below_->held().empty() && !WARTA_TRY(below_->more())) {
        if (in_member_) return truncated();
        return 0;
      }
      if (!in_member_) {
        if (begun_ && below_->held()[0] == '\0') {  // tapes are filled up with zeros
          below_->take(1);
          continue;
        }
        begin_flow();
        if (gzip_ && WARTA_TRY(inflate_whole())) continue;
        WARTA_CHECK(begin_member());
      }
      const std::size_t gave = WARTA_TRY(inflate_some(room));
      if (gave != 0) return gave;
    }
  }

  Result<bool> resume() override {
    in_member_ = false;
    whole_ = {};
    if (!gzip_) return false;
    return find("\x1f\x8b\x08");
  }

 private:
  std::size_t give_whole(std::span<char> room) {
    const std::size_t gave = std::min(room.size(), whole_.size());
    std::memcpy(room.data(), whole_.data(), gave);
    whole_.remove_prefix(gave);
    return gave;
  }

  // False: the member is not whole, too large, or damaged; zlib finds out which.
  Result<bool> inflate_whole() {
    if (!decompressor_) {
      decompressor_.reset(libdeflate_alloc_decompressor());
      room_ = std::make_unique_for_overwrite<char[]>(kWholeMember);
    }
    std::size_t took = 0, gave = 0;
    const auto inflated = [&] {
      const std::string_view in = below_->held();
      return decompressor_ && libdeflate_gzip_decompress_ex(decompressor_.get(), in.data(), in.size(), room_.get(),
                                                            kWholeMember, &took, &gave) == LIBDEFLATE_SUCCESS;
    };
    // A member behind whole ones is likely to be whole too once more is read. Never the first: a stream that is
    // flushed now and then is one member, and is not to wait.
    bool done = inflated();
    if (!done && many_ && below_->held().size() < kWholeMember && WARTA_TRY(below_->more())) done = inflated();
    many_ = done;
    if (!done) return false;
    below_->take(took);
    begun_ = true;
    WARTA_CHECK(check_expansion(took, gave));
    whole_ = {room_.get(), gave};
    return true;
  }

  Result<void> begin_member() {
    if (open_) inflateEnd(&stream_);
    open_ = false;
    int bits = 15 + 16;
    if (!gzip_) bits = WARTA_TRY(has_zlib_header()) ? 15 : -15;
    if (inflateInit2(&stream_, bits) != Z_OK) return damaged("zlib does not start");
    open_ = begun_ = in_member_ = true;
    return {};
  }

  // RFC 1950, section 2.2: method 8, and both bytes together are a multiple of 31.
  Result<bool> has_zlib_header() {
    const std::string_view in = WARTA_TRY(below_->peek(2));
    if (in.size() < 2) return false;
    const unsigned first = static_cast<unsigned char>(in[0]), second = static_cast<unsigned char>(in[1]);
    return (first & 0x0f) == 8 && (first * 256 + second) % 31 == 0;
  }

  Result<std::size_t> inflate_some(std::span<char> room) {
    const std::string_view in = below_->held();
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
      return damaged(stream_.msg ? stream_.msg : "no progress", took);
    WARTA_CHECK(check_expansion(took, gave));
    return gave;
  }

  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
  };
  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
  std::unique_ptr<char[]> room_;
  std::string_view whole_;  // of room_: not given yet
  z_stream stream_{};
  bool gzip_, open_ = false, begun_ = false, in_member_ = false;
  bool many_ = false;  // the member before lay whole in the buffer
};

class Zstd final : public Packed {
 public:
  using Packed::Packed;

  Result<std::size_t> read(std::span<char> room) override {
    if (!begun_) WARTA_CHECK(load_dictionary());
    begun_ = true;
    for (;;) {
      if (below_->held().empty() && !pending_ && !WARTA_TRY(below_->more())) {
        if (in_frame_) return truncated();
        return 0;
      }
      if (!in_frame_) begin_flow();
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

  Result<bool> resume() override {
    in_frame_ = pending_ = false;
    ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only);
    return find("\x28\xb5\x2f\xfd");
  }

 private:
  // "Use of Zstandard compression in WARC files" 1.0 (IIPC): the first frame may be a skippable one, 0x184D2A5D, that
  // holds the dictionary of all others, as it is or as a frame of its own.
  Result<void> load_dictionary() {
    if (!stream_) return damaged("zstd does not start");
    const std::string_view head = WARTA_TRY(below_->peek(8));
    if (head.size() < 8 || head.substr(0, 4) != "\x5d\x2a\x4d\x18") return {};
    std::size_t size = 0;
    for (std::size_t i = 8; i-- > 4;) size = size << 8 | static_cast<unsigned char>(head[i]);
    if (size > kDictionary) return fail(Why::too_large, fmt::format("a dictionary of {} bytes", size));
    const std::string_view frame = WARTA_TRY(below_->peek(8 + size));
    if (frame.size() < 8 + size) return truncated();
    std::string_view dictionary = frame.substr(8, size);
    std::string unpacked;
    if (packing_of(dictionary) == Packing::zstd) {
      unpacked.resize(kDictionary);
      const std::size_t got = ZSTD_decompress(unpacked.data(), unpacked.size(), dictionary.data(), dictionary.size());
      if (ZSTD_isError(got)) return damaged(fmt::format("its dictionary: {}", ZSTD_getErrorName(got)));
      dictionary = std::string_view(unpacked).substr(0, got);
    }
    const std::size_t state = ZSTD_DCtx_loadDictionary(stream_.get(), dictionary.data(), dictionary.size());
    if (ZSTD_isError(state)) return damaged(fmt::format("its dictionary: {}", ZSTD_getErrorName(state)));
    below_->take(8 + size);
    return {};
  }

  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
  bool begun_ = false, in_frame_ = false, pending_ = false;
};

class Brotli final : public Packed {
 public:
  using Packed::Packed;

  Result<std::size_t> read(std::span<char> room) override {
    if (!state_) return damaged("brotli does not start");
    for (;;) {
      if (below_->held().empty() && !BrotliDecoderHasMoreOutput(state_.get()) && !WARTA_TRY(below_->more())) {
        if (!BrotliDecoderIsFinished(state_.get())) return truncated();
        return 0;
      }
      if (BrotliDecoderIsFinished(state_.get())) return damaged("bytes behind its end");
      const std::string_view in = below_->held();
      std::size_t in_left = in.size(), room_left = room.size();
      const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
      auto* next_out = reinterpret_cast<std::uint8_t*>(room.data());
      const auto state =
          BrotliDecoderDecompressStream(state_.get(), &in_left, &next_in, &room_left, &next_out, nullptr);
      below_->take(in.size() - in_left);
      if (state == BROTLI_DECODER_RESULT_ERROR)
        return damaged(BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state_.get())));
      WARTA_CHECK(check_expansion(in.size() - in_left, room.size() - room_left));
      if (room_left != room.size()) return room.size() - room_left;
    }
  }

 private:
  struct Free {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
  };
  std::unique_ptr<BrotliDecoderState, Free> state_{BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
};

}  // namespace

Packing packing_of(std::string_view begin) {
  const std::string_view magic = begin.substr(0, kMagic);
  if (magic.substr(0, 2) == "\x1f\x8b") return Packing::gzip;
  const bool skippable = magic.size() == 4 && (magic[0] & 0xf0) == 0x50 && magic.substr(1) == "\x2a\x4d\x18";
  return skippable || magic == "\x28\xb5\x2f\xfd" ? Packing::zstd : Packing::none;
}

std::unique_ptr<Source> unpack(Packing packing, std::unique_ptr<Buffered> below, std::size_t expansion) {
  switch (packing) {
    case Packing::none:
      return below;
    case Packing::gzip:
    case Packing::deflate:
      return std::make_unique<Inflate>(std::move(below), expansion, packing == Packing::gzip);
    case Packing::zstd:
      return std::make_unique<Zstd>(std::move(below), expansion);
    case Packing::brotli:
      return std::make_unique<Brotli>(std::move(below), expansion);
  }
  return below;
}

}  // namespace warta::ingest
