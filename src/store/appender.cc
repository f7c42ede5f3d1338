#include "appender.h"

#include "utf8_text.h"

namespace warta::store {

Appender::Appender(Connection& connection, const char* table) : handle_(connection.handle()) {
  check(duck().appender_create(handle_.connection, nullptr, table, &appender_));
  text_type_ = duck().create_logical_type(DUCKDB_TYPE_VARCHAR);
}

Appender::~Appender() {
  duck().destroy_logical_type(&text_type_);
  duck().appender_destroy(&appender_);
}

void Appender::null() { check(duck().append_null(appender_)); }
void Appender::add(bool value) { check(duck().append_bool(appender_, value)); }
void Appender::add(std::int32_t value) { check(duck().append_int32(appender_, value)); }
void Appender::add(std::uint32_t value) { check(duck().append_uint32(appender_, value)); }
void Appender::add(std::uint8_t value) { check(duck().append_uint8(appender_, value)); }
void Appender::add(std::int64_t value) { check(duck().append_int64(appender_, value)); }
void Appender::add(double value) { check(duck().append_double(appender_, value)); }
void Appender::add(std::string_view text) {
  const std::string_view sound = as_utf8(text, room_);
  check(duck().append_varchar_length(appender_, sound.data() ? sound.data() : "", sound.size()));
}
void Appender::add(Day day) {
  check(duck().append_date(appender_, {static_cast<std::int32_t>(day.time_since_epoch().count())}));
}
void Appender::add(Moment moment) { check(duck().append_timestamp(appender_, {moment.time_since_epoch().count()})); }
void Appender::blob(std::string_view bytes) { check(duck().append_blob(appender_, bytes.data(), bytes.size())); }

void Appender::add(const std::vector<std::string>& texts) {
  std::vector<duckdb_value> values;
  values.reserve(texts.size() + 1);  // of an empty list, too, DuckDB wants an address
  for (const std::string& text : texts) {
    const std::string_view sound = as_utf8(text, room_);
    values.push_back(duck().create_varchar_length(sound.data(), sound.size()));
  }
  duckdb_value list = duck().create_list_value(text_type_, values.data(), values.size());
  check(duck().append_value(appender_, list));
  duck().destroy_value(&list);
  for (duckdb_value& value : values) duck().destroy_value(&value);
}

void Appender::end_row() { check(duck().appender_end_row(appender_)); }

Result<void> Appender::close() {
  if (!failed_) check(duck().appender_close(appender_));
  if (!failed_) return {};
  const char* message = appender_ ? duck().appender_error(appender_) : nullptr;
  return handle_.failed(message ? message : "DuckDB takes no rows and does not say why");
}

}  // namespace warta::store
