// From DuckDB's vectors to Values. Tests: tests/store/connection_test.cc
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "duckdb_library.h"
#include "store/connection.h"

namespace warta::store {

// A column's type, with what is needed to read its values.
struct Type {
  duckdb_type id = DUCKDB_TYPE_INVALID;
  duckdb_type stored = DUCKDB_TYPE_INVALID;  // of DECIMAL and ENUM: the integer that stands for it
  double scale = 1;                          // of DECIMAL
  std::vector<std::string> words;            // of ENUM
  std::unique_ptr<Type> child;               // of LIST

  std::string name() const;  // "VARCHAR[]"
  bool known() const;        // there are types without a Value, as INTERVAL and STRUCT
};

Type type_of(duckdb_logical_type logical);
Value value_at(const Type& type, duckdb_vector vector, std::uint64_t row);

}  // namespace warta::store
