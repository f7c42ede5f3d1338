#include "duckdb_library.h"

#include <dlfcn.h>

#include <string>
#include <string_view>

namespace warta::store {
namespace {

// Beside the program or in the lib folder next to it ($ORIGIN, by its RPATH) or on the system; else where it was built.
constexpr const char* kPlaces[] = {"libduckdb.so", WARTA_DUCKDB_LIBRARY};
constexpr std::string_view kSeries = "v1.5.";

DuckDb functions;

Result<void> load() {
  void* library = nullptr;  // kept to the end of the process
  for (const char* place : kPlaces)
    if (!library) library = ::dlopen(place, RTLD_NOW | RTLD_LOCAL);
  if (!library)
    return fail(Why::cannot_open,
                std::string("DuckDB's library, which belongs beside the program as libduckdb.so: ") + ::dlerror());
#define WARTA_DUCKDB_FIND(name)                                                                   \
  functions.name = reinterpret_cast<decltype(functions.name)>(::dlsym(library, "duckdb_" #name)); \
  if (!functions.name) return fail(Why::cannot_open, "libduckdb.so has no duckdb_" #name ": install DuckDB 1.5");
  WARTA_DUCKDB_FUNCTIONS(WARTA_DUCKDB_FIND)
#undef WARTA_DUCKDB_FIND
  const std::string_view version = functions.library_version();
  if (!version.starts_with(kSeries))
    return fail(Why::cannot_open, "libduckdb.so is DuckDB " + std::string(version) + "; install DuckDB 1.5");
  return {};
}

}  // namespace

Result<void> load_duckdb() {
  static const Result<void> loaded = load();
  return loaded;
}

const DuckDb& duck() { return functions; }

}  // namespace warta::store
