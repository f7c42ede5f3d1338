// Archives of crawls, packed or not, with HTTP bodies in their codings: reading.h. Seeds: fuzz/seeds/warc/, dictionary:
// fuzz/warc.dict
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return warta::fuzz::read_all(data, size);
}
