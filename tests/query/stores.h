// A store that a file of SQL fills (tests/query/cases/), made in a scratch folder.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "store/connection.h"

namespace warta::query {

template <class T>
T sure(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message());
  return std::move(*result);
}

// One statement ends with a semicolon at the end of a line.
inline void fill(const std::string& path, const std::string& sql_file) {
  std::ifstream file(sql_file, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + sql_file);
  const std::string sql{std::istreambuf_iterator<char>(file), {}};
  store::Connection connection = sure(store::Connection::open(path, store::Access::create));
  for (std::size_t begin = 0, end = 0; (end = sql.find(";\n", begin)) != std::string::npos; begin = end + 2)
    sure(connection.query(sql.substr(begin, end - begin)));
}

// cases/small.sql as a store in a folder of its own, which tests that run side by side do not share.
class SmallStore {
 public:
  SmallStore() {
    std::string name = (std::filesystem::temp_directory_path() / "warta_small_XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no scratch folder");
    folder_ = name;
    fill(path(), std::string(WARTA_SOURCE_DIR) + "/tests/query/cases/small.sql");
  }
  SmallStore(const SmallStore&) = delete;
  SmallStore& operator=(const SmallStore&) = delete;
  ~SmallStore() { std::filesystem::remove_all(folder_); }
  std::string path() const { return (folder_ / "small.duckdb").string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace warta::query
