// A folder for stores that goes with its test, and a client of DuckDB that is not ours.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "duckdb_library.h"

namespace warta::store {

class Scratch {
 public:
  Scratch() {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) / ("warta_store_" + std::string(info->name()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name = "s.duckdb") const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

// As any other client would, without a guard.
inline void run_unguarded(const std::string& path, const std::string& sql) {
  ASSERT_TRUE(load_duckdb());
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  ASSERT_EQ(duck().open_ext(path.c_str(), &database, nullptr, nullptr), DuckDBSuccess);
  ASSERT_EQ(duck().connect(database, &connection), DuckDBSuccess);
  duckdb_result result{};
  EXPECT_EQ(duck().query(connection, sql.c_str(), &result), DuckDBSuccess) << duck().result_error(&result);
  duck().destroy_result(&result);
  duck().disconnect(&connection);
  duck().close(&database);
}

}  // namespace warta::store
