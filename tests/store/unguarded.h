// DuckDB as any other client would use it, without a guard.
#pragma once
#include <cstdio>
#include <string>

#include "duckdb_library.h"

namespace warta::store {

// Runs statements on a file, which is made where there is none; what fails is told on standard error.
inline bool run_unguarded(const std::string& path, const std::string& sql) {
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  if (!load_duckdb() || duck().open_ext(path.c_str(), &database, nullptr, nullptr) != DuckDBSuccess) return false;
  bool done = duck().connect(database, &connection) == DuckDBSuccess;
  duckdb_result result{};
  if (done && duck().query(connection, sql.c_str(), &result) != DuckDBSuccess) {
    std::fprintf(stderr, "%s\n", duck().result_error(&result));
    done = false;
  }
  duck().destroy_result(&result);
  duck().disconnect(&connection);
  duck().close(&database);
  return done;
}

}  // namespace warta::store
