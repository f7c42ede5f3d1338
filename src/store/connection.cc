#include "store/connection.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "decode.h"
#include "handle.h"
#include "upgrades.h"
#include "utf8_text.h"

namespace warta::store {
namespace {

// A handle of DuckDB's that frees itself.
template <class T>
struct Owned {
  T it{};
  void (*free)(T*);
  explicit Owned(void (*freeing)(T*)) : free(freeing) {}
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { free(&it); }
};

struct Maker {
  duckdb_value operator()(std::monostate) const { return duck().create_null_value(); }
  duckdb_value operator()(bool value) const { return duck().create_bool(value); }
  duckdb_value operator()(std::int64_t value) const { return duck().create_int64(value); }
  duckdb_value operator()(double value) const { return duck().create_double(value); }
  duckdb_value operator()(const std::string& value) const {
    std::string room;
    const std::string_view sound = as_utf8(value, room);
    return duck().create_varchar_length(sound.data(), sound.size());
  }
  duckdb_value operator()(const Value::List& values) const {  // of texts
    Owned<duckdb_logical_type> type(duck().destroy_logical_type);
    type.it = duck().create_logical_type(DUCKDB_TYPE_VARCHAR);
    std::vector<duckdb_value> parts;
    parts.reserve(values.size() + 1);  // of an empty list, too, DuckDB wants an address
    for (const Value& value : values) parts.push_back(std::visit(*this, value.is));
    const duckdb_value list = duck().create_list_value(type.it, parts.data(), parts.size());
    for (duckdb_value& part : parts) duck().destroy_value(&part);
    return list;
  }
};

// Whether a statement can change anything, be it only a setting.
bool only_reads(duckdb_statement_type type) {
  return type == DUCKDB_STATEMENT_TYPE_SELECT || type == DUCKDB_STATEMENT_TYPE_EXPLAIN;
}

Result<void> bind_all(const Connection::Handle& handle, duckdb_prepared_statement statement,
                      const std::vector<Value>& parameters) {
  if (duck().nparams(statement) != parameters.size())
    return handle.failed("the statement has " + std::to_string(duck().nparams(statement)) + " parameters, and " +
                         std::to_string(parameters.size()) + " values are given");
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    Owned<duckdb_value> value(duck().destroy_value);
    value.it = std::visit(Maker{}, parameters[i].is);
    if (duck().bind_value(statement, i + 1, value.it) != DuckDBSuccess)
      return handle.failed("parameter " + std::to_string(i + 1) + " cannot be bound");
  }
  return {};
}

// Stops what its connection does once the time is over. DuckDB works on one task for as long as it takes, and only
// another thread can interrupt it.
class Deadline {
 public:
  Deadline(duckdb_connection connection, std::optional<std::chrono::milliseconds> at_most) {
    if (at_most) timer_ = std::thread([this, connection, limit = *at_most] { wait(connection, limit); });
  }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  ~Deadline() {
    if (!timer_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      done_ = true;
    }
    changed_.notify_one();
    timer_.join();
  }
  bool over() const { return over_; }

 private:
  // Again and again, since an interruption between two steps of a query is forgotten.
  void wait(duckdb_connection connection, std::chrono::milliseconds limit) {
    std::unique_lock lock(mutex_);
    for (auto pause = limit; !changed_.wait_for(lock, pause, [this] { return done_; }); pause = kAgain) {
      over_ = true;
      duck().interrupt(connection);
    }
  }

  static constexpr std::chrono::milliseconds kAgain{10};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::atomic<bool> over_ = false;
  std::thread timer_;
};

using TakeColumns = std::function<void(std::vector<Column>)>;
using TakeRow = std::function<void(Connection::Row&)>;

Result<void> hand_out(const Connection::Handle& handle, duckdb_result& result, const TakeColumns& take_columns,
                      const TakeRow& take_row) {
  std::vector<Type> types;
  std::vector<Column> columns;
  for (std::uint64_t i = 0; i < duck().column_count(&result); ++i) {
    Owned<duckdb_logical_type> logical(duck().destroy_logical_type);
    logical.it = duck().column_logical_type(&result, i);
    types.push_back(type_of(logical.it));
    columns.push_back({duck().column_name(&result, i), types.back().name()});
    if (!types.back().known())
      return handle.failed("column " + columns.back().name + " is of a type that is not shown: CAST it to VARCHAR");
  }
  if (take_columns) take_columns(std::move(columns));
  std::uint64_t given = 0;
  Connection::Row row(types.size());
  while (true) {
    Owned<duckdb_data_chunk> chunk(duck().destroy_data_chunk);
    chunk.it = duck().fetch_chunk(result);
    if (!chunk.it) return {};
    const std::uint64_t rows = duck().data_chunk_get_size(chunk.it);
    given += rows;
    if (handle.settings.rows_at_most && given > *handle.settings.rows_at_most)
      return handle.failed("more than " + std::to_string(*handle.settings.rows_at_most) + " rows: add a LIMIT");
    for (std::uint64_t i = 0; i < rows; ++i) {
      row.resize(types.size());
      for (std::size_t column = 0; column < types.size(); ++column)
        row[column] = value_at(types[column], duck().data_chunk_get_vector(chunk.it, column), i);
      take_row(row);
    }
  }
}

Result<void> answer(const Connection::Handle& handle, const std::string& sql, const std::vector<Value>& parameters,
                    const TakeColumns& take_columns, const TakeRow& take_row) {
  const Deadline deadline(handle.connection, handle.settings.at_most);
  Owned<duckdb_prepared_statement> statement(duck().destroy_prepare);
  Owned<duckdb_result> result(duck().destroy_result);
  auto done = [&]() -> Result<void> {
    if (duck().prepare(handle.connection, sql.c_str(), &statement.it) != DuckDBSuccess)
      return handle.failed(duck().prepare_error(statement.it));
    if (handle.access == Access::read && !only_reads(duck().prepared_statement_type(statement.it)))
      return tl::unexpected<Error>(
          Error{Why::bad_query, "only SELECT and EXPLAIN: a store is read here, not written", handle.path, 0, 0});
    WARTA_CHECK(bind_all(handle, statement.it, parameters));
    if (duck().execute_prepared(statement.it, &result.it) != DuckDBSuccess)
      return handle.failed(duck().result_error(&result.it));
    return hand_out(handle, result.it, take_columns, take_row);
  }();
  if (!done && deadline.over())
    return tl::unexpected<Error>(Error{Why::bad_query, "it takes longer than its limit of time", handle.path, 0, 0});
  return done;
}

}  // namespace

Value Value::texts(const std::vector<std::string>& values) { return List(values.begin(), values.end()); }

bool Value::truth() const {
  const bool* value = std::get_if<bool>(&is);
  return value && *value;
}

std::int64_t Value::integer() const {
  const std::int64_t* value = std::get_if<std::int64_t>(&is);
  return value ? *value : 0;
}

double Value::number() const {
  const double* value = std::get_if<double>(&is);
  return value ? *value : static_cast<double>(integer());
}

std::string_view Value::text() const {
  const std::string* value = std::get_if<std::string>(&is);
  return value ? std::string_view(*value) : std::string_view();
}

const Value::List& Value::list() const {
  static const List none;
  const List* value = std::get_if<List>(&is);
  return value ? *value : none;
}

std::optional<std::string> Value::optional_text() const {
  return null() ? std::nullopt : std::optional<std::string>(text());
}

Connection::Connection(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const std::string& path, Access access, const Settings& settings) {
  Connection connection(WARTA_TRY(open_file(path, access, settings)));
  WARTA_CHECK(bring_up_to_date(connection));
  connection.handle_->settings = settings;  // limits of queries are for those who ask
  return connection;
}

Result<Table> Connection::query(const std::string& sql, const std::vector<Value>& parameters) {
  Table table;
  WARTA_CHECK(answer(
      *handle_, sql, parameters, [&](std::vector<Column> columns) { table.columns = std::move(columns); },
      [&](Row& row) { table.rows.push_back(std::move(row)); }));
  return table;
}

Result<void> Connection::each(const std::string& sql, const std::vector<Value>& parameters,
                              const std::function<void(const Row&)>& take) {
  return answer(*handle_, sql, parameters, nullptr, take);
}

}  // namespace warta::store
