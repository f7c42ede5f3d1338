// Bounds on what warta takes in; beyond them an input is refused with Why::too_large and counted in the ledger.
#pragma once
#include <cstddef>

namespace warta {

struct Limits {
  std::size_t text_bytes = std::size_t{2} << 20;    // one article's text
  std::size_t record_bytes = std::size_t{8} << 20;  // one record before decoding (a page, a JSON line)
  std::size_t expansion = 1000;                     // decompressed bytes per compressed byte
  std::size_t sentence_tokens = 400;
};

}  // namespace warta
