// Bytes as a judged sheet, or as coded events that a sheet is drawn from: what is drawn can be read back, row for row.
// The first byte chooses. Seeds: fuzz/seeds/sheet/
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "accuracy/sample.h"
#include "accuracy/sheet.h"

using namespace warta;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] != 'e') {
    (void)accuracy::score_sheet(bytes);
    return 0;
  }
  std::istringstream events(bytes);
  const auto sample = accuracy::draw(events, "events", {7, accuracy::By::root, 1}, [](const Error&) {});
  const auto scores = accuracy::score_sheet(accuracy::to_csv(sample));
  if (!scores || scores->rows != sample.rows.size() || scores->unjudged != sample.rows.size()) std::abort();
  return 0;
}
