// Mails and pages saved as MHTML: reading.h. Seeds: fuzz/seeds/mail/, dictionary: fuzz/mail.dict
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return warta::fuzz::read_all(data, size);
}
