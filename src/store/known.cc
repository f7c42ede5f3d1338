#include "known.h"

#include <algorithm>
#include <charconv>

namespace warta::store {

std::optional<std::uint64_t> key_of_hex(std::string_view hex) {
  std::uint64_t key = 0;
  const auto [stop, problem] = std::from_chars(hex.data(), hex.data() + hex.size(), key, 16);
  if (hex.size() != 16 || problem != std::errc{} || stop != hex.data() + hex.size()) return std::nullopt;
  return key;
}

Result<KnownKeys> KnownKeys::read(Connection& connection) {
  KnownKeys known;
  WARTA_CHECK(connection.each("SELECT key FROM article ORDER BY rowid DESC LIMIT ?", {static_cast<std::int64_t>(kMost)},
                              [&](const Connection::Row& row) {
                                if (const auto key = key_of_hex(row.front().text())) known.sorted_.push_back(*key);
                              }));
  std::sort(known.sorted_.begin(), known.sorted_.end());
  return known;
}

bool KnownKeys::has(std::uint64_t key) const { return std::binary_search(sorted_.begin(), sorted_.end(), key); }

}  // namespace warta::store
