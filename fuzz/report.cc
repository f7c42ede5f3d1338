// Reports as a store keeps them: any bytes end in a report or an error, and what was read is written as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "story/report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto report = warta::story::unpack(bytes);
  if (!report) return 0;
  const auto again = warta::story::unpack(warta::story::pack(*report));
  if (!again || warta::story::pack(*again) != warta::story::pack(*report)) std::abort();
  return 0;
}
