#include "known.h"

#include <algorithm>

#include "base/hash.h"

namespace warta::store {

Result<KnownKeys> KnownKeys::read(Connection& connection) {
  KnownKeys known;
  const Table count = WARTA_TRY(connection.query("SELECT count(*) FROM article"));
  const std::int64_t articles = count.rows.front().front().integer(), most = kMost;
  WARTA_CHECK(connection.each("SELECT key FROM article OFFSET ?", {std::max(std::int64_t{0}, articles - most)},
                              [&](const Connection::Row& row) {
                                if (const auto key = parse_hex16(row.front().text())) known.sorted_.push_back(*key);
                              }));
  std::sort(known.sorted_.begin(), known.sorted_.end());
  return known;
}

bool KnownKeys::has(std::uint64_t key) const { return std::binary_search(sorted_.begin(), sorted_.end(), key); }

}  // namespace warta::store
