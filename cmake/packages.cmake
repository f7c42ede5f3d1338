# Outside libraries, Debian 12 packages but for one (scripts/setup installs them). Which room may use which stands in
# ARCHITECTURE.md; each room names its own under LIBRARIES.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(simdjson REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)
find_package(ICU REQUIRED COMPONENTS uc)

# lexbor has no Debian 12 package: an installed one is taken, else it is built once from pinned sources.
find_package(lexbor 3.1 CONFIG QUIET)
if(NOT TARGET lexbor::lexbor_static)
  execute_process(COMMAND ${PROJECT_SOURCE_DIR}/scripts/sources lexbor RESULT_VARIABLE problem
    OUTPUT_VARIABLE prefix OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(problem)
    message(FATAL_ERROR "lexbor 3.1 is missing: see above what scripts/sources says")
  endif()
  find_package(lexbor 3.1 CONFIG REQUIRED PATHS ${prefix} NO_DEFAULT_PATH)
endif()

if(WARTA_BUILD_TESTS)
  find_package(GTest REQUIRED)
endif()
if(WARTA_BUILD_BENCH)
  find_package(benchmark REQUIRED)
endif()
