// JSON Lines, JSON values, plain text, gzip, zstd, UTF-16: reading.h. Seeds: fuzz/seeds/jsonl/
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return warta::fuzz::read_all(data, size);
}
