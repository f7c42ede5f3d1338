#include "decode.h"

#include <fmt/format.h>

#include <cmath>

#include "base/date.h"

namespace warta::store {
namespace {

struct Named {
  duckdb_type id;
  std::string_view name;
};
constexpr Named kNames[] = {
    {DUCKDB_TYPE_BOOLEAN, "BOOLEAN"},     {DUCKDB_TYPE_TINYINT, "TINYINT"},
    {DUCKDB_TYPE_SMALLINT, "SMALLINT"},   {DUCKDB_TYPE_INTEGER, "INTEGER"},
    {DUCKDB_TYPE_BIGINT, "BIGINT"},       {DUCKDB_TYPE_UTINYINT, "UTINYINT"},
    {DUCKDB_TYPE_USMALLINT, "USMALLINT"}, {DUCKDB_TYPE_UINTEGER, "UINTEGER"},
    {DUCKDB_TYPE_UBIGINT, "UBIGINT"},     {DUCKDB_TYPE_HUGEINT, "HUGEINT"},
    {DUCKDB_TYPE_FLOAT, "FLOAT"},         {DUCKDB_TYPE_DOUBLE, "DOUBLE"},
    {DUCKDB_TYPE_DECIMAL, "DECIMAL"},     {DUCKDB_TYPE_VARCHAR, "VARCHAR"},
    {DUCKDB_TYPE_ENUM, "ENUM"},           {DUCKDB_TYPE_BLOB, "BLOB"},
    {DUCKDB_TYPE_DATE, "DATE"},           {DUCKDB_TYPE_TIMESTAMP, "TIMESTAMP"},
    {DUCKDB_TYPE_SQLNULL, "NULL"},        {DUCKDB_TYPE_TIMESTAMP_TZ, "TIMESTAMPTZ"},
};

template <class T>
T cell(duckdb_vector vector, std::uint64_t row) {
  return static_cast<const T*>(duck().vector_get_data(vector))[row];
}

bool valid(duckdb_vector vector, std::uint64_t row) {
  const std::uint64_t* mask = duck().vector_get_validity(vector);
  return !mask || (mask[row / 64] >> (row % 64) & 1) != 0;
}

std::string text_of(duckdb_date date) {
  const duckdb_date_struct day = duck().from_date(date);
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

std::string text_of(duckdb_timestamp time) {
  const duckdb_timestamp_struct parts = duck().from_timestamp(time);
  std::string text = fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", parts.date.year, parts.date.month,
                                 parts.date.day, parts.time.hour, parts.time.min, parts.time.sec);
  if (parts.time.micros != 0) text += fmt::format(".{:06}", parts.time.micros);
  return text;
}

Value number_at(duckdb_type id, duckdb_vector vector, std::uint64_t row) {
  switch (id) {
    case DUCKDB_TYPE_TINYINT:
      return std::int64_t{cell<std::int8_t>(vector, row)};
    case DUCKDB_TYPE_SMALLINT:
      return std::int64_t{cell<std::int16_t>(vector, row)};
    case DUCKDB_TYPE_INTEGER:
      return std::int64_t{cell<std::int32_t>(vector, row)};
    case DUCKDB_TYPE_BIGINT:
      return cell<std::int64_t>(vector, row);
    case DUCKDB_TYPE_UTINYINT:
      return std::int64_t{cell<std::uint8_t>(vector, row)};
    case DUCKDB_TYPE_USMALLINT:
      return std::int64_t{cell<std::uint16_t>(vector, row)};
    case DUCKDB_TYPE_UINTEGER:
      return std::int64_t{cell<std::uint32_t>(vector, row)};
    case DUCKDB_TYPE_FLOAT:
      return double{cell<float>(vector, row)};
    case DUCKDB_TYPE_DOUBLE:
      return cell<double>(vector, row);
    case DUCKDB_TYPE_UBIGINT: {  // beyond 63 bits only a double holds it
      const auto value = cell<std::uint64_t>(vector, row);
      if (value >> 63 == 0) return static_cast<std::int64_t>(value);
      return static_cast<double>(value);
    }
    case DUCKDB_TYPE_HUGEINT: {  // sums of integers are of this type
      const auto value = cell<duckdb_hugeint>(vector, row);
      const auto low = static_cast<std::int64_t>(value.lower);
      if (value.upper == (low < 0 ? -1 : 0)) return low;
      return duck().hugeint_to_double(value);
    }
    default:
      return {};
  }
}

}  // namespace

std::string Type::name() const {
  if (child) return child->name() + "[]";
  for (const Named& named : kNames)
    if (named.id == id) return std::string(named.name);
  return "a type that has no text";
}

bool Type::known() const {
  if (child) return child->known();
  for (const Named& named : kNames)
    if (named.id == id) return true;
  return false;
}

Type type_of(duckdb_logical_type logical) {
  Type type;
  type.id = duck().get_type_id(logical);
  if (type.id == DUCKDB_TYPE_LIST) {
    duckdb_logical_type child = duck().list_type_child_type(logical);
    type.child = std::make_unique<Type>(type_of(child));
    duck().destroy_logical_type(&child);
  } else if (type.id == DUCKDB_TYPE_DECIMAL) {
    type.stored = duck().decimal_internal_type(logical);
    type.scale = std::pow(10.0, duck().decimal_scale(logical));
  } else if (type.id == DUCKDB_TYPE_ENUM) {
    type.stored = duck().enum_internal_type(logical);
    for (std::uint32_t i = 0; i < duck().enum_dictionary_size(logical); ++i) {
      char* word = duck().enum_dictionary_value(logical, i);
      type.words.emplace_back(word);
      duck().free(word);
    }
  }
  return type;
}

Value value_at(const Type& type, duckdb_vector vector, std::uint64_t row) {
  if (!valid(vector, row)) return {};
  switch (type.id) {
    case DUCKDB_TYPE_BOOLEAN:
      return cell<bool>(vector, row);
    case DUCKDB_TYPE_DATE:
      return text_of(cell<duckdb_date>(vector, row));
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_TIMESTAMP_TZ:
      return text_of(cell<duckdb_timestamp>(vector, row));
    case DUCKDB_TYPE_DECIMAL:
      return number_at(type.stored, vector, row).number() / type.scale;
    case DUCKDB_TYPE_ENUM:
      return type.words.at(static_cast<std::size_t>(number_at(type.stored, vector, row).integer()));
    case DUCKDB_TYPE_BLOB:
    case DUCKDB_TYPE_VARCHAR: {
      auto text = cell<duckdb_string_t>(vector, row);
      return std::string(duck().string_t_data(&text), duck().string_t_length(text));
    }
    case DUCKDB_TYPE_LIST: {
      const auto entry = cell<duckdb_list_entry>(vector, row);
      duckdb_vector child = duck().list_vector_get_child(vector);
      Value::List values;
      values.reserve(entry.length);
      for (std::uint64_t i = 0; i < entry.length; ++i) values.push_back(value_at(*type.child, child, entry.offset + i));
      return values;
    }
    default:
      return number_at(type.id, vector, row);
  }
}

}  // namespace warta::store
