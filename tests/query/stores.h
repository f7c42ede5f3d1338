// A store that a file of SQL fills (tests/query/cases/), made in a scratch folder.
#pragma once
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
  const std::string sql{std::istreambuf_iterator<char>(file), {}};
  store::Connection connection = sure(store::Connection::open(path, store::Access::create));
  for (std::size_t begin = 0, end = 0; (end = sql.find(";\n", begin)) != std::string::npos; begin = end + 2)
    sure(connection.query(sql.substr(begin, end - begin)));
}

}  // namespace warta::query
