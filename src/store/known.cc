#include "known.h"

#include <algorithm>
#include <numeric>

#include "base/hash.h"

namespace warta::store {

// Keys come in texts of many, since each text costs as much as a hundred digits.
Result<KnownKeys> KnownKeys::read(Connection& connection) {
  const Table count = WARTA_TRY(connection.query("SELECT count(*) FROM article"));
  const std::int64_t articles = count.rows.front().front().integer(), most = kMost;
  std::vector<std::uint64_t> keys;
  keys.reserve(static_cast<std::size_t>(std::min(articles, most)));
  WARTA_CHECK(connection.each(
      "SELECT string_agg(key, '') FROM (SELECT key, rowid AS row FROM article OFFSET ?) GROUP BY row // 65536",
      {std::max(std::int64_t{0}, articles - most)}, [&](const Connection::Row& row) {
        const std::string_view texts = row.front().text();
        for (std::size_t at = 0; at + 16 <= texts.size(); at += 16)
          if (const auto key = parse_hex16(texts.substr(at, 16))) keys.push_back(*key);
      }));
  KnownKeys known;
  known.put(keys);
  return known;
}

void KnownKeys::put(const std::vector<std::uint64_t>& keys) {
  const auto high = [](std::uint64_t key) { return static_cast<std::size_t>(key >> (64 - kBits)); };
  begins_.assign((std::size_t{1} << kBits) + 1, 0);
  for (const std::uint64_t key : keys) ++begins_[high(key) + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  keys_.resize(keys.size());
  for (const std::uint64_t key : keys) keys_[next[high(key)]++] = key;
}

bool KnownKeys::has(std::uint64_t key) const {
  if (keys_.empty()) return false;
  const std::size_t high = static_cast<std::size_t>(key >> (64 - kBits));
  const auto begin = keys_.begin() + begins_[high], end = keys_.begin() + begins_[high + 1];
  return std::find(begin, end, key) != end;
}

}  // namespace warta::store
