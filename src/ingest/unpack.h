// Unpacking: layers over compressed bytes, told by their first bytes or named by an HTTP header. A stream that gives
// more than `expansion` times what it took, counted from its last member's start and from its own, is refused.
// Tests: tests/ingest/source_test.cc
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "source.h"

namespace warta::ingest {

enum class Packing : std::uint8_t {
  none,
  gzip,     // RFC 1952: any number of members, zeros between and behind them
  deflate,  // RFC 1950 as HTTP's "deflate" means it, and the bare RFC 1951 that some servers send
  zstd,     // RFC 8878: any number of frames; a dictionary in a skippable frame before them, as archives store it
  brotli,   // RFC 7932: has no magic, only headers tell
};

inline constexpr std::size_t kMagic = 4;  // bytes that packing_of looks at
Packing packing_of(std::string_view begin);

std::unique_ptr<Source> unpack(Packing packing, std::unique_ptr<Buffered> below, std::size_t expansion);

}  // namespace warta::ingest
