#include "upgrades.h"

#include <fmt/format.h>

#include <array>

#include "handle.h"
#include "schema.h"

namespace warta::store {
namespace {

// kSteps[n] leads from version n to n + 1.
constexpr std::array<const char*, kSchemaVersion> kSteps{kUpgrade0, kUpgrade1};

tl::unexpected<Error> bad_store(const Connection::Handle& handle, std::string note) {
  return tl::unexpected<Error>(Error{Why::bad_store, std::move(note), handle.path, 0, 0});
}

Result<bool> empty(Connection& connection) {
  const Table tables = WARTA_TRY(connection.query("SELECT count(*) FROM duckdb_tables()"));
  return tables.rows.front().front().integer() == 0;
}

// -1: it says none.
Result<std::int64_t> version_of(Connection& connection) {
  const Table there = WARTA_TRY(connection.query(
      "SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = 'store' AND column_name = "
      "'schema_version' AND data_type = 'INTEGER'"));
  if (there.rows.front().front().integer() != 1) return std::int64_t{-1};
  const Table rows = WARTA_TRY(connection.query("SELECT schema_version FROM store"));
  return rows.rows.size() == 1 ? rows.rows.front().front().integer() : std::int64_t{-1};
}

Result<void> step(Connection::Handle& handle, std::int64_t version) {
  if (version < 0) {
    WARTA_CHECK(handle.run(kSchema));
  } else {
    for (std::int64_t at = version; at < kSchemaVersion; ++at) WARTA_CHECK(handle.run(kSteps[at]));
  }
  WARTA_CHECK(handle.run(kViews));
  return handle.run(fmt::format("UPDATE store SET schema_version = {}", kSchemaVersion).c_str());
}

}  // namespace

Result<void> bring_up_to_date(Connection& connection) {
  Connection::Handle& handle = connection.handle();
  const std::int64_t version = WARTA_TRY(version_of(connection));
  if (version == kSchemaVersion) return {};
  if (version > kSchemaVersion)
    return bad_store(handle, fmt::format("it is of version {}, made by a newer warta; this one reads version {}",
                                         version, kSchemaVersion));
  if (version < 0 && (handle.access != Access::create || !WARTA_TRY(empty(connection))))
    return bad_store(handle, "a DuckDB file that warta did not make; name a store, or a file that is not there yet");
  if (handle.access == Access::read)
    return bad_store(handle, "an older warta made it; `warta add STORE` without an INPUT brings it up to date");
  WARTA_CHECK(handle.run("BEGIN"));
  WARTA_CHECK(step(handle, version));  // a failure leaves the transaction open: closing the file takes it back
  return handle.run("COMMIT");
}

}  // namespace warta::store
