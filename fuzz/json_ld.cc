// Bytes as the JSON-LD scripts of a page, parted by NUL. Whatever they are, what comes out is valid UTF-8 within its
// bounds, and the repaired text of a script is one array. Seeds: fuzz/seeds/json_ld/
#include "json_ld.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "json_repair.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (warta::utf8::first_invalid(text)) return 0;  // pages are converted before their scripts are read
  std::vector<std::string_view> scripts;
  for (std::size_t begin = 0; begin <= size;) {
    const std::size_t end = std::min(text.find('\0', begin), size);
    scripts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  const warta::extract::LinkedData read = warta::extract::read_json_ld(scripts);
  require(read.items.size() <= 32);
  for (const auto& item : read.items) {
    for (const auto* value : {&item.headline, &item.published, &item.section, &item.body, &item.image})
      require(!warta::utf8::first_invalid(*value));
    require(item.authors.size() <= 32 && item.keywords.size() <= 64);
  }
  const std::string repaired = warta::extract::repaired_json(text);
  require(repaired.size() >= 2 && repaired.front() == '[' && repaired.back() == ']');
  return 0;
}
