// Tables and stories in XML: reading.h. Seeds: fuzz/seeds/table/, dictionary: fuzz/table.dict
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return warta::fuzz::read_all(data, size);
}
