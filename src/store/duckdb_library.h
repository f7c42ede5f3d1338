// DuckDB, loaded when a store is first opened: its 70 MB take as long to load as a codebook, which every other command
// would pay at every start for nothing.
#pragma once
#include <duckdb.h>

#include "base/result.h"

namespace warta::store {

// Name by name what is used of the C API: X(name) is duckdb_name.
// clang-format off
#define WARTA_DUCKDB_FUNCTIONS(X) \
  X(append_blob) X(append_bool) X(append_date) X(append_double) X(append_int32) X(append_int64) X(append_null) \
  X(append_timestamp) X(append_uint32) X(append_uint8) X(append_value) X(append_varchar_length) \
  X(appender_close) X(appender_create) X(appender_destroy) X(appender_end_row) X(appender_error) X(bind_value) \
  X(close) X(column_count) X(column_logical_type) X(column_name) X(connect) X(create_bool) X(create_config) \
  X(create_double) X(create_int64) X(create_list_value) X(create_logical_type) X(create_null_value) \
  X(create_varchar_length) X(data_chunk_get_size) X(data_chunk_get_vector) X(decimal_internal_type) \
  X(decimal_scale) X(destroy_config) X(destroy_data_chunk) X(destroy_logical_type) X(destroy_prepare) \
  X(destroy_result) X(destroy_value) X(disconnect) X(enum_dictionary_size) X(enum_dictionary_value) \
  X(enum_internal_type) X(execute_prepared) X(fetch_chunk) X(free) X(from_date) X(from_timestamp) \
  X(get_type_id) X(hugeint_to_double) X(interrupt) X(library_version) X(list_type_child_type) \
  X(list_vector_get_child) X(nparams) X(open_ext) X(prepare) X(prepare_error) X(prepared_statement_type) \
  X(query) X(result_error) X(set_config) X(string_t_data) X(string_t_length) X(vector_get_data) \
  X(vector_get_validity)
// clang-format on

struct DuckDb {
#define WARTA_DUCKDB_MEMBER(name) decltype(&::duckdb_##name) name = nullptr;  // NOLINT(bugprone-macro-parentheses)
  WARTA_DUCKDB_FUNCTIONS(WARTA_DUCKDB_MEMBER)
#undef WARTA_DUCKDB_MEMBER
};

// Loads it once; bad_store where it cannot be found or is of another version than DuckDB 1.5.
Result<void> load_duckdb();
const DuckDb& duck();  // once load_duckdb() has succeeded

}  // namespace warta::store
