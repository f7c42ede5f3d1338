// Stores for tests, and what they say.
#pragma once
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "store/articles.h"
#include "store/store.h"

namespace warta::store {

inline Options options(const std::string& codebook = "c1") {
  Options out;
  out.command = "add";
  out.version = "0";
  out.codebook = codebook;
  out.settings.wait = std::chrono::milliseconds(100);
  return out;
}

inline Store open(const std::string& path, Options with = options()) {
  auto store = Store::open(path, std::move(with));
  if (!store) throw std::runtime_error(store.error().message());
  return std::move(*store);
}

inline void write(Store& store, std::vector<Told> told) {
  Batch batch;
  for (const Told& each : told) batch.articles.push_back(article(each));
  const auto written = store.write(batch);
  ASSERT_TRUE(written) << written.error().message();
}

using Rows = std::vector<std::vector<Value>>;
inline Rows rows(const std::string& path, const std::string& sql) {
  auto connection = Connection::open(path, Access::read);
  if (!connection) return {{connection.error().message()}};
  const auto table = connection->query(sql);
  return table ? table->rows : Rows{{table.error().message()}};
}

// All that a store says of the world, without what says when and in which run it was told so.
inline Rows content(const std::string& path) {
  Rows all;
  for (const char* sql :
       {"SELECT * EXCLUDE (run, added) FROM article ORDER BY key", "FROM event ORDER BY id", "FROM story ORDER BY id",
        "FROM occurrence ORDER BY id", "SELECT * EXCLUDE (run) FROM refusal ORDER BY ALL"})
    for (auto& row : rows(path, sql)) all.push_back(std::move(row));
  return all;
}

}  // namespace warta::store
