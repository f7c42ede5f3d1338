// A folder for stores that goes with its test.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

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

}  // namespace warta::store
