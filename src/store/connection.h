// A connection to a store: one file of DuckDB, opened for one burst of queries or for one batch of writing, then closed
// again, since DuckDB lets one writing process in and then no other.
// Takes  a path, SQL, and values for its parameters (`?`, `$1`): what came from outside goes nowhere else.
// Gives  a Table of values.
// Fails  with store_busy (another program holds the file: it says which), cannot_open, bad_store (no store, damaged, or
//        made by a newer version), bad_query (SQL that is wrong, or beyond its limits), store_failed (disk full ...).
// Costs  opening takes some milliseconds; the first one also loads the library. A Connection belongs to one thread.
//        No connection reads or writes another file, loads an extension, or lets SQL change its settings.
// Tests  tests/store/connection_test.cc
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace warta::store {

// NULL, a truth value, a number, a text (also the bytes of a BLOB), or a list. Dates and times are texts ("2024-01-18",
// "2024-01-18 08:25:00").
struct Value {
  using List = std::vector<Value>;
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List> is;

  Value() = default;
  Value(bool value) : is(value) {}
  Value(std::int64_t value) : is(value) {}
  Value(int value) : is(std::int64_t{value}) {}
  Value(double value) : is(value) {}
  Value(std::string value) : is(std::move(value)) {}
  Value(std::string_view value) : is(std::string(value)) {}
  Value(const char* value) : is(std::string(value)) {}
  Value(List value) : is(std::move(value)) {}
  template <class T>
  Value(const std::optional<T>& value) {
    if (value) *this = Value(*value);
  }
  static Value texts(const std::vector<std::string>& values);

  bool null() const { return std::holds_alternative<std::monostate>(is); }
  // The value as what its column is known to hold; NULL is false, 0, an empty text or list.
  bool truth() const;
  std::int64_t integer() const;
  double number() const;  // also of an integer
  std::string_view text() const;
  const List& list() const;
  std::optional<std::string> optional_text() const;
  friend bool operator==(const Value&, const Value&) = default;
};

struct Column {
  std::string name, type;  // "goldstein", "DOUBLE"
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
};

enum class Access {
  read,
  write,
  create
};  // create: write, and make a new store where there is no file or an empty one

struct Settings {
  std::chrono::milliseconds wait{10'000};            // for another program that holds the file
  std::optional<std::chrono::milliseconds> at_most;  // for one query; nullopt: as long as it takes
  std::optional<std::size_t> rows_at_most;           // more are bad_query
  std::size_t memory_bytes = std::size_t{1} << 30;
  unsigned threads = 1;
};

class Connection {
 public:
  // A store that an older version made is brought up to date by who opens it for writing; for reading it is bad_store,
  // with that advice.
  static Result<Connection> open(const std::string& path, Access access, const Settings& settings = {});
  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  // One statement. On a connection for reading only SELECT and EXPLAIN.
  Result<Table> query(const std::string& sql, const std::vector<Value>& parameters = {});
  // The same row by row, for what need not be in memory all at once.
  using Row = std::vector<Value>;
  Result<void> each(const std::string& sql, const std::vector<Value>& parameters,
                    const std::function<void(const Row&)>& take);

  struct Handle;  // DuckDB's side, for this room only (handle.h)
  Handle& handle() { return *handle_; }

 private:
  explicit Connection(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace warta::store
