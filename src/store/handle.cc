#include "handle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <thread>

namespace warta::store {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kFirstPause{10}, kLongestPause{200};  // between two tries for a busy file

// New files are of the form that DuckDB 1.2 brought: texts that are longer than this on average, those of articles, are
// compressed by Zstandard.
constexpr const char *kStorage = "v1.2.0", *kLongText = "256";

struct Option {
  const char* name;
  std::string value;
};

// Whatever SQL says or a view of a stranger's file hides, it reads and writes this file alone and takes no more than
// its share. DuckDB's manual, "Securing DuckDB".
std::vector<Option> options_of(Access access, const Settings& settings) {
  std::vector<Option> options{{"access_mode", access == Access::read ? "READ_ONLY" : "READ_WRITE"},
                              {"enable_external_access", "false"},
                              {"autoload_known_extensions", "false"},
                              {"autoinstall_known_extensions", "false"},
                              {"allow_community_extensions", "false"},
                              {"allow_unsigned_extensions", "false"},
                              {"allow_persistent_secrets", "false"},
                              {"threads", std::to_string(std::max(1u, settings.threads))},
                              {"memory_limit", fmt::format("{}B", settings.memory_bytes)},
                              {"max_temp_directory_size", "0B"},
                              {"storage_compatibility_version", kStorage},
                              {"zstd_min_string_length", kLongText},
                              {"lock_configuration", "true"}};
  return options;
}

// What a message of DuckDB begins with, and what that means for whoever asked.
struct Meaning {
  std::string_view begins;
  Why why;
};
constexpr Meaning kMeanings[] = {
    {"IO Error", Why::store_failed},         {"TransactionContext Error", Why::store_failed},
    {"FATAL Error", Why::bad_store},         {"INTERNAL Error", Why::bad_store},
    {"Serialization Error", Why::bad_store},
};
constexpr std::string_view kDamaged[] = {"orrupt", "hecksum", "not a valid DuckDB", "newer version", "older version"};

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// "Could not set lock on file "s.duckdb": Conflicting lock is held in /usr/bin/python3 (PID 17) by user ann. See ..."
std::optional<std::string> holder(std::string_view message) {
  if (!has(message, "Could not set lock")) return std::nullopt;
  constexpr std::string_view kHeld = "held in ";
  const std::size_t begin = message.find(kHeld);
  if (begin == std::string_view::npos) return std::string("another program");
  const std::string_view rest = message.substr(begin + kHeld.size());
  return std::string(rest.substr(0, rest.find(". See")));
}

Result<std::unique_ptr<Connection::Handle>> try_open(const std::string& path, Access access, const Settings& settings) {
  auto handle = std::make_unique<Connection::Handle>();
  handle->path = path;
  handle->access = access;
  duckdb_config config = nullptr;
  if (duck().create_config(&config) != DuckDBSuccess) return fail(Why::store_failed, "DuckDB has no memory left");
  for (const Option& option : options_of(access, settings))
    if (duck().set_config(config, option.name, option.value.c_str()) != DuckDBSuccess) {
      duck().destroy_config(&config);
      return fail(Why::cannot_open, fmt::format("DuckDB does not know its setting {}", option.name));
    }
  char* message = nullptr;
  const std::string file = path.starts_with('/') ? path : "./" + path;  // ":memory:" and "md:" are names of files here
  const auto opened = duck().open_ext(file.c_str(), &handle->database, config, &message);
  duck().destroy_config(&config);
  const std::string told = message ? message : "";
  if (message) duck().free(message);
  if (opened != DuckDBSuccess) return handle->failed(told);
  if (duck().connect(handle->database, &handle->connection) != DuckDBSuccess)
    return fail(Why::store_failed, "DuckDB gives no connection");
  return handle;
}

}  // namespace

Connection::Handle::~Handle() {
  if (connection) duck().disconnect(&connection);
  if (database) duck().close(&database);
}

Result<void> Connection::Handle::run(const char* sql) {
  duckdb_result result{};
  const auto state = duck().query(connection, sql, &result);
  const char* message = state == DuckDBSuccess ? nullptr : duck().result_error(&result);
  Result<void> done = state == DuckDBSuccess ? Result<void>() : failed(message ? message : "no message");
  duck().destroy_result(&result);
  return done;
}

tl::unexpected<Error> Connection::Handle::failed(std::string_view message) const {
  Error error{access == Access::read ? Why::bad_query : Why::store_failed, std::string(message), path, 0, 0};
  if (access != Access::read)
    error.note.resize(std::min(error.note.size(), message.find('\n')));  // advice for SQL's authors
  for (const Meaning& meaning : kMeanings)
    if (message.starts_with(meaning.begins)) error.why = meaning.why;
  for (const std::string_view words : kDamaged)
    if (error.why == Why::store_failed && has(message, words)) error.why = Why::bad_store;
  if (has(message, "Cannot open file")) error.why = Why::cannot_open;
  if (auto who = holder(message)) {
    error.why = Why::store_busy;
    error.note = "held by " + *who + "; wait until it is done or end it, and run this again";
  }
  return tl::unexpected<Error>(std::move(error));
}

Result<std::unique_ptr<Connection::Handle>> open_file(const std::string& path, Access access,
                                                      const Settings& settings) {
  std::error_code problem;
  const auto status = std::filesystem::status(path, problem);
  const bool there = std::filesystem::exists(status);
  if (there && !std::filesystem::is_regular_file(status))
    return tl::unexpected<Error>(Error{Why::cannot_open, "a store is a file, and this is none", path, 0, 0});
  if (!there && access != Access::create)
    return tl::unexpected<Error>(Error{Why::cannot_open, "there is no such store; `warta add` makes one", path, 0, 0});
  WARTA_CHECK(load_duckdb());
  const auto until = Clock::now() + settings.wait;
  for (auto pause = kFirstPause;; pause = std::min(2 * pause, kLongestPause)) {
    auto handle = try_open(path, access, settings);
    if (handle || handle.error().why != Why::store_busy || Clock::now() + pause > until) return handle;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace warta::store
