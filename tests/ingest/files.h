// What the tests of ingest share: a folder of their own, packers, encoders, and a source that gives few bytes a read.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "source.h"

namespace warta::ingest {

// A folder of its own for each test, gone afterwards.
class InFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("warta_ingest_" + std::to_string(getpid()) + "_" + test->test_suite_name() + "_" + test->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return path(name);
  }

  std::filesystem::path folder_;
};

// The bits of zlib say what is put around it: 15 + 16 gzip, 15 zlib, -15 nothing.
inline std::string deflated(std::string_view text, int bits) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzip(std::string_view text) { return deflated(text, 15 + 16); }

// With a checksum, as the zstd program writes it.
inline std::string zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  return out;
}

// UTF-16 with its byte order mark.
inline std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out = big_endian ? "\xfe\xff" : "\xff\xfe";
  for (const char16_t c : text) {
    const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xff);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

class Trickle final : public Source {
 public:
  Trickle(std::string bytes, std::size_t at_once) : bytes_(std::move(bytes)), at_once_(at_once) {}
  Result<std::size_t> read(std::span<char> room) override {
    const std::size_t gave = std::min({at_once_, room.size(), bytes_.size() - at_});
    std::copy_n(bytes_.data() + at_, gave, room.data());
    at_ += gave;
    return gave;
  }

 private:
  std::string bytes_;
  std::size_t at_once_, at_ = 0;
};

// The records of a file of these bytes, read in portions.
inline std::vector<Result<Record>> records_of(const std::string& bytes, std::size_t at_once = 1 << 20,
                                              Limits limits = {}) {
  std::vector<Result<Record>> all;
  auto opened = decoded(std::make_unique<Trickle>(bytes, at_once), limits);
  if (!opened) return {tl::unexpected<Error>(opened.error())};
  auto document = open_document(std::move(*opened), limits);
  if (!document) return {tl::unexpected<Error>(document.error())};
  while (auto record = (*document)->next()) all.push_back(std::move(*record));
  return all;
}

// Their texts, or the reason with "!" before it.
inline std::vector<std::string> contents_of(const std::string& bytes, std::size_t at_once = 1 << 20,
                                            Limits limits = {}) {
  std::vector<std::string> out;
  for (const auto& record : records_of(bytes, at_once, limits))
    out.push_back(record ? record->text : "!" + std::string(word(record.error().why)));
  return out;
}

}  // namespace warta::ingest
