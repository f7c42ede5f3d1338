// The tables of data/ as the tests of extract use them: loaded once.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "extract/extract.h"
#include "language.h"
#include "tables.h"

namespace warta::extract {

inline std::string case_path(const std::string& name) {
  return std::string(WARTA_SOURCE_DIR) + "/tests/extract/cases/" + name;
}
inline std::vector<std::string> data_folders() { return {std::string(WARTA_SOURCE_DIR) + "/data"}; }

inline const Furniture& furniture() {
  static const auto table = Furniture::load(data_folders());
  if (!table) throw std::runtime_error(table.error().message());
  return *table;
}
inline const Languages& languages() {
  static const auto table = Languages::load(data_folders());
  if (!table) throw std::runtime_error(table.error().message());
  return *table;
}
inline const Extractor& extractor() {
  static const auto loaded = Extractor::load(data_folders());
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

}  // namespace warta::extract
