// What stands behind a Connection: the handles of DuckDB, each freed with its owner, and what its messages mean.
#pragma once
#include <string>
#include <string_view>

#include "duckdb_library.h"
#include "store/connection.h"

namespace warta::store {

struct Connection::Handle {
  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle();

  std::string path;
  Access access = Access::read;
  Settings settings;
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;

  // Several statements of ours, without parameters or results.
  Result<void> run(const char* sql);

  // DuckDB's message ("IO Error: ...") as an Error about this file.
  tl::unexpected<Error> failed(std::string_view message) const;
};

// An opened file, its schema not looked at yet (connection.cc goes on to upgrades.h).
Result<std::unique_ptr<Connection::Handle>> open_file(const std::string& path, Access access, const Settings& settings);

}  // namespace warta::store
