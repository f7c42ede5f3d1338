#include "clusters.h"
#include "handle.h"

namespace warta::store {
namespace {

struct Found {
  std::vector<std::string> keys;
  Earliest published;
  std::set<Day> days;  // of publication
};

Result<Found> find(Connection& connection, const Which& which) {
  Found found;
  WARTA_CHECK(
      connection.each("SELECT key, published_day FROM article WHERE key = $1 OR id = $1 OR url = $2 ORDER BY rowid",
                      {which.id, which.url}, [&](const Connection::Row& row) {
                        found.keys.emplace_back(row[0].text());
                        const auto day = parse_iso_day(row[1].text());
                        found.published.add(day);
                        if (day) found.days.insert(*day);
                      }));
  return found;
}

}  // namespace

Result<std::uint64_t> remove(const std::string& path, const Which& which, const Settings& settings) {
  Connection connection = WARTA_TRY(Connection::open(path, Access::write, settings));
  WARTA_CHECK(connection.handle().run("BEGIN"));
  const auto [keys, published, days] = WARTA_TRY(find(connection, which));
  if (keys.empty()) return std::uint64_t{0};
  const std::vector<Value> these{Value::texts(keys)};
  Touched touched;
  WARTA_CHECK(take_out(connection, keys, published, touched));
  WARTA_TRY(connection.query("DELETE FROM event WHERE article" + kThese, these));
  WARTA_TRY(connection.query("DELETE FROM article WHERE key" + kThese, these));
  const Table store = WARTA_TRY(connection.query("SELECT codebook FROM store"));
  WARTA_TRY(Clusters().place(connection, std::string(store.rows.front().front().text()), {}, days, touched));
  WARTA_CHECK(make_anew(connection, touched));
  WARTA_TRY(connection.query("UPDATE store SET writes = writes + 1"));
  WARTA_CHECK(connection.handle().run("COMMIT"));
  return std::uint64_t{keys.size()};
}

}  // namespace warta::store
