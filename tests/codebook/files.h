// Files of tests/codebook as text.
#pragma once
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace warta::codebook {

inline std::string test_path(const std::string& name) {
  return std::string(WARTA_SOURCE_DIR) + "/tests/codebook/" + name;
}

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> out;
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) out.push_back(line);
  return out;
}

inline std::string base(const std::string& name) { return read_text(test_path("data/base/" + name)); }

}  // namespace warta::codebook
