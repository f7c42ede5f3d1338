// Rows into a table, cell by cell, as fast as DuckDB takes them. Tests: tests/store/store_test.cc
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "handle.h"

namespace warta::store {

using Moment = std::chrono::sys_time<std::chrono::microseconds>;  // UTC

// Cells in the order of the table's columns, then end_row(). What went wrong is told by close() alone; an Appender that
// is not closed gives its rows up with the transaction that it stands in.
class Appender {
 public:
  Appender(Connection& connection, const char* table);
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;
  ~Appender();

  void null();
  void add(bool value);
  void add(std::int32_t value);
  void add(std::uint32_t value);
  void add(std::uint8_t value);
  void add(std::int64_t value);
  void add(double value);
  void add(std::string_view text);
  void add(const std::string& text) { add(std::string_view(text)); }
  void add(const char* text) { add(std::string_view(text)); }
  void add(Day day);
  void add(Moment moment);
  void add(const std::vector<std::string>& texts);
  void blob(std::string_view bytes);
  template <class T>
  void add(const std::optional<T>& value) {
    if (value)
      add(*value);
    else
      null();
  }

  void end_row();
  Result<void> close();

 private:
  void check(duckdb_state state) { failed_ = failed_ || state != DuckDBSuccess; }

  const Connection::Handle& handle_;
  duckdb_appender appender_ = nullptr;
  duckdb_logical_type text_type_ = nullptr;
  std::string room_;  // for texts that must be mended
  bool failed_ = false;
};

}  // namespace warta::store
